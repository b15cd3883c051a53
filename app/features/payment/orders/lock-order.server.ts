import type { Tx } from "#app/platform/db/client.server.ts";
import type { Order, OrderSeat } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";

export type LockedOrder = Order & { seats: OrderSeat[] };

/**
 * An order with its seats, in the order in which their courses are locked; nobody else changes it until the transaction
 * ends. Throws 404.
 */
export async function lockOrder(tx: Tx, id: string): Promise<LockedOrder> {
  await tx.$queryRaw`SELECT 1 FROM "Order" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const order = await tx.order.findUnique({ where: { id }, include: { seats: { orderBy: { courseId: "asc" } } } });
  if (!order) throw notFound();
  return order;
}
