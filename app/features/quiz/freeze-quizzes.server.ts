import { isDeepStrictEqual } from "node:util";
import type { FreezeBodies, ReleaseProblem } from "#app/features/lesson/frozen-bodies.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { findDrawable, freezePlan } from "./freeze-plan.server.ts";
import { type FrozenPlan, frozenPlanSchema, quizPlanSchema } from "./quiz-plan.ts";
import { type QuizRules, quizRulesSchema } from "./quiz-rules.ts";

type Lesson = { id: string; slug: string };

function problemsOf({ slug }: Lesson, plan: FrozenPlan | undefined): ReleaseProblem[] {
  const problem = (
    code: "noQuestions" | "questionMissing" | "poolTooSmall",
    values: { asked?: number; found?: number } = {},
  ) => ({
    code,
    messageKey: `release:errors.${code}`,
    values: { lesson: slug, ...values },
  });
  const slots = plan?.sections.flatMap((section) => section.slots) ?? [];
  if (slots.length === 0) return [problem("noQuestions")];
  return slots.flatMap(({ count, from: { versionIds } }) => {
    if (versionIds.length === 0) return [problem("questionMissing")];
    return versionIds.length < count ? [problem("poolTooSmall", { asked: count, found: versionIds.length })] : [];
  });
}

type FrozenQuiz = { lessonId: string; rules: QuizRules; plan: FrozenPlan };

async function findChanged(
  tx: Tx,
  { releaseId, quizzes }: { releaseId: string; quizzes: readonly FrozenQuiz[] },
): Promise<string[]> {
  const released = await tx.releaseQuiz.findMany({
    where: { releaseId },
    select: { lessonId: true, rules: true, plan: true },
  });
  const before = new Map(
    released.map(({ lessonId, rules, plan }) => [
      lessonId,
      { lessonId, rules: quizRulesSchema.parse(rules), plan: frozenPlanSchema.parse(plan) },
    ]),
  );
  const differs = (quiz: FrozenQuiz) =>
    before.has(quiz.lessonId) && !isDeepStrictEqual(before.get(quiz.lessonId), quiz);
  return quizzes.filter(differs).map(({ lessonId }) => lessonId);
}

/**
 * The quizzes of a draft: their rules, and for each slot the versions that may be drawn. Problems: `noQuestions`,
 * `questionMissing`, `poolTooSmall`.
 */
export const freezeQuizzes: FreezeBodies = async (tx, course) => {
  const lessons = course.sections.flatMap((section) => section.lessons.filter(({ kind }) => kind === "quiz"));
  if (lessons.length === 0)
    return { problems: [], fingerprints: [], changedSince: async () => [], write: async () => undefined };
  const known = await findDrawable(tx, { courseId: course.id });
  const drafts = await tx.quiz.findMany({
    where: { lessonId: { in: lessons.map(({ id }) => id) } },
    select: { lessonId: true, rules: true, plan: true },
    orderBy: { lessonId: "asc" },
  });
  const quizzes = drafts.map(({ lessonId, rules, plan }) => ({
    lessonId,
    rules: quizRulesSchema.parse(rules),
    plan: freezePlan(quizPlanSchema.parse(plan), known),
  }));
  const planOf = new Map(quizzes.map(({ lessonId, plan }) => [lessonId, plan]));
  return {
    problems: lessons.flatMap((lesson) => problemsOf(lesson, planOf.get(lesson.id))),
    fingerprints: quizzes.map((quiz) => JSON.stringify(quiz)),
    changedSince: (releaseId) => findChanged(tx, { releaseId, quizzes }),
    write: async (releaseId) => {
      await tx.releaseQuiz.createMany({ data: quizzes.map((quiz) => ({ ...quiz, releaseId })) });
    },
  };
};
