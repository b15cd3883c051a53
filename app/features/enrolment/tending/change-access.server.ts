import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openPlace } from "./open-place.server.ts";
import { tellAboutPlace } from "./tell-about-place.server.ts";
import { accessMail } from "./tending-mails.ts";

/**
 * Says anew until when a learner may read a course: longer, shorter, or for ever (null). Progress stays whatever is
 * said. Written to the audit log, and told to her by mail, both with the reason; what she has already changes nothing.
 * Throws 404 for who may not tend the course's learners, and where it has no such place.
 */
export async function changeAccess(
  ctx: Pick<PersonContext, "db" | "actor" | "requestId">,
  input: { course: string; enrolmentId: string; accessUntil: Date | null; reason: string },
): Promise<void> {
  const { accessUntil, reason } = input;
  const { id } = await openPlace(ctx, input);
  await inTransaction(ctx.db, async (tx) => {
    const [held] = await tx.$queryRaw<{ accessUntil: Date | null }[]>`
      SELECT "accessUntil" FROM "Enrolment" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
    if (!held || held.accessUntil?.getTime() === accessUntil?.getTime()) return;
    await tx.enrolment.update({ where: { id }, data: { accessUntil } });
    const until = (moment: Date | null) => ({ accessUntil: moment?.toISOString() ?? null });
    await writeAuditEntry(tx, ctx, {
      ...{ action: "enrolment.changeAccess", subjectType: "enrolment", subjectId: id, reason },
      before: until(held.accessUntil),
      after: until(accessUntil),
    });
    await tellAboutPlace(tx, accessMail, {
      enrolmentId: id,
      values: (place) => ({ ...place, reason, ...until(accessUntil) }),
    });
  });
}
