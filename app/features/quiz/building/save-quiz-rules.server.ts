import type { z } from "zod";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { changedMeanwhile, versionOf } from "./draft-version.ts";
import { openQuizDraft, type QuizAddress } from "./open-quiz-draft.server.ts";
import type { rulesFormSchema } from "./rules-form.ts";

/**
 * Saves the rules of a quiz's draft, where nobody saved them since `before` (throws `changedMeanwhile`) or the actor
 * has seen that and saves `over` it. Throws 404 for who may not edit it.
 */
export async function saveQuizRules(
  ctx: Pick<PersonContext, "db" | "actor">,
  { rules, before, over, ...address }: QuizAddress & z.output<typeof rulesFormSchema>,
): Promise<void> {
  const { course, lesson } = await openQuizDraft(ctx, address);
  await inTransaction(ctx.db, async (tx) => {
    // One at a time, so that the rules compared are the rules replaced.
    await tx.$queryRaw`select 1 from "Lesson" where "id" = ${lesson.id}::uuid for update`;
    const now = await openQuizDraft({ db: tx, actor: ctx.actor }, address);
    if (!over && versionOf(now.rules) !== before) throw changedMeanwhile();
    await tx.quiz.upsert({
      where: { lessonId: lesson.id },
      create: { lessonId: lesson.id, courseId: course.id, rules, plan: now.plan },
      update: { rules },
    });
  });
}
