import type { StripePayment } from "#app/features/payment/stripe/read-payment.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db, Tx } from "#app/platform/db/client.server.ts";
import type { OrderState } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { applyDisputes, isInDispute } from "./apply-disputes.server.ts";
import { applyRefunds } from "./apply-refunds.server.ts";
import { type LockedOrder, lockOrder } from "./lock-order.server.ts";
import { isUnpaid, isWaiting, paidState } from "./order-state.ts";
import { recordPaid } from "./record-paid.server.ts";
import { endUnpaid } from "./release-order.server.ts";
import { writeEvent } from "./write-event.server.ts";

type Applying = { order: LockedOrder; payment: StripePayment; now: Date };

/** What an order that nobody has paid yet becomes by what Stripe says of its session. */
async function applyUnpaid(tx: Tx, { order, payment, now }: Applying): Promise<void> {
  const { id: orderId } = order;
  if (payment.state === "paid") {
    const known = payment.currency === order.currency;
    if (!known) throw new Error(`Order ${orderId} was paid in another currency than was agreed`);
    return recordPaid(tx, { order, amount: payment.received, now });
  }
  if (!isWaiting(order.state)) return;
  if (payment.state === "processing" && order.state === "open") {
    await tx.order.update({ where: { id: orderId }, data: { state: "pending" } });
    await writeEvent(tx, { orderId, kind: "pending", at: now });
  } else if (payment.state === "failed") {
    await endUnpaid(tx, { order, state: "failed", now });
    await writeEvent(tx, { orderId, kind: "failed", at: now });
  } else if (payment.state === "expired") {
    const state = order.cancelAskedAt ? "cancelled" : "expired";
    await endUnpaid(tx, { order, state, now });
    await writeEvent(tx, { orderId, kind: state, at: now });
  }
}

/** Brings the state of an order that was paid to what its sums and disputes say. */
export async function settleState(tx: Tx, orderId: string): Promise<OrderState> {
  const order = await lockOrder(tx, orderId);
  if (order.paidAt === null) return order.state;
  const state = paidState({ ...order, inDispute: await isInDispute(tx, orderId) });
  if (state !== order.state) await tx.order.update({ where: { id: orderId }, data: { state } });
  return state;
}

async function apply(tx: Tx, { order, payment, now }: Applying): Promise<OrderState> {
  const { sessionId, intentId, receiptUrl, tax } = payment;
  await tx.order.update({
    where: { id: order.id },
    data: {
      syncs: { increment: 1 },
      stripeSessionId: sessionId,
      stripePaymentIntentId: intentId ?? order.stripePaymentIntentId,
      receiptUrl: receiptUrl ?? order.receiptUrl,
      ...(payment.state === "open" && payment.url ? { checkoutUrl: payment.url } : {}),
      ...(order.paidAt ? {} : { taxAmount: tax }),
    },
  });
  if (isUnpaid(order.state)) await applyUnpaid(tx, { order, payment, now });
  const { refunds = [], disputes = [] } = payment;
  if (refunds.length > 0) await applyRefunds(tx, { order: await lockOrder(tx, order.id), refunds, now });
  if (disputes.length > 0) await applyDisputes(tx, { order: await lockOrder(tx, order.id), disputes, now });
  return settleState(tx, order.id);
}

/**
 * Makes an order what Stripe said it is, in one transaction. `syncs` is how often that was done before Stripe was asked:
 * where somebody else did it since, what was said may be old news; nothing is applied then and undefined returned, so
 * that Stripe is asked again. So states only ever go forward, however late or often they are told.
 */
export async function applyPayment(
  { db, clock }: { db: Db; clock: Clock },
  { orderId, syncs, payment }: { orderId: string; syncs: number; payment: StripePayment },
): Promise<OrderState | undefined> {
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order.syncs !== syncs) return undefined;
    return apply(tx, { order, payment, now: clock.now() });
  });
}
