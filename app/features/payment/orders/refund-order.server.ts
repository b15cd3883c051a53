import { issueCreditNote } from "#app/features/payment/documents/issue-invoice.server.ts";
import { chargeStep } from "#app/features/payment/money/stripe-amount.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isInDispute } from "./apply-disputes.server.ts";
import { settleState } from "./apply-payment.server.ts";
import { askRefund, refundableAmount } from "./ask-refund.server.ts";
import { revokeAccess } from "./change-access.server.ts";
import { type LockedOrder, lockOrder } from "./lock-order.server.ts";
import { writeEvent } from "./write-event.server.ts";

type RefundInput = {
  orderId: string;
  /** Minor units; null is all that is left. */
  amount: number | null;
  /** Whether she keeps what she bought. */
  keepsAccess: boolean;
  reason: string;
  /** What was left when it was decided, in minor units: pressing twice does not refund twice. */
  seenRest?: number;
};

async function decideAmount(
  tx: Tx,
  { order, amount, seenRest }: { order: LockedOrder; amount: number | null; seenRest?: number },
): Promise<number> {
  if (await isInDispute(tx, order.id)) throw paymentRefused("refundDisputed");
  const rest = await refundableAmount(tx, order);
  if (rest <= 0) throw paymentRefused("nothingToRefund");
  if (seenRest !== undefined && seenRest !== rest) throw paymentRefused("orderChanged");
  const wanted = amount ?? rest;
  const whole = Number.isSafeInteger(wanted) && wanted > 0 && wanted % chargeStep(order.currency) === 0;
  if (!whole || wanted > rest) throw paymentRefused("refundTooMuch", { rest });
  return wanted;
}

/**
 * Gives money of an order back, in full or in part. What is taken from her is taken at once; the money follows by a job,
 * or, where it did not come by Stripe, once `confirmRefund` says so. Returns the refund's id. For admins: throws 404 to
 * others; and `nothingToRefund`, `refundTooMuch`, `refundDisputed`, and `orderChanged` where less or more is left than the
 * admin saw.
 */
export async function refundOrder(
  { db, actor, clock, requestId }: PersonContext,
  { orderId, amount, keepsAccess, reason, seenRest }: RefundInput,
): Promise<string> {
  if (!isAdmin(actor)) throw notFound();
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    const now = clock.now();
    const decided = await decideAmount(tx, { order, amount, seenRest });
    const refund = { amount: decided, cause: "decided" as const, keepsAccess, reason, askedById: actor.id };
    const id = await askRefund(tx, { order, ...refund, now });
    if (!keepsAccess) await revokeAccess(tx, { order, now, key: `refund:${id}:access`, actorId: actor.id });
    const act = { action: "order.refund", subjectType: "order", subjectId: orderId, reason };
    await writeAuditEntry(tx, { actor, requestId }, { ...act, after: { amount: decided, keepsAccess } });
    return id;
  });
}

/**
 * Says that a refund that the academy makes by hand was paid out. Repeating it is a success. For admins: throws 404 to
 * others, and for one that Stripe does by itself; `notWaiting` for one that is over.
 */
export async function confirmRefund(
  { db, actor, clock, requestId }: PersonContext,
  { refundId, reason, ...named }: { orderId?: string; refundId: string; reason: string },
): Promise<void> {
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const refund = await tx.orderRefund.findUnique({
      where: { id: refundId },
      select: { orderId: true, amount: true, byHand: true },
    });
    if (!refund?.byHand || (named.orderId ?? refund.orderId) !== refund.orderId) throw notFound();
    const { orderId, amount } = refund;
    await lockOrder(tx, orderId);
    const now = clock.now();
    const { count } = await tx.orderRefund.updateMany({
      where: { id: refundId, state: "asked" },
      data: { state: "succeeded", endedAt: now },
    });
    if (count === 0) {
      const paidOut = await tx.orderRefund.count({ where: { id: refundId, state: "succeeded" } });
      if (paidOut === 0) throw paymentRefused("notWaiting");
      return;
    }
    const key = `refund:${refundId}:succeeded`;
    const detail = { refund: refundId, amount };
    await writeEvent(tx, { orderId, kind: "refunded", key, at: now, refunded: amount, actorId: actor.id, detail });
    await issueCreditNote(tx, { refundId, now });
    await settleState(tx, orderId);
    const act = { action: "order.confirm-refund", subjectType: "order", subjectId: orderId, reason };
    await writeAuditEntry(tx, { actor, requestId }, { ...act, after: { refund: refundId, amount } });
  });
}
