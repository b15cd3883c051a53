import type { ReleaseOutline, ReleaseOutlineLesson } from "#app/features/course/release-outline.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { Progress, Standing } from "./derive-progress.ts";
import type { Conditions } from "./wait-for.ts";

export type LearnerLesson = Pick<ReleaseOutlineLesson, "id" | "slug" | "kind" | "minutes" | "preview" | "titles"> & {
  standing: Standing;
  completed: boolean;
  /** The release whose text she reads. */
  releaseId: string;
  /** When it opens to her: as her own release has it, and as the current one has it. */
  conditions: Conditions[];
};

export type LearnerSection = { id: string; titles: Translated; lessons: LearnerLesson[] };

type Release = { id: string; outline: ReleaseOutline };

/**
 * The outline as one learner sees it: the lessons of her own release as it had them, without those she never
 * completed that are gone since; new lessons at the end of their section, or in sections of their own. A lesson's
 * address is the current one, so that links in the course and to it lead to the same page.
 */
export function buildLearnerOutline({
  pinned,
  current,
  progress,
}: {
  pinned: Release;
  current: Release;
  progress: Progress;
}): LearnerSection[] {
  const states = new Map(progress.lessons.map((lesson) => [lesson.id, lesson]));
  const slugs = currentSlugs(current.outline);
  const now = conditionsIn(current.outline);
  const show = (lesson: ReleaseOutlineLesson, releaseId: string): LearnerLesson[] => {
    const state = states.get(lesson.id);
    if (!state) return [];
    const { id, kind, minutes, preview, titles } = lesson;
    const slug = slugs.of(lesson);
    const { standing, completed } = state;
    const conditions = releaseId === current.id ? [lesson] : [lesson, ...now(id)];
    return [{ id, slug, kind, minutes, preview, titles, standing, completed, releaseId, conditions }];
  };
  const own = pinned.outline.sections.map(({ id, titles, lessons }) => ({
    id,
    titles,
    lessons: lessons.flatMap((lesson) => show(lesson, pinned.id)),
  }));
  const isNew = ({ id }: ReleaseOutlineLesson) => states.get(id)?.standing === "new";
  const added = current.outline.sections.map(({ id, titles, lessons }) => ({
    id,
    titles,
    lessons: lessons.filter(isNew).flatMap((lesson) => show(lesson, current.id)),
  }));
  const merged = own.map((section) => ({
    ...section,
    lessons: [...section.lessons, ...(added.find(({ id }) => id === section.id)?.lessons ?? [])],
  }));
  const ownIds = new Set(own.map(({ id }) => id));
  return [...merged, ...added.filter(({ id }) => !ownIds.has(id))].filter(({ lessons }) => lessons.length > 0);
}

/** Addresses of the current release; a lesson that is no longer in it keeps its own unless that is taken. */
function currentSlugs(outline: ReleaseOutline) {
  const lessons = outline.sections.flatMap((section) => section.lessons);
  const byId = new Map(lessons.map(({ id, slug }) => [id, slug]));
  const taken = new Set(byId.values());
  return { of: ({ id, slug }: ReleaseOutlineLesson) => byId.get(id) ?? (taken.has(slug) ? id : slug) };
}

function conditionsIn(outline: ReleaseOutline): (id: string) => Conditions[] {
  const lessons = outline.sections.flatMap((section) => section.lessons);
  const byId = new Map(lessons.map((lesson) => [lesson.id, [lesson]]));
  return (id) => byId.get(id) ?? [];
}

/** The outline of a release for somebody who does not learn in it. */
export function buildPlainOutline({ id: releaseId, outline }: Release): LearnerSection[] {
  return outline.sections.map(({ id, titles, lessons }) => ({
    id,
    titles,
    lessons: lessons.map(({ id, slug, kind, minutes, preview, titles, required }) => ({
      ...{ id, slug, kind, minutes, preview, titles },
      standing: required ? ("required" as const) : ("optional" as const),
      completed: false,
      releaseId,
      conditions: [],
    })),
  }));
}

export type NextStep = { lesson: LearnerLesson; why: "begin" | "resume" | "next" | "new" | "review" };

type Going = { lastLessonId: string | null; isOpen: (lesson: LearnerLesson) => boolean };

/**
 * Where a learner goes on: the lesson she was in if it is not done, else the next required one after it, else the
 * first required one, else something new, else the beginning again. It leads to no lesson that is closed to her.
 * Undefined for a course in which none is open.
 */
export function chooseNextStep(
  sections: readonly LearnerSection[],
  { lastLessonId, isOpen }: Going,
): NextStep | undefined {
  const all = sections.flatMap((section) => section.lessons);
  const at = all.findIndex(({ id }) => id === lastLessonId);
  const lessons = all.filter(isOpen);
  const last = lessons.find(({ id }) => id === lastLessonId);
  if (last && !last.completed) return { lesson: last, why: "resume" };
  const isToDo = (lesson: LearnerLesson) => lesson.standing === "required" && !lesson.completed;
  const open = all.slice(at + 1).find((lesson) => isOpen(lesson) && isToDo(lesson)) ?? lessons.find(isToDo);
  if (open) return { lesson: open, why: lessons.some(({ completed }) => completed) ? "next" : "begin" };
  const fresh = lessons.find(({ standing, completed }) => standing === "new" && !completed);
  if (fresh) return { lesson: fresh, why: "new" };
  const first = lessons[0];
  return first && { lesson: first, why: lessons.some(({ completed }) => completed) ? "review" : "begin" };
}
