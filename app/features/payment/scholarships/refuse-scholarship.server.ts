import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { lockScholarship } from "./lock-scholarship.server.ts";
import { decisionRefused } from "./scholarship-errors.ts";
import { refusedMail, takenBackMail } from "./scholarship-mails.ts";
import { tellScholar } from "./tell-scholar.server.ts";

type Refusal = {
  scholarshipId: string;
  /** What the learner is told. */
  reason: string;
};

/**
 * Refuses a scholarship that waits, and tells its learner why. For admins, for others than themselves: throws 404 to
 * others; `own`, `decided`.
 */
export async function refuseScholarship(ctx: PersonContext, { scholarshipId, reason }: Refusal): Promise<void> {
  const { db, actor, clock } = ctx;
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const { userId, state } = await lockScholarship(tx, scholarshipId);
    if (userId === actor.id) throw decisionRefused("own");
    if (state !== "waiting") throw decisionRefused("decided");
    const decided = { reason, decidedById: actor.id, decidedAt: clock.now() };
    await tx.scholarship.update({ where: { id: scholarshipId }, data: { ...decided, state: "refused" } });
    const act = { action: "scholarship.refuse", subjectType: "scholarship", subjectId: scholarshipId, reason };
    await writeAuditEntry(tx, ctx, act);
    await tellScholar(tx, refusedMail, { scholarshipId, values: (scholar) => ({ ...scholar, reason }) });
  });
}

/**
 * Takes back a scholarship that was granted and not used: its fund has the money again, and its learner is told why. For
 * admins: throws 404 to others, `used` where an order holds it, and `decided` where it is not granted any more.
 */
export async function takeScholarshipBack(ctx: PersonContext, { scholarshipId, reason }: Refusal): Promise<void> {
  const { db, actor } = ctx;
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const { state, orderId, percent, fundId, amount } = await lockScholarship(tx, scholarshipId);
    if (orderId) throw decisionRefused("used");
    if (state !== "granted") throw decisionRefused("decided");
    await tx.scholarship.update({ where: { id: scholarshipId }, data: { state: "withdrawn", reason } });
    const act = { action: "scholarship.takeBack", subjectType: "scholarship", subjectId: scholarshipId, reason };
    await writeAuditEntry(tx, ctx, { ...act, before: { percent, fundId, amount } });
    await tellScholar(tx, takenBackMail, { scholarshipId, values: (scholar) => ({ ...scholar, reason }) });
  });
}
