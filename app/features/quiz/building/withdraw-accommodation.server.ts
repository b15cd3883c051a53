import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openQuizDraft, type QuizAddress } from "./open-quiz-draft.server.ts";

/**
 * Takes back what was granted to a learner or cohort. Attempts that are open keep the time they have. Written to the
 * audit log with the reason. Throws 404 where there is none, and for who may not edit the quiz.
 */
export async function withdrawAccommodation(
  ctx: Pick<PersonContext, "db" | "actor" | "requestId">,
  { id, reason, ...address }: QuizAddress & { id: string; reason: string },
): Promise<void> {
  const { lesson } = await openQuizDraft(ctx, address);
  await inTransaction(ctx.db, async (tx) => {
    const held = await tx.quizAccommodation.findFirst({ where: { id, lessonId: lesson.id } });
    if (!held) throw notFound();
    await tx.quizAccommodation.delete({ where: { id } });
    const { enrolmentId, cohortId, extraMinutes, opensAt, closesAt } = held;
    await writeAuditEntry(tx, ctx, {
      action: "accommodation.withdraw",
      subjectType: cohortId ? "cohort" : "enrolment",
      subjectId: cohortId ?? enrolmentId ?? undefined,
      reason,
      before: {
        ...{ lessonId: lesson.id, extraMinutes, reason: held.reason },
        ...{ opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null },
      },
    });
  });
}
