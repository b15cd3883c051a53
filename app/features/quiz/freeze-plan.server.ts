import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { FrozenPlan, QuizPlan } from "./quiz-plan.ts";

/** A question that may be drawn now, by its current version. */
export type Drawable = { id: string; categoryId: string | null; tags: string[]; versionId: string };

/** Questions of a course's bank that are not removed. */
export async function findDrawable(db: DbOrTx, { courseId }: { courseId: string }): Promise<Drawable[]> {
  return db.$queryRaw<Drawable[]>`
    SELECT q."id", q."categoryId", q."tags", v."id" AS "versionId"
    FROM "Question" q JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."number" = q."current"
    WHERE q."courseId" = ${courseId}::uuid AND q."removedAt" IS NULL ORDER BY q."id"`;
}

type Source = QuizPlan["sections"][number]["slots"][number]["from"];

function versionsFor(from: Source, known: readonly Drawable[]): string[] {
  const fits = (question: Drawable) => {
    if ("questionId" in from) return question.id === from.questionId;
    const { categoryId, tags } = from.pool;
    return (
      (categoryId === null || question.categoryId === categoryId) && tags.every((tag) => question.tags.includes(tag))
    );
  };
  return known.filter(fits).map(({ versionId }) => versionId);
}

/** The plan with the versions that each slot may draw of what is in the bank now; a slot may be left with none. */
export function freezePlan(plan: QuizPlan, known: readonly Drawable[]): FrozenPlan {
  return {
    sections: plan.sections.map((section) => ({
      ...section,
      slots: section.slots.map((slot) => ({ ...slot, from: { versionIds: versionsFor(slot.from, known) } })),
    })),
  };
}
