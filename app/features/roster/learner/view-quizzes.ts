import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import type { LearnerFacts } from "./learner-facts.server.ts";

type Title = { text: string; locale: Locale };
type OutlineLesson = { id: string; slug: string; kind: string; title: Title };

/**
 * The quizzes of a course as one learner stands in them, in the order of her outline, then those that are in it no
 * more. As long as a quiz that is graded without names waits for anybody, nothing of an attempt is told by which it
 * could be found among the answers to grade.
 */
export function viewQuizzes(
  facts: LearnerFacts,
  { lessons, locale }: { lessons: readonly OutlineLesson[]; locale: Locale },
) {
  const own = lessons.filter(({ kind }) => kind === "quiz");
  const known = new Set(own.map(({ id }) => id));
  const gone = facts.quizzes
    .filter(({ lessonId }) => !known.has(lessonId))
    .map(({ lessonId, lesson }) => ({
      id: lessonId,
      slug: lesson?.slug ?? null,
      title: pickTranslated(lesson?.titles ?? {}, locale),
    }));
  return [...own, ...gone].map(({ id, slug, title }) => {
    const of = (row: { lessonId: string }) => row.lessonId === id;
    const nameless = facts.nameless.includes(id);
    return {
      ...{ id, slug, title, nameless },
      standing: facts.standings.find(of) ?? null,
      override: facts.overrides.find(of) ?? null,
      accommodations: facts.accommodations.filter(of),
      attempts: facts.attempts.filter(of).map((attempt) => (nameless ? hide(attempt) : { ...attempt, hidden: false })),
    };
  });
}

type Attempt = LearnerFacts["attempts"][number];

function hide({ lessonId, number, state, voidReason, voidedAt }: Attempt) {
  const kept = { lessonId, number, state, voidReason, voidedAt, hidden: true };
  return {
    ...kept,
    id: null,
    startedAt: null,
    submittedAt: null,
    submittedBy: null,
    points: null,
    maxPoints: 0,
    passed: null,
  };
}
