import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { jsonField } from "#app/platform/http/json-field.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type QuizPlan, quizPlanSchema } from "../quiz-plan.ts";
import { usualRules } from "../quiz-rules.ts";
import { changedMeanwhile, versionOf } from "./draft-version.ts";
import { openQuizDraft, type QuizAddress } from "./open-quiz-draft.server.ts";

const MOST_CHARACTERS = 1_000_000;

export const saveQuizPlanSchema = z.object({
  plan: jsonField(quizPlanSchema, { longest: MOST_CHARACTERS }),
  /** Of the plan that was edited. */
  before: z.string().max(100),
});

function refuse(code: "sameQuestionTwice" | "unknownQuestion" | "unfitPlan"): ExpectedError {
  return new ExpectedError({ code, messageKey: `quiz-editor:errors.${code}`, status: 422 });
}

const slotsOf = (plan: QuizPlan) => plan.sections.flatMap((section) => section.slots);

/** What no schema can say: ids that stand twice, a question taken twice, and what is of another course. */
async function assertFits(tx: Tx, { plan, before, courseId }: { plan: QuizPlan; before: QuizPlan; courseId: string }) {
  const slots = slotsOf(plan);
  const ids = [...plan.sections, ...slots].map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw refuse("unfitPlan");
  const fixed = slots.flatMap(({ from, count }) => ("questionId" in from ? { id: from.questionId, count } : []));
  const questionIds = new Set(fixed.map(({ id }) => id));
  if (questionIds.size < fixed.length) throw refuse("sameQuestionTwice");
  if (fixed.some(({ count }) => count !== 1)) throw refuse("unfitPlan");
  // A question that was removed meanwhile stays in the plan, where it is shown as missing, until it is taken out.
  const known = new Set(slotsOf(before).map(({ from }) => ("questionId" in from ? from.questionId : "")));
  const fresh = [...questionIds].filter((id) => !known.has(id));
  const found = await tx.question.count({ where: { id: { in: fresh }, courseId, removedAt: null } });
  if (found < fresh.length) throw refuse("unknownQuestion");
  const categories = new Set(slots.flatMap(({ from }) => ("pool" in from ? (from.pool.categoryId ?? []) : [])));
  const there = await tx.questionCategory.count({ where: { id: { in: [...categories] }, courseId } });
  if (there < categories.size) throw refuse("unfitPlan");
}

/**
 * Saves which questions a quiz's draft has, where nobody saved them since `before` (throws `changedMeanwhile`), and
 * answers what tells the plan from others. Throws `sameQuestionTwice`, `unknownQuestion`, `unfitPlan`, and 404 for who
 * may not edit it.
 */
export async function saveQuizPlan(
  ctx: Pick<PersonContext, "db" | "actor">,
  { plan, before, ...address }: QuizAddress & z.output<typeof saveQuizPlanSchema>,
): Promise<{ version: string }> {
  const { course, lesson } = await openQuizDraft(ctx, address);
  return inTransaction(ctx.db, async (tx) => {
    // One at a time, so that the plan compared is the plan replaced.
    await tx.$queryRaw`select 1 from "Lesson" where "id" = ${lesson.id}::uuid for update`;
    const now = await openQuizDraft({ db: tx, actor: ctx.actor }, address);
    if (versionOf(now.plan) !== before) throw changedMeanwhile();
    await assertFits(tx, { plan, before: now.plan, courseId: course.id });
    await tx.quiz.upsert({
      where: { lessonId: lesson.id },
      create: { lessonId: lesson.id, courseId: course.id, rules: usualRules, plan },
      update: { plan },
    });
    return { version: versionOf(quizPlanSchema.parse(plan)) };
  });
}
