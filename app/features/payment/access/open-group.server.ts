import type { LockedOrder } from "#app/features/payment/orders/lock-order.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { OrderSeat } from "#app/platform/db/generated/client.ts";
import { drawAccessCode } from "./access-code.ts";

type Group = {
  name: string;
  courseId: string;
  cohortId: string | null;
  seats: number;
  expiresAt: Date | null;
  coordinatorId: string | null;
  reference: string;
  orderId: string | null;
  now: Date;
};

/** Opens a group whose seats were taken already, with a code for each. Returns its id. */
export async function openGroup(tx: Tx, { now, ...group }: Group): Promise<string> {
  const { id } = await tx.accessGroup.create({ data: { ...group, createdAt: now }, select: { id: true } });
  await tx.accessCode.createMany({
    data: Array.from({ length: group.seats }, () => ({ groupId: id, code: drawAccessCode() })),
  });
  return id;
}

/** The group of a sponsor, who hands out its codes herself. */
export async function openGroupForOrder(
  tx: Tx,
  { order, seat, now }: { order: LockedOrder; seat: OrderSeat; now: Date },
): Promise<void> {
  const { courseId, cohortId, quantity: seats } = seat;
  const sponsor = { name: order.buyerName, coordinatorId: order.buyerId, reference: `${order.number}` };
  await openGroup(tx, { ...sponsor, courseId, cohortId, seats, expiresAt: null, orderId: order.id, now });
}
