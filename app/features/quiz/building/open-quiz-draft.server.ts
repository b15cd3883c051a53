import { type DraftAsker, openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { type QuizPlan, quizPlanSchema } from "../quiz-plan.ts";
import { type QuizRules, quizRulesSchema, usualRules } from "../quiz-rules.ts";

export type QuizAddress = { course: string; lesson: string };

/** The draft of a quiz that the actor may edit. Throws 404 where there is none. */
export async function openQuizDraft(asker: DraftAsker, address: QuizAddress) {
  const course = await openCourseDraft(asker, address);
  const lesson = await asker.db.lesson.findUnique({
    where: { courseId_slug: { courseId: course.id, slug: address.lesson }, removedAt: null },
    select: {
      ...{ id: true, slug: true, kind: true },
      texts: { select: { locale: true, title: true } },
      quiz: { select: { rules: true, plan: true } },
    },
  });
  if (lesson?.kind !== "quiz") throw notFound();
  const { id, slug, texts, quiz } = lesson;
  const titles: Translated = Object.fromEntries(texts.map(({ locale, title }) => [localeSchema.parse(locale), title]));
  const rules: QuizRules = quiz ? quizRulesSchema.parse(quiz.rules) : usualRules;
  const plan: QuizPlan = quiz ? quizPlanSchema.parse(quiz.plan) : { sections: [] };
  return { course, lesson: { id, slug, titles }, rules, plan };
}
