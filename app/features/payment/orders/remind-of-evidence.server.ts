import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { writeEvent } from "./write-event.server.ts";

const DAY_MS = 24 * 60 * 60_000;
/** So many days before the evidence is due admins are reminded, the nearest first. */
const REMINDERS = [2, 7];
/** Of Stripe's statuses those in which evidence is waited for. */
const waiting = ["needs_response", "warning_needs_response"];

/**
 * Writes into the ledger of orders in dispute that evidence is due soon, a week before and again two days before; admins
 * are written to by that. Doing it twice does no harm. For jobs.
 */
export async function remindOfEvidence(db: Db, { now }: { now: Date }): Promise<void> {
  const latest = new Date(now.getTime() + Math.max(...REMINDERS) * DAY_MS);
  const disputes = await db.dispute.findMany({
    where: { closedAt: null, status: { in: waiting }, evidenceDueAt: { gt: now, lte: latest } },
    select: { orderId: true, stripeDisputeId: true, amount: true, evidenceDueAt: true },
  });
  const due = disputes.flatMap(({ evidenceDueAt, ...dispute }) => {
    const left = ((evidenceDueAt?.getTime() ?? 0) - now.getTime()) / DAY_MS;
    const days = REMINDERS.find((reminder) => left <= reminder);
    return days === undefined ? [] : [{ ...dispute, days, key: `dispute:${dispute.stripeDisputeId}:evidence:${days}` }];
  });
  const known = await db.orderEvent.findMany({
    where: { kind: "evidenceDue", OR: due.map(({ orderId, key }) => ({ orderId, key })) },
    select: { key: true },
  });
  for (const { orderId, key, days, stripeDisputeId: dispute, amount } of due) {
    if (known.some((event) => event.key === key)) continue;
    const detail = { dispute, amount, days };
    await inTransaction(db, (tx) => writeEvent(tx, { orderId, kind: "evidenceDue", key, at: now, detail }));
  }
}
