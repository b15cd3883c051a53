import { deriveProgress, type OutlineLesson } from "./derive-progress.ts";

/** Learners who are the same as far as a release can touch them. */
export type LearnerGroup = {
  /** The release that they are pinned to. */
  releaseId: string;
  finished: boolean;
  /** Required lessons that they have yet to complete. */
  missing: number;
  /** Whether they have completed any that is required. */
  begun: boolean;
  /** Of the lessons that some release requires and the next one does not: those that they completed. */
  completed: string[];
  count: number;
};

/** What another release would mean for one lesson, in learners. */
export type LessonEffect = {
  lessonId: string;
  /** They have it as new; it is not required of them. */
  asNew: number;
  /** It is no longer required of them. */
  waived: number;
  /** They completed it, and keep it though the course no longer has it. */
  kept: number;
};

export type ReleaseEffects = {
  learners: number;
  /** They are finished and stay finished. */
  finished: number;
  /** They are finished by it: all that they had yet to do is no longer required. */
  finishNow: number;
  lessons: LessonEffect[];
};

type Input = {
  groups: readonly LearnerGroup[];
  /** All releases of the course, oldest first. */
  releases: readonly { id: string; lessons: readonly OutlineLesson[] }[];
  next: readonly OutlineLesson[];
};

/** What `next`, made the course's current release, would mean for those who learn in it, by the rules of progress. */
export function releaseEffects({ groups, releases, next }: Input): ReleaseEffects {
  const lessons = new Map<string, LessonEffect>();
  const add = (lessonId: string, what: "asNew" | "waived" | "kept", count: number) => {
    const effect = lessons.get(lessonId) ?? { lessonId, asNew: 0, waived: 0, kept: 0 };
    effect[what] += count;
    lessons.set(lessonId, effect);
  };
  const totals = { learners: 0, finished: 0, finishNow: 0 };
  for (const group of groups) {
    const own = releases.findIndex(({ id }) => id === group.releaseId);
    const pinned = releases[own]?.lessons ?? [];
    const later = releases.slice(own + 1).map((release) => release.lessons);
    const change = compareProgress({ pinned, later, next, completed: group.completed });
    for (const id of change.asNew) add(id, "asNew", group.count);
    for (const id of change.waived) add(id, "waived", group.count);
    for (const id of change.kept) add(id, "kept", group.count);
    totals.learners += group.count;
    if (group.finished) totals.finished += group.count;
    else if (change.waived.length > 0 && group.begun && change.waived.length === group.missing)
      totals.finishNow += group.count;
  }
  return { ...totals, lessons: [...lessons.values()] };
}

function compareProgress({
  pinned,
  later,
  next,
  completed,
}: {
  pinned: readonly OutlineLesson[];
  later: readonly (readonly OutlineLesson[])[];
  next: readonly OutlineLesson[];
  completed: readonly string[];
}) {
  const before = deriveProgress({ pinned, later, completed });
  const after = deriveProgress({ pinned, later: [...later, next], completed });
  const stood = new Map(before.lessons.map((lesson) => [lesson.id, lesson]));
  const stillMissing = new Set(after.missing);
  return {
    asNew: after.lessons.filter(({ id, standing }) => standing === "new" && !stood.has(id)).map(({ id }) => id),
    waived: before.missing.filter((id) => !stillMissing.has(id)),
    kept: after.lessons
      .filter(({ id, standing }) => standing === "removed" && stood.get(id)?.standing !== "removed")
      .map(({ id }) => id),
  };
}
