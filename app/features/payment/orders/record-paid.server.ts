import { issueInvoice } from "#app/features/payment/documents/issue-invoice.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { askRefund, refundableAmount } from "./ask-refund.server.ts";
import { fulfilOrder } from "./fulfil-order.server.ts";
import { type LockedOrder, lockOrder } from "./lock-order.server.ts";
import { releaseSeats } from "./release-order.server.ts";
import { writeEvent } from "./write-event.server.ts";

/** Counts again the coupon that was given back when its order seemed to have come to nothing. */
async function takeWaiversAgain(tx: Tx, order: LockedOrder): Promise<void> {
  const again = await tx.couponUse.updateManyAndReturn({
    where: { orderId: order.id, releasedAt: { not: null } },
    data: { releasedAt: null },
    select: { couponId: true },
  });
  for (const { couponId } of again) {
    // The money came by the price that was agreed: a coupon that others used up meanwhile is given once more.
    await tx.$executeRaw`UPDATE "Coupon" SET "uses" = "uses" + 1, "maxUses" = greatest("maxUses", "uses" + 1)
      WHERE "id" = ${couponId}::uuid`;
  }
}

/**
 * Writes down that a locked order was paid, with `amount` in minor units of its currency, and gives what it bought, in
 * one transaction. Late money counts too: for an order that had ended, the seat is looked for again. Once only.
 */
export async function recordPaid(
  tx: Tx,
  { order, amount, now, actorId }: { order: LockedOrder; amount: number; now: Date; actorId?: string | null },
): Promise<void> {
  if (order.paidAt) return;
  await writeEvent(tx, { orderId: order.id, kind: "paid", at: now, paid: amount, actorId });
  await tx.order.update({ where: { id: order.id }, data: { state: "paid", paidAt: now } });
  await takeWaiversAgain(tx, order);
  const paid = await lockOrder(tx, order.id);
  if (amount === order.amount) {
    await fulfilOrder(tx, { order: paid, now });
    return issueInvoice(tx, { orderId: order.id, now });
  }
  // Another sum than was agreed buys nothing: it goes back whole.
  await tx.order.update({ where: { id: order.id }, data: { settledAt: now } });
  await releaseSeats(tx, { order: paid, now });
  await writeEvent(tx, { orderId: order.id, kind: "noSeat", at: now, detail: { agreed: order.amount, came: amount } });
  const rest = await refundableAmount(tx, paid);
  if (rest > 0) {
    await askRefund(tx, { order: paid, amount: rest, cause: "noSeat", keepsAccess: true, reason: "wrongAmount", now });
  }
}
