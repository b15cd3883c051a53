import { issueCreditNote, voidCreditNote } from "#app/features/payment/documents/issue-invoice.server.ts";
import type { StripeRefund } from "#app/features/payment/stripe/read-payment.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { OrderRefund } from "#app/platform/db/generated/client.ts";
import type { RefundState } from "#app/platform/db/generated/enums.ts";
import { refundableAmount } from "./ask-refund.server.ts";
import { revokeAccess } from "./change-access.server.ts";
import type { LockedOrder } from "./lock-order.server.ts";
import { writeEvent } from "./write-event.server.ts";

const ended: readonly RefundState[] = ["succeeded", "failed", "cancelled"];

/** What was given back at Stripe itself cannot be given back by us as well: of what was only asked for, the last gives way. */
async function giveWay(tx: Tx, { order, amount, now }: { order: LockedOrder; amount: number; now: Date }) {
  const asked = await tx.orderRefund.findMany({
    where: { orderId: order.id, state: "asked", stripeRefundId: null },
    orderBy: { askedAt: "desc" },
    select: { id: true, amount: true },
  });
  for (const { id, amount: wanted } of asked) {
    if ((await refundableAmount(tx, order)) >= amount) return;
    await tx.orderRefund.update({ where: { id }, data: { state: "cancelled", endedAt: now } });
    const detail = { refund: id, amount: wanted, why: "refundedAtStripe" };
    const key = `refund:${id}:cancelled`;
    await writeEvent(tx, { orderId: order.id, kind: "refundFailed", key, at: now, detail });
  }
}

/** Our own row of a refund at Stripe: by what it says of ours, or by its id; else one that was made there is written down. */
async function ownRefund(tx: Tx, { order, refund, now }: { order: LockedOrder; refund: StripeRefund; now: Date }) {
  const known = await tx.orderRefund.findFirst({
    where: { orderId: order.id, OR: [{ stripeRefundId: refund.id }, ...(refund.ours ? [{ id: refund.ours }] : [])] },
  });
  if (known) return known;
  await giveWay(tx, { order, amount: refund.amount, now });
  const whole = refund.amount >= (await refundableAmount(tx, order));
  const made = await tx.orderRefund.create({
    data: {
      orderId: order.id,
      amount: refund.amount,
      cause: "outside",
      state: "pending",
      keepsAccess: !whole,
      reason: "outside",
      stripeRefundId: refund.id,
      askedAt: now,
    },
  });
  if (whole) await revokeAccess(tx, { order, now, key: `refund:${made.id}:access` });
  return made;
}

/** The ledger's entries of a refund that came to be in `state`. */
async function writeOutcome(
  tx: Tx,
  { order, own, state, now }: { order: LockedOrder; own: OrderRefund; state: RefundState; now: Date },
): Promise<void> {
  const { id, amount } = own;
  const detail = { refund: id, amount };
  const base = { orderId: order.id, at: now, detail };
  if (state === "succeeded") {
    await writeEvent(tx, { ...base, kind: "refunded", key: `refund:${id}:succeeded`, refunded: amount });
    await issueCreditNote(tx, { refundId: id, now });
  } else if (state !== "pending") {
    // One that had gone through and came back takes away what it had added.
    const back = own.state === "succeeded" ? -amount : 0;
    await writeEvent(tx, { ...base, kind: "refundFailed", key: `refund:${id}:${state}`, refunded: back });
    await voidCreditNote(tx, { refundId: id, now });
  }
}

/** Brings a locked order's refunds to what Stripe says of them. Idempotent. */
export async function applyRefunds(
  tx: Tx,
  { order, refunds, now }: { order: LockedOrder; refunds: readonly StripeRefund[]; now: Date },
): Promise<void> {
  for (const refund of refunds) {
    const own = await ownRefund(tx, { order, refund, now });
    const { state, id: stripeRefundId } = refund;
    if (own.state === state && own.stripeRefundId === stripeRefundId) continue;
    // One that failed after it had gone through frees its amount, before the sums are checked.
    await writeOutcome(tx, { order, own, state, now });
    await tx.orderRefund.update({
      where: { id: own.id },
      data: { state, stripeRefundId, endedAt: ended.includes(state) ? now : null },
    });
  }
}
