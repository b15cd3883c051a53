import { approveTransfer, recordTransfer } from "#app/features/payment/transfers/record-transfer.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { contextOf } from "./context.ts";
import { beginToBuy, createBuyer, createPricedCourse } from "./order.ts";
import { createPerson } from "./person.ts";

let references = 0;

/** An admin, and the context in which she asks. */
export async function createAdmin(db: Db, { now }: { now?: Date } = {}) {
  return contextOf(db, await createPerson(db, { role: "admin" }), { now });
}

/** An order by transfer that waits for its money. */
export async function createTransferOrder(db: Db, { now, seats }: { now?: Date; seats?: number } = {}) {
  const { course } = await createPricedCourse(db, { seats });
  const ctx = await createBuyer(db, { now });
  const { orderId, number } = await beginToBuy(ctx, { course, method: "transfer" });
  return { course, ctx, orderId, number };
}

/** Money by a bank for an order, recorded by one admin and approved by another. */
export async function payByTransfer(db: Db, { orderId, now = new Date() }: { orderId: string; now?: Date }) {
  const [first, second] = [await createAdmin(db, { now }), await createAdmin(db, { now })];
  const { amount } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
  references += 1;
  const transfer = { kind: "bank" as const, reference: `TRX-${references}`, amount, receivedOn: now };
  const transferId = await recordTransfer(first, { orderId, ...transfer });
  await approveTransfer(second, { transferId, reason: "On the statement of the bank." });
}

/** An order of 49 dollars that was paid by transfer. */
export async function createPaidOrder(db: Db, { now }: { now?: Date } = {}) {
  const order = await createTransferOrder(db, { now });
  await payByTransfer(db, { orderId: order.orderId, now });
  return order;
}
