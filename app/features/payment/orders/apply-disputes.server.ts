import type { StripeDispute } from "#app/features/payment/stripe/read-payment.server.ts";
import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { restoreAccess, revokeAccess, suspendAccess } from "./change-access.server.ts";
import type { LockedOrder } from "./lock-order.server.ts";
import { writeEvent } from "./write-event.server.ts";

/** Of Stripe's statuses those in which the bank holds the money; an inquiry («warning_…») takes nothing yet. */
const open = ["needs_response", "under_review"];
const closed = ["won", "lost", "warning_closed", "prevented"];

async function keepDispute(tx: Tx, { order, dispute, now }: { order: LockedOrder; dispute: StripeDispute; now: Date }) {
  const { id: stripeDisputeId, amount, reason, status, dueAt, openedAt } = dispute;
  const data = { amount, reason, status, evidenceDueAt: dueAt };
  const before = await tx.dispute.findUnique({ where: { stripeDisputeId }, select: { closedAt: true } });
  const closedAt = closed.includes(status) ? (before?.closedAt ?? now) : null;
  await tx.dispute.upsert({
    where: { stripeDisputeId },
    create: { ...data, stripeDisputeId, orderId: order.id, openedAt, closedAt },
    update: { ...data, closedAt },
  });
}

/** What follows from one dispute, each once. */
async function follow(tx: Tx, { order, dispute, now }: { order: LockedOrder; dispute: StripeDispute; now: Date }) {
  const { id, status, amount } = dispute;
  const base = { orderId: order.id, at: now, detail: { dispute: id, amount } };
  if (open.includes(status)) {
    const fresh = await writeEvent(tx, { ...base, kind: "disputeOpened", key: `dispute:${id}:opened` });
    if (fresh) await suspendAccess(tx, { order, now, key: `dispute:${id}:suspended` });
  } else if (status === "lost") {
    const lost = Math.min(amount, order.paidAmount - order.lostAmount);
    const fresh = await writeEvent(tx, { ...base, kind: "disputeLost", key: `dispute:${id}:lost`, lost });
    if (fresh) await revokeAccess(tx, { order, now, key: `dispute:${id}:revoked` });
  } else if (status === "won") {
    const fresh = await writeEvent(tx, { ...base, kind: "disputeWon", key: `dispute:${id}:won` });
    const others = await tx.dispute.count({ where: { orderId: order.id, status: { in: open } } });
    // What a refund took back meanwhile stays taken: only given seats are opened.
    if (fresh && others === 0) await restoreAccess(tx, { order, now, key: `dispute:${id}:restored` });
  }
}

/** Brings a locked order's disputes to what Stripe says of them. Idempotent. */
export async function applyDisputes(
  tx: Tx,
  { order, disputes, now }: { order: LockedOrder; disputes: readonly StripeDispute[]; now: Date },
): Promise<void> {
  for (const dispute of disputes) await keepDispute(tx, { order, dispute, now });
  for (const dispute of disputes) await follow(tx, { order, dispute, now });
}

/** Whether a bank holds money of an order. */
export async function isInDispute(tx: DbOrTx, orderId: string): Promise<boolean> {
  return (await tx.dispute.count({ where: { orderId, status: { in: open } } })) > 0;
}
