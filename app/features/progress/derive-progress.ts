/** A lesson as an outline lists it, in order. */
export type OutlineLesson = { id: string; required: boolean };

/**
 * What a lesson is to one learner:
 * - `required`: it counts
 * - `optional`: it never counted
 * - `waived`: it counted, and a later release took it out or made it optional before she completed it
 * - `removed`: she completed it, and it is no longer in the course; it counts if it counted
 * - `new`: a later release brought it; it does not count for her
 */
export type Standing = "required" | "optional" | "waived" | "removed" | "new";

type LessonProgress = { id: string; standing: Standing; completed: boolean };

export type Progress = {
  /** What she sees of the course, in order: the lessons of her own release, then the new ones. */
  lessons: LessonProgress[];
  required: number;
  completedRequired: number;
  /** From 0 to 1; an empty course is 0. */
  share: number;
  finished: boolean;
  /** Why the course is not complete: required lessons she has not completed, in order. */
  missing: string[];
};

export type ProgressInput = {
  /** The release that the enrolment is pinned to. */
  pinned: readonly OutlineLesson[];
  /** The releases after it, oldest first; the last one is the current one. */
  later: readonly (readonly OutlineLesson[])[];
  /** Lessons of which a completion is known, in any order and as often as you like. */
  completed: Iterable<string>;
};

/**
 * Derives a learner's progress from facts and releases, and explains it. More facts never lower the share, and
 * neither do more releases: what counts and is completed counts for ever, and what any later release took out or
 * made optional before it was completed is never asked for again, even if it comes back.
 */
export function deriveProgress({ pinned, later, completed }: ProgressInput): Progress {
  const facts = new Set(completed);
  const isWaived = waivedBy(later);
  const current = later.at(-1);
  const stillThere = current && new Set(current.map(({ id }) => id));
  const own = pinned.flatMap((lesson): (LessonProgress & { counts: boolean })[] => {
    const done = facts.has(lesson.id);
    const counts = lesson.required && (done || !isWaived(lesson.id));
    const gone = stillThere !== undefined && !stillThere.has(lesson.id);
    if (gone && !done) return [];
    const standing = gone ? "removed" : standingOf({ required: lesson.required, counts });
    return [{ id: lesson.id, standing, completed: done, counts }];
  });
  const mine = new Set(pinned.map(({ id }) => id));
  const fresh = (current ?? []).filter(({ id }) => !mine.has(id));
  const counted = own.filter(({ counts }) => counts);
  const missing = counted.filter((lesson) => !lesson.completed).map(({ id }) => id);
  const completedRequired = counted.length - missing.length;
  return {
    lessons: [
      ...own.map(({ id, standing, completed }) => ({ id, standing, completed })),
      ...fresh.map(({ id }) => ({ id, standing: "new" as const, completed: facts.has(id) })),
    ],
    required: counted.length,
    completedRequired,
    share: counted.length === 0 ? 0 : completedRequired / counted.length,
    finished: counted.length > 0 && missing.length === 0,
    missing,
  };
}

function standingOf({ required, counts }: { required: boolean; counts: boolean }): Standing {
  if (counts) return "required";
  return required ? "waived" : "optional";
}

/** Whether some later release does not ask for a lesson. */
function waivedBy(later: readonly (readonly OutlineLesson[])[]): (id: string) => boolean {
  const asked = later.map((release) => new Set(release.filter(({ required }) => required).map(({ id }) => id)));
  return (id) => asked.some((ids) => !ids.has(id));
}
