import { expect, test } from "vitest";
import { createAdmin } from "#tests/factories/finished.ts";
import { sendRefunds, tellAll } from "#tests/factories/order.ts";
import { havingPaid } from "#tests/factories/paying.ts";
import { decideDispute, dispute, refund, settleRefund } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { findBrokenOrders } from "./find-broken-orders.server.ts";
import { refundOrder } from "./refund-order.server.ts";

const database = openTestDatabase();
const stripe = openTestStripe();

test("a dispute closes the place until it is won", async () => {
  const { order, place, intent } = await havingPaid(database.db, stripe());
  const id = dispute(stripe().state, await intent());
  await tellAll(database.db, stripe().state);
  expect((await order()).state).toBe("disputed");
  expect((await place())?.state).toBe("suspended");
  const kept = await database.db.dispute.findUniqueOrThrow({ where: { stripeDisputeId: id } });
  expect(kept).toMatchObject({ amount: 4_900, reason: "fraudulent", closedAt: null });
  expect(kept.evidenceDueAt?.getTime()).toBeGreaterThan(Date.now());
  decideDispute(stripe().state, id, "under_review");
  await tellAll(database.db, stripe().state);
  expect((await place())?.state).toBe("suspended");
  decideDispute(stripe().state, id, "won");
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "paid", lostAmount: 0 });
  expect((await place())?.state).toBe("active");
});

test("a dispute that is lost takes the place, and the money is counted as lost", async () => {
  const { order, place, intent, seatsTaken } = await havingPaid(database.db, stripe(), { seats: 1 });
  const id = dispute(stripe().state, await intent());
  decideDispute(stripe().state, id, "lost");
  // Only the last of its events comes.
  stripe().state.events.splice(0, stripe().state.events.length - 1);
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "chargedBack", lostAmount: 4_900, refundedAmount: 0 });
  expect((await place())?.state).toBe("withdrawn");
  expect(await seatsTaken()).toBe(0);
});

test("what was refunded in part and then disputed is closed, and while it is nothing more is refunded", async () => {
  const { order, orderId, place, intent } = await havingPaid(database.db, stripe());
  refund(stripe().state, { intent: await intent(), amount: 900 });
  await tellAll(database.db, stripe().state);
  const id = dispute(stripe().state, await intent());
  await tellAll(database.db, stripe().state);
  expect((await order()).state).toBe("disputed");
  const more = refundOrder(await createAdmin(database.db), {
    orderId,
    amount: null,
    keepsAccess: true,
    reason: "She asked",
  });
  await expect(more).rejects.toMatchObject({ code: "refundDisputed" });
  decideDispute(stripe().state, id, "won");
  await tellAll(database.db, stripe().state);
  expect((await order()).state).toBe("partlyRefunded");
  expect((await place())?.state).toBe("active");
});

test("money that a bank took needs no refund, also where one had failed before", async () => {
  const { orderId, intent } = await havingPaid(database.db, stripe());
  await refundOrder(await createAdmin(database.db), { orderId, amount: null, keepsAccess: false, reason: "She asked" });
  await sendRefunds(database.db);
  const [sent] = await database.db.orderRefund.findMany({ where: { orderId } });
  settleRefund(stripe().state, sent?.stripeRefundId ?? "", "failed");
  await tellAll(database.db, stripe().state);
  const isBroken = async () => (await findBrokenOrders(database.db)).filter((one) => one.orderId === orderId);
  expect(await isBroken()).toMatchObject([{ detail: "refundFailed" }]);
  decideDispute(stripe().state, dispute(stripe().state, await intent()), "lost");
  await tellAll(database.db, stripe().state);
  expect(await isBroken()).toEqual([]);
});
