import { freeSeat } from "#app/features/enrolment/seats.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { LockedOrder } from "./lock-order.server.ts";

/** Lets go the seats that a locked order holds. */
export async function releaseSeats(tx: Tx, { order, now }: { order: LockedOrder; now: Date }): Promise<void> {
  for (const { orderId, courseId, cohortId, quantity, state } of order.seats) {
    if (state !== "held") continue;
    await freeSeat(tx, { courseId, cohortId, quantity });
    await tx.orderSeat.update({
      where: { orderId_courseId: { orderId, courseId } },
      data: { state: "released", changedAt: now },
    });
  }
}

/** Gives back the coupon and the scholarship that an order used, of which nothing came. */
async function releaseWaivers(tx: Tx, { order, now }: { order: LockedOrder; now: Date }): Promise<void> {
  const released = await tx.couponUse.updateManyAndReturn({
    where: { orderId: order.id, releasedAt: null },
    data: { releasedAt: now },
    select: { couponId: true },
  });
  for (const { couponId } of released) {
    await tx.coupon.update({ where: { id: couponId }, data: { uses: { decrement: 1 } } });
  }
  await tx.scholarship.updateMany({ where: { orderId: order.id }, data: { orderId: null } });
}

/** Ends a locked order that nobody paid: its seats, its coupon and its scholarship are free again. */
export async function endUnpaid(
  tx: Tx,
  { order, state, now }: { order: LockedOrder; state: "expired" | "cancelled" | "failed"; now: Date },
): Promise<void> {
  // In the order in which they were taken, or who buys by the same coupon meanwhile and this would wait for each other.
  await releaseWaivers(tx, { order, now });
  await releaseSeats(tx, { order, now });
  await tx.order.update({ where: { id: order.id }, data: { state } });
}
