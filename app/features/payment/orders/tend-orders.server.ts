import { closeGroup } from "#app/features/payment/access/close-group.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { atStripe, sendRefundJob, syncOrderJob } from "./order-jobs.ts";
import { remindOfEvidence } from "./remind-of-evidence.server.ts";

/** As many at a time as are done within a minute; the rest comes with the next. */
const MOST = 200;
/** A refund that no job has sent after so long, in milliseconds, gets another. */
const REFUND_MS = 15 * 60_000;
/** Orders whose money is on its way are asked after so often, in milliseconds, besides Stripe's own word. */
const PENDING_MS = 6 * 60 * 60_000;

/**
 * Looks after what the clock brings: evidence that is due soon, orders whose time is over, payments that take days,
 * refunds whose job was lost, and groups of codes that expired. What it finds it sets on its way; doing it twice does no
 * harm. For jobs.
 */
export async function tendOrders({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  const now = clock.now();
  const ago = (ms: number) => new Date(now.getTime() - ms);
  await remindOfEvidence(db, { now });
  const orders = await db.order.findMany({
    where: {
      OR: [
        { state: "open", expiresAt: { lte: now } },
        { state: "open", cancelAskedAt: { not: null } },
        { state: "pending", updatedAt: { lte: ago(PENDING_MS) } },
      ],
    },
    orderBy: { expiresAt: "asc" },
    take: MOST,
    select: { id: true },
  });
  for (const { id } of orders) await addJob(db, syncOrderJob, { orderId: id }, { ...atStripe, key: `end-order:${id}` });
  const refunds = await db.orderRefund.findMany({
    where: { state: { in: ["asked", "pending"] }, askedAt: { lte: ago(REFUND_MS) }, byHand: false },
    orderBy: { askedAt: "asc" },
    take: MOST,
    select: { id: true },
  });
  for (const { id } of refunds) await addJob(db, sendRefundJob, { refundId: id }, { ...atStripe, key: `refund:${id}` });
  const groups = await db.accessGroup.findMany({
    where: { closedAt: null, expiresAt: { lte: now } },
    take: MOST,
    select: { id: true },
  });
  for (const { id } of groups) await closeGroup({ db, clock }, { groupId: id });
}
