import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import type { LearnerLesson, LearnerSection } from "./learner-outline.ts";

type LocalText = { text: string; locale: Locale };

/** A lesson as an outline on the screen shows it. */
export type LessonView = Pick<LearnerLesson, "id" | "slug" | "kind" | "minutes" | "standing" | "completed"> & {
  title: LocalText;
  /** Whether she who looks may open it now. */
  open: boolean;
};

export type SectionView = { id: string; title: LocalText; lessons: LessonView[] };

/** An outline in the reader's language, with no more in it than is shown. */
export function viewOutline(
  sections: readonly LearnerSection[],
  { locale, isOpen }: { locale: Locale; isOpen: (lesson: LearnerLesson) => boolean },
): SectionView[] {
  return sections.map(({ id, titles, lessons }) => ({
    id,
    title: pickTranslated(titles, locale),
    lessons: lessons.map((lesson) => viewLesson(lesson, { locale, isOpen })),
  }));
}

/** One lesson of it. */
export function viewLesson(
  lesson: LearnerLesson,
  { locale, isOpen }: { locale: Locale; isOpen: (lesson: LearnerLesson) => boolean },
): LessonView {
  const { id, slug, kind, minutes, standing, completed, titles } = lesson;
  return { id, slug, kind, minutes, standing, completed, title: pickTranslated(titles, locale), open: isOpen(lesson) };
}
