import type { ReleaseOutline, ReleaseOutlineLesson } from "#app/features/course/release-outline.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { Progress, Standing } from "./derive-progress.ts";

export type LearnerLesson = Pick<ReleaseOutlineLesson, "id" | "slug" | "kind" | "minutes" | "preview" | "titles"> & {
  standing: Standing;
  completed: boolean;
  /** The release whose text she reads. */
  releaseId: string;
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
  const show = (lesson: ReleaseOutlineLesson, releaseId: string): LearnerLesson[] => {
    const state = states.get(lesson.id);
    if (!state) return [];
    const { id, kind, minutes, preview, titles } = lesson;
    const slug = slugs.of(lesson);
    return [
      { id, slug, kind, minutes, preview, titles, standing: state.standing, completed: state.completed, releaseId },
    ];
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

/** The outline of a release for somebody who does not learn in it. */
export function buildPlainOutline({ id: releaseId, outline }: Release): LearnerSection[] {
  return outline.sections.map(({ id, titles, lessons }) => ({
    id,
    titles,
    lessons: lessons.map(({ required, ...lesson }) => ({
      ...lesson,
      standing: required ? ("required" as const) : ("optional" as const),
      completed: false,
      releaseId,
    })),
  }));
}

export type NextStep = { lesson: LearnerLesson; why: "begin" | "resume" | "next" | "new" | "review" };

/**
 * Where a learner goes on: the lesson she was in if it is not done, else the next required one after it, else the
 * first required one, else something new, else the beginning again. Undefined for an empty course.
 */
export function chooseNextStep(sections: readonly LearnerSection[], lastLessonId: string | null): NextStep | undefined {
  const lessons = sections.flatMap((section) => section.lessons);
  const at = lessons.findIndex(({ id }) => id === lastLessonId);
  const last = lessons[at];
  if (last && !last.completed) return { lesson: last, why: "resume" };
  const isOpen = (lesson: LearnerLesson) => lesson.standing === "required" && !lesson.completed;
  const open = lessons.slice(at + 1).find(isOpen) ?? lessons.find(isOpen);
  if (open) return { lesson: open, why: lessons.some(({ completed }) => completed) ? "next" : "begin" };
  const fresh = lessons.find(({ standing, completed }) => standing === "new" && !completed);
  if (fresh) return { lesson: fresh, why: "new" };
  const first = lessons[0];
  return first && { lesson: first, why: lessons.some(({ completed }) => completed) ? "review" : "begin" };
}
