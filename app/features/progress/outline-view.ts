import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import type { LearnerLesson, LearnerSection } from "./learner-outline.ts";
import { type Gate, isOpenGate } from "./lesson-gate.ts";

type LocalText = { text: string; locale: Locale };

/** A lesson as an outline on the screen shows it. */
export type LessonView = Pick<LearnerLesson, "id" | "slug" | "kind" | "minutes" | "standing" | "completed"> & {
  title: LocalText;
  /** Whether she who looks may open it now. */
  open: boolean;
  /** What she waits for, where it opens to her by itself or by what she does. */
  wait: WaitView | null;
  /** Of a quiz: she has an attempt open, or answers that wait to be graded. */
  sitting: "open" | "waiting" | null;
};

/** What keeps a lesson closed for now: its day, or lessons to complete first. */
export type WaitView =
  | { for: "later"; opensAt: Date }
  | { for: "first"; lessons: { slug: string; title: LocalText; open: boolean }[] };

/** Of the actor's own enrolment; null for somebody without one. */
type Sittings = { openQuizzes: readonly string[]; waitingQuizzes: readonly string[] } | null;
type See = { locale: Locale; gate: (lesson: LearnerLesson) => Gate; enrolment?: Sittings };

export type SectionView = { id: string; title: LocalText; lessons: LessonView[] };

/** An outline in the reader's language, with no more in it than is shown. */
export function viewOutline(sections: readonly LearnerSection[], see: See): SectionView[] {
  const all = sections.flatMap((section) => section.lessons);
  return sections.map(({ id, titles, lessons }) => ({
    id,
    title: pickTranslated(titles, see.locale),
    lessons: lessons.map((lesson) => viewLesson(lesson, all, see)),
  }));
}

/** One lesson of all that a course has. */
export function viewLesson(lesson: LearnerLesson, all: readonly LearnerLesson[], see: See): LessonView {
  const { locale, enrolment = null } = see;
  const { id, slug, kind, minutes, standing, completed, titles } = lesson;
  const title = pickTranslated(titles, locale);
  const sitting = sittingOf(id, enrolment);
  const gate = see.gate(lesson);
  const wait = gate.access === "later" || gate.access === "first" ? viewWait(gate.wait, all, see) : null;
  return { id, slug, kind, minutes, standing, completed, title, open: isOpenGate(gate), wait, sitting };
}

/** What a learner waits for, with what is to be done first by name. */
export function viewWait(wait: Gate["wait"], all: readonly LearnerLesson[], { locale, gate }: See): WaitView | null {
  if (wait?.for !== "first") return wait;
  const asked = all.filter(({ id }) => wait.lessonIds.includes(id));
  const lessons = asked.map((lesson) => ({
    slug: lesson.slug,
    title: pickTranslated(lesson.titles, locale),
    open: isOpenGate(gate(lesson)),
  }));
  return { for: "first", lessons };
}

function sittingOf(lessonId: string, enrolment: Sittings): LessonView["sitting"] {
  if (enrolment?.openQuizzes.includes(lessonId)) return "open";
  return enrolment?.waitingQuizzes.includes(lessonId) ? "waiting" : null;
}
