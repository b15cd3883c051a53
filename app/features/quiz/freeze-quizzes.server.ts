import type { FreezeBodies, ReleaseProblem } from "#app/features/lesson/frozen-bodies.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { type FrozenPlan, type QuizPlan, quizPlanSchema } from "./quiz-plan.ts";
import { quizRulesSchema } from "./quiz-rules.ts";

type Lesson = { id: string; slug: string };
/** A question that may be drawn now, by its current version. */
type Known = { id: string; categoryId: string | null; tags: string[]; versionId: string };

/** Questions of the course's bank that are not removed. */
async function findKnown(tx: Tx, courseId: string): Promise<Known[]> {
  return tx.$queryRaw<Known[]>`
    SELECT q."id", q."categoryId", q."tags", v."id" AS "versionId"
    FROM "Question" q JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."number" = q."current"
    WHERE q."courseId" = ${courseId}::uuid AND q."removedAt" IS NULL ORDER BY q."id"`;
}

type Source = QuizPlan["sections"][number]["slots"][number]["from"];

function versionsFor(from: Source, known: Known[]): string[] {
  const fits = (question: Known) => {
    if ("questionId" in from) return question.id === from.questionId;
    const { categoryId, tags } = from.pool;
    return (
      (categoryId === null || question.categoryId === categoryId) && tags.every((tag) => question.tags.includes(tag))
    );
  };
  return known.filter(fits).map(({ versionId }) => versionId);
}

function freeze(plan: QuizPlan, known: Known[]): FrozenPlan {
  return {
    sections: plan.sections.map((section) => ({
      ...section,
      slots: section.slots.map((slot) => ({ ...slot, from: { versionIds: versionsFor(slot.from, known) } })),
    })),
  };
}

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

/**
 * The quizzes of a draft: their rules, and for each slot the versions that may be drawn. Problems: `noQuestions`,
 * `questionMissing`, `poolTooSmall`.
 */
export const freezeQuizzes: FreezeBodies = async (tx, course) => {
  const lessons = course.sections.flatMap((section) => section.lessons.filter(({ kind }) => kind === "quiz"));
  if (lessons.length === 0) return { problems: [], fingerprints: [], write: async () => undefined };
  const known = await findKnown(tx, course.id);
  const drafts = await tx.quiz.findMany({
    where: { lessonId: { in: lessons.map(({ id }) => id) } },
    select: { lessonId: true, rules: true, plan: true },
    orderBy: { lessonId: "asc" },
  });
  const quizzes = drafts.map(({ lessonId, rules, plan }) => ({
    lessonId,
    rules: quizRulesSchema.parse(rules),
    plan: freeze(quizPlanSchema.parse(plan), known),
  }));
  const planOf = new Map(quizzes.map(({ lessonId, plan }) => [lessonId, plan]));
  return {
    problems: lessons.flatMap((lesson) => problemsOf(lesson, planOf.get(lesson.id))),
    fingerprints: quizzes.map((quiz) => JSON.stringify(quiz)),
    write: async (releaseId) => {
      await tx.releaseQuiz.createMany({ data: quizzes.map((quiz) => ({ ...quiz, releaseId })) });
    },
  };
};
