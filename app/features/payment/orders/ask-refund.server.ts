import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import type { RefundCause } from "#app/platform/db/generated/enums.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import type { LockedOrder } from "./lock-order.server.ts";
import { atStripe, sendRefundJob } from "./order-jobs.ts";
import { writeEvent } from "./write-event.server.ts";

/** What of an order the academy still has: neither given back, nor on its way back, nor taken by a bank. Minor units. */
export async function refundableAmount(
  tx: DbOrTx,
  order: Pick<LockedOrder, "id" | "paidAmount" | "lostAmount">,
): Promise<number> {
  const { _sum } = await tx.orderRefund.aggregate({
    where: { orderId: order.id, state: { in: ["asked", "pending", "succeeded"] } },
    _sum: { amount: true },
  });
  return Math.max(0, order.paidAmount - order.lostAmount - (_sum.amount ?? 0));
}

/**
 * Sets a refund of a locked order on its way: at Stripe by a job, or, for what was paid otherwise, until somebody says
 * that it was done. `amount` in minor units, greater than nothing. Returns its id.
 */
export async function askRefund(
  tx: Tx,
  {
    order,
    ...refund
  }: {
    order: Pick<LockedOrder, "id" | "method">;
    amount: number;
    cause: RefundCause;
    keepsAccess: boolean;
    reason: string;
    askedById?: string | null;
    /** Paid out by the academy itself, also where the money had come by Stripe. */
    byHand?: boolean;
    /** The failed one that it repeats. */
    retryOfId?: string;
    now: Date;
  },
): Promise<string> {
  const { now, ...data } = refund;
  const byHand = data.byHand === true || order.method !== "checkout";
  const { id } = await tx.orderRefund.create({
    data: { ...data, byHand, orderId: order.id, askedAt: now },
    select: { id: true },
  });
  await writeEvent(tx, {
    orderId: order.id,
    kind: "refundAsked",
    key: `refund:${id}:asked`,
    at: now,
    actorId: data.askedById,
    detail: { refund: id, amount: data.amount, cause: data.cause, byHand },
  });
  if (!byHand) await addJob(tx, sendRefundJob, { refundId: id }, atStripe);
  return id;
}
