import { openPlace } from "#app/features/enrolment/tending/open-place.server.ts";
import { tellAboutPlace } from "#app/features/enrolment/tending/tell-about-place.server.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { writeCompletion } from "./complete-lesson.server.ts";
import { waiverMail } from "./waiver-mail.ts";

/**
 * Completes a lesson in a learner's name, whatever it asks for, with what follows as by any completion: progress, the
 * lessons that waited for it, the certificate. Of a quiz it gives no grade. As any completion it cannot be taken back.
 * Written to the audit log, and told to her by mail, both with the reason; waiving what is complete changes nothing.
 * Throws `withdrawn` where she has left the course, and 404 for who may not tend its learners, and for a lesson that
 * neither her release nor the current one has.
 */
export async function waiveLesson(
  ctx: Pick<PersonContext, "db" | "actor" | "clock" | "requestId">,
  input: { course: string; enrolmentId: string; lessonId: string; reason: string },
): Promise<void> {
  const { lessonId, reason } = input;
  const { id: enrolmentId, userId } = await openPlace(ctx, input);
  await inTransaction(ctx.db, async (tx) => {
    const fact = { userId, enrolmentId, lessonId, cause: "waived" as const, at: ctx.clock.now() };
    const { written, finished } = await writeCompletion(fact, (text, values) =>
      tx.$queryRawUnsafe<unknown[]>(text, ...values),
    );
    if (!written) return;
    await writeAuditEntry(tx, ctx, {
      ...{ action: "completion.waive", subjectType: "enrolment", subjectId: enrolmentId, reason },
      after: { lessonId, finished },
    });
    const lesson = await titlesOf(tx, lessonId);
    await tellAboutPlace(tx, waiverMail, { enrolmentId, values: (place) => ({ ...place, reason, lesson }) });
  });
}

/** As the newest release that has the lesson calls it. */
async function titlesOf(tx: Tx, lessonId: string): Promise<Record<string, string>> {
  const newest = await tx.releaseLesson.findFirst({
    where: { lessonId },
    orderBy: { release: { number: "desc" } },
    select: { texts: { select: { locale: true, title: true } } },
  });
  return Object.fromEntries((newest?.texts ?? []).map(({ locale, title }) => [locale, title]));
}
