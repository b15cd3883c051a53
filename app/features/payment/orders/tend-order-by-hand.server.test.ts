import { expect, test } from "vitest";
import {
  approveTransfer,
  recordTransfer,
  rejectTransfer,
} from "#app/features/payment/transfers/record-transfer.server.ts";
import { createAdmin } from "#tests/factories/finished.ts";
import { beginToBuy, createBuyer, createPricedCourse, inDays, sendRefunds, tellAll } from "#tests/factories/order.ts";
import { atCheckout, havingPaid } from "#tests/factories/paying.ts";
import { pay, settleRefund } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { endOrder, syncAnyOrder } from "./end-order.server.ts";
import { findOrder, findOrderTerms } from "./find-order.server.ts";
import { confirmRefund, refundOrder } from "./refund-order.server.ts";
import { retryRefund } from "./retry-refund.server.ts";
import { countOrderTasks } from "./search/sum-orders.server.ts";

const database = openTestDatabase();
const stripe = openTestStripe();
const reason = "She asked";
const money = (orderId: string, reference = `FT-${orderId}`) => {
  return { orderId, kind: "bank" as const, reference, amount: 4_900, receivedOn: new Date() };
};
const actsOn = async (orderId: string) =>
  (await database.db.auditEntry.findMany({ where: { subjectId: orderId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

/** Somebody who ordered by transfer. */
async function awaited() {
  const { db } = database;
  const { course } = await createPricedCourse(db, { seats: 2 });
  const ctx = await createBuyer(db);
  const { orderId, number } = await beginToBuy(ctx, { course, method: "transfer" });
  const order = () => db.order.findUniqueOrThrow({ where: { id: orderId } });
  const seatsTaken = async () => (await db.course.findUniqueOrThrow({ where: { id: course.id } })).seatsTaken;
  return { ctx, course, orderId, number, order, seatsTaken };
}

/** Somebody whose refund of all she paid failed at Stripe. */
async function failedRefund() {
  const { db } = database;
  const scene = await havingPaid(db, stripe());
  const admin = await createAdmin(db);
  const refundId = await refundOrder(admin, { orderId: scene.orderId, amount: null, keepsAccess: false, reason });
  await sendRefunds(db);
  const { stripeRefundId } = await db.orderRefund.findUniqueOrThrow({ where: { id: refundId } });
  settleRefund(stripe().state, stripeRefundId ?? "", "failed");
  await tellAll(db, stripe().state);
  expect(await db.orderRefund.findUniqueOrThrow({ where: { id: refundId } })).toMatchObject({ state: "failed" });
  return { ...scene, admin, refundId };
}

test("who recorded money, or pays it, does not approve it while there is another admin", async () => {
  const { db } = database;
  const [recorder, approver] = [await createAdmin(db), await createAdmin(db)];
  const { orderId, order } = await awaited();
  const transferId = await recordTransfer(recorder, money(orderId));
  const own = approveTransfer(recorder, { transferId, reason });
  await expect(own).rejects.toMatchObject({ code: "ownTransfer" });
  await db.order.update({ where: { id: orderId }, data: { buyerId: approver.actor.id } });
  await expect(approveTransfer(approver, { transferId, reason })).rejects.toMatchObject({ code: "ownTransfer" });
  expect((await order()).state).toBe("open");
  // Everybody else is suspended: it is left to her, and the log says so.
  const others = { role: "admin" as const, id: { not: recorder.actor.id } };
  await db.user.updateMany({ where: others, data: { suspendedAt: new Date() } });
  await approveTransfer(recorder, { transferId, reason });
  await db.user.updateMany({ where: others, data: { suspendedAt: null } });
  expect((await order()).state).toBe("paid");
  const entry = await db.auditEntry.findFirst({ where: { subjectId: orderId, action: "order.approve-transfer" } });
  expect(entry?.after).toMatchObject({ own: true });
});

test("who recorded a mistake takes it back herself, and money of a day to come is not recorded", async () => {
  const admin = await createAdmin(database.db);
  const { orderId, number } = await awaited();
  const later = recordTransfer(admin, { ...money(orderId), receivedOn: inDays(2) });
  await expect(later).rejects.toMatchObject({ code: "receivedLater" });
  const transferId = await recordTransfer(admin, money(orderId));
  await createAdmin(database.db);
  const seen = await findOrder(admin, { number });
  expect(seen.transfers).toMatchObject([{ waits: true, mayApprove: false }]);
  expect(seen.may).toMatchObject({ record: false, cancel: false });
  await rejectTransfer(admin, { transferId, reason });
  expect((await findOrder(admin, { number })).may).toMatchObject({ record: true, cancel: true });
});

test("an open order is given up for its buyer, but not while recorded money waits, nor once it is over", async () => {
  const admin = await createAdmin(database.db);
  const { ctx, orderId, seatsTaken } = await awaited();
  await expect(endOrder(ctx, { orderId, reason })).rejects.toMatchObject({ status: 404 });
  const transferId = await recordTransfer(admin, money(orderId));
  await expect(endOrder(admin, { orderId, reason })).rejects.toMatchObject({ code: "transferWaits" });
  await rejectTransfer(admin, { transferId, reason });
  expect(await endOrder(admin, { orderId, reason })).toBe("cancelled");
  expect(await seatsTaken()).toBe(0);
  await expect(endOrder(admin, { orderId, reason })).rejects.toMatchObject({ code: "notWaiting" });
  expect((await actsOn(orderId)).at(-1)).toBe("order.cancel");
});

test("giving up an order that was paid in this very moment leaves it paid", async () => {
  const admin = await createAdmin(database.db);
  const { orderId, session, place } = await atCheckout(database.db);
  pay(stripe().state, session);
  expect(await endOrder(admin, { orderId, reason })).toBe("paid");
  expect((await place())?.state).toBe("active");
});

test("asking Stripe again finds what no event told, and says when Stripe is away", async () => {
  const admin = await createAdmin(database.db);
  const { ctx, orderId, session } = await atCheckout(database.db);
  pay(stripe().state, session);
  stripe().mood = () => "away";
  await expect(syncAnyOrder(admin, { orderId })).rejects.toMatchObject({ code: "stripeAway", status: 503 });
  stripe().mood = () => undefined;
  await expect(syncAnyOrder(ctx, { orderId })).rejects.toMatchObject({ status: 404 });
  expect(await syncAnyOrder(admin, { orderId })).toBe("paid");
});

test("a refund pressed twice is given once: what is left is not what was seen", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const { orderId } = await havingPaid(db, stripe());
  const part = { orderId, amount: 1_000, keepsAccess: true, reason, seenRest: 4_900 };
  const answers = await Promise.allSettled([refundOrder(admin, part), refundOrder(admin, part)]);
  const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(refused).toEqual(["orderChanged"]);
  expect(await db.orderRefund.count({ where: { orderId } })).toBe(1);
});

test("a refund that failed is asked for again once, however often that is pressed, and access stays taken", async () => {
  const { db } = database;
  const { admin, refundId, orderId, order, place } = await failedRefund();
  expect((await countOrderTasks(admin)).refundFailed).toBeGreaterThan(0);
  const again = { refundId, byHand: false, reason };
  const ids = await Promise.all([retryRefund(admin, again), retryRefund(admin, again)]);
  expect(new Set(ids).size).toBe(1);
  await sendRefunds(db);
  expect(await order()).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
  expect((await place())?.state).toBe("withdrawn");
  const { refunds } = await findOrder(admin, { number: (await order()).number });
  expect(refunds.map(({ mayRetry, retried }) => [mayRetry, retried])).toEqual([
    [false, true],
    [false, false],
  ]);
  expect(await actsOn(orderId)).toEqual(["order.refund", "order.retry-refund"]);
  await expect(retryRefund(admin, { ...again, refundId: ids[0] ?? "" })).rejects.toMatchObject({ code: "notWaiting" });
});

test("what Stripe cannot give back is paid out by hand: Stripe is not asked, and the order is refunded once it is said", async () => {
  const { db } = database;
  const { admin, ctx, refundId, order } = await failedRefund();
  const byHand = await retryRefund(admin, { refundId, byHand: true, reason });
  const before = stripe().asked.length;
  await sendRefunds(db);
  expect(stripe().asked.length).toBe(before);
  expect((await order()).state).toBe("paid");
  expect((await countOrderTasks(admin)).refundByHand).toBeGreaterThan(0);
  await expect(confirmRefund(ctx, { refundId: byHand, reason })).rejects.toMatchObject({ status: 404 });
  const elsewhere = { orderId: (await awaited()).orderId, refundId: byHand, reason };
  await expect(confirmRefund(admin, elsewhere)).rejects.toMatchObject({ status: 404 });
  await confirmRefund(admin, { refundId: byHand, reason });
  await confirmRefund(admin, { refundId: byHand, reason });
  expect(await order()).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
});

test("a failed refund whose money went back in another way is not repeated", async () => {
  const { admin, refundId, orderId } = await failedRefund();
  await refundOrder(admin, { orderId, amount: 1_000, keepsAccess: true, reason });
  const again = retryRefund(admin, { refundId, byHand: false, reason });
  await expect(again).rejects.toMatchObject({ code: "refundTooMuch" });
});

test("nobody but an admin sees an order, retries its refund, or learns what it is paid in", async () => {
  const { ctx, refundId, order } = await failedRefund();
  const { number } = await order();
  await expect(findOrder(ctx, { number })).rejects.toMatchObject({ status: 404 });
  await expect(findOrderTerms(ctx, { number })).rejects.toMatchObject({ status: 404 });
  await expect(retryRefund(ctx, { refundId, byHand: true, reason })).rejects.toMatchObject({ status: 404 });
});
