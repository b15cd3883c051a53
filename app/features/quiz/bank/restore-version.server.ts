import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addVersion, lockQuestion } from "./add-version.server.ts";
import { isSameBody } from "./canonical-body.ts";
import { openBank } from "./open-bank.server.ts";

/**
 * Makes an older version of a question the current one again, as a new version; answers its number. Where the current
 * one says the same already, it stays. Throws `notFound`.
 */
export async function restoreVersion(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug, question: questionId, number }: { course: string; question: string; number: number },
): Promise<number> {
  const course = await openBank(ctx, { course: slug });
  return inTransaction(ctx.db, async (tx) => {
    const question = await lockQuestion(tx, { id: questionId, courseId: course.id });
    if (!question || question.removedAt) throw notFound();
    const version = await tx.questionVersion.findUnique({ where: { questionId_number: { questionId, number } } });
    if (!version) throw notFound();
    if (isSameBody(question.body, version.body)) return question.current;
    return addVersion(tx, { questionId, body: version.body, createdById: ctx.actor.id, now: ctx.clock.now() });
  });
}
