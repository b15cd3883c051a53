import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import type { LearnerLesson, LearnerSection } from "./learner-outline.ts";

type LocalText = { text: string; locale: Locale };

/** A lesson as an outline on the screen shows it. */
export type LessonView = Pick<LearnerLesson, "id" | "slug" | "kind" | "minutes" | "standing" | "completed"> & {
  title: LocalText;
  /** Whether she who looks may open it now. */
  open: boolean;
  /** Of a quiz: she has an attempt open, or answers that wait to be graded. */
  sitting: "open" | "waiting" | null;
};

/** Of the actor's own enrolment; null for somebody without one. */
type Sittings = { openQuizzes: readonly string[]; waitingQuizzes: readonly string[] } | null;
type See = { locale: Locale; isOpen: (lesson: LearnerLesson) => boolean; enrolment?: Sittings };

export type SectionView = { id: string; title: LocalText; lessons: LessonView[] };

/** An outline in the reader's language, with no more in it than is shown. */
export function viewOutline(sections: readonly LearnerSection[], see: See): SectionView[] {
  return sections.map(({ id, titles, lessons }) => ({
    id,
    title: pickTranslated(titles, see.locale),
    lessons: lessons.map((lesson) => viewLesson(lesson, see)),
  }));
}

/** One lesson of it. */
export function viewLesson(lesson: LearnerLesson, { locale, isOpen, enrolment = null }: See): LessonView {
  const { id, slug, kind, minutes, standing, completed, titles } = lesson;
  const title = pickTranslated(titles, locale);
  const sitting = sittingOf(id, enrolment);
  return { id, slug, kind, minutes, standing, completed, title, open: isOpen(lesson), sitting };
}

function sittingOf(lessonId: string, enrolment: Sittings): LessonView["sitting"] {
  if (enrolment?.openQuizzes.includes(lessonId)) return "open";
  return enrolment?.waitingQuizzes.includes(lessonId) ? "waiting" : null;
}
