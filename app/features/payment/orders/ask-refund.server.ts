import type { Tx } from "#app/platform/db/client.server.ts";
import type { RefundCause } from "#app/platform/db/generated/enums.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import type { LockedOrder } from "./lock-order.server.ts";
import { atStripe, sendRefundJob } from "./order-jobs.ts";
import { writeEvent } from "./write-event.server.ts";

/** What of an order was neither given back nor is on its way back, in minor units. */
export async function refundableAmount(tx: Tx, order: Pick<LockedOrder, "id" | "paidAmount">): Promise<number> {
  const { _sum } = await tx.orderRefund.aggregate({
    where: { orderId: order.id, state: { in: ["asked", "pending", "succeeded"] } },
    _sum: { amount: true },
  });
  return order.paidAmount - (_sum.amount ?? 0);
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
    now: Date;
  },
): Promise<string> {
  const { now, ...data } = refund;
  const { id } = await tx.orderRefund.create({
    data: { ...data, orderId: order.id, askedAt: now },
    select: { id: true },
  });
  await writeEvent(tx, {
    orderId: order.id,
    kind: "refundAsked",
    key: `refund:${id}:asked`,
    at: now,
    actorId: data.askedById,
    detail: { refund: id, amount: data.amount, cause: data.cause },
  });
  if (order.method === "checkout") await addJob(tx, sendRefundJob, { refundId: id }, atStripe);
  return id;
}
