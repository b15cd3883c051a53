import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isInDispute } from "./apply-disputes.server.ts";
import { askRefund, refundableAmount } from "./ask-refund.server.ts";
import { lockOrder } from "./lock-order.server.ts";

type Retry = {
  /** Where it is said, a refund of another order is not found. */
  orderId?: string;
  refundId: string;
  /** The academy pays it out itself, since Stripe cannot. */
  byHand: boolean;
  reason: string;
};

const hasFailed = (state: string) => state === "failed" || state === "cancelled";

/**
 * Asks again for a refund that failed, once for each: at Stripe, or to be paid out by hand and said so by
 * `confirmRefund`. What was taken from the learner with the first stays taken. Returns the new refund's id, also where
 * it was asked for before. For admins: throws 404 to others; `notWaiting` for one that did not fail, `refundDisputed`,
 * and `refundTooMuch` where its money was given back in another way meanwhile.
 */
export async function retryRefund(
  { db, actor, clock, requestId }: PersonContext,
  { orderId, refundId, byHand, reason }: Retry,
): Promise<string> {
  if (!isAdmin(actor)) throw notFound();
  return inTransaction(db, async (tx) => {
    const found = await tx.orderRefund.findUnique({ where: { id: refundId }, select: { orderId: true } });
    if (!found || (orderId ?? found.orderId) !== found.orderId) throw notFound();
    const order = await lockOrder(tx, found.orderId);
    const failed = await tx.orderRefund.findUniqueOrThrow({ where: { id: refundId }, include: { retriedBy: true } });
    if (failed.retriedBy) return failed.retriedBy.id;
    if (!hasFailed(failed.state)) throw paymentRefused("notWaiting");
    if (await isInDispute(tx, order.id)) throw paymentRefused("refundDisputed");
    const rest = await refundableAmount(tx, order);
    const { amount, cause, keepsAccess } = failed;
    if (amount > rest) throw paymentRefused("refundTooMuch", { rest });
    const again = { amount, cause, keepsAccess, reason, byHand, retryOfId: refundId, askedById: actor.id };
    const id = await askRefund(tx, { order, ...again, now: clock.now() });
    const act = { action: "order.retry-refund", subjectType: "order", subjectId: order.id, reason };
    await writeAuditEntry(
      tx,
      { actor, requestId },
      { ...act, after: { amount, byHand, retryOf: refundId, refund: id } },
    );
    return id;
  });
}
