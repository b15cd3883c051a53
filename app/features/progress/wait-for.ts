import type { ReleaseOutlineLesson } from "#app/features/course/release-outline.ts";

/** When a lesson opens, and what is to be completed first, as one release has it. */
export type Conditions = Pick<ReleaseOutlineLesson, "opensAt" | "dripDays" | "requires">;

/** What keeps a lesson closed to a learner for now: a time, or lessons to complete first. */
export type Wait = { for: "later"; opensAt: Date } | { for: "first"; lessonIds: string[] };

const DAY_MS = 86_400_000;

type Learner = {
  /** When she enrolled, or her cohort began. */
  startsAt: Date;
  /** Whether a lesson is in the course for her and still to be completed. */
  isToDo: (lessonId: string) => boolean;
  now: Date;
};

/**
 * What a learner waits for before a lesson opens to her; null where it is open. Of the conditions of several releases
 * (her own and the current one) it is enough to meet one: nothing that was open is closed by a later release, and
 * whoever teaches can open what was closed.
 */
export function waitFor(conditions: readonly Conditions[], learner: Learner): Wait | null {
  const waits = conditions.map((one) => waitForOne(one, learner));
  if (waits.length === 0 || waits.includes(null)) return null;
  const found = waits.filter((wait) => wait !== null);
  const [first] = found.filter((wait) => wait.for === "first");
  const later = found.filter((wait) => wait.for === "later");
  const [soonest] = later.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  return first ?? soonest ?? null;
}

function waitForOne({ opensAt, dripDays, requires = [] }: Conditions, learner: Learner): Wait | null {
  const { startsAt, isToDo, now } = learner;
  const dripped = dripDays === undefined ? [] : [new Date(startsAt.getTime() + dripDays * DAY_MS)];
  const times = [...(opensAt === undefined ? [] : [new Date(opensAt)]), ...dripped].filter((time) => time > now);
  const last = times.toSorted((a, b) => a.getTime() - b.getTime()).at(-1);
  if (last) return { for: "later", opensAt: last };
  const lessonIds = requires.filter(isToDo);
  return lessonIds.length > 0 ? { for: "first", lessonIds } : null;
}
