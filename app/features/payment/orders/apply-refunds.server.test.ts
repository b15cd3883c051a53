import { expect, test } from "vitest";
import { withdrawLearner } from "#app/features/enrolment/withdraw-learner.server.ts";
import { createGroup } from "#app/features/payment/access/create-group.server.ts";
import { redeemCode } from "#app/features/payment/access/redeem-code.server.ts";
import { createAdmin } from "#tests/factories/finished.ts";
import { codesOf } from "#tests/factories/group.ts";
import { inDays, sendRefunds, tellAll } from "#tests/factories/order.ts";
import { havingPaid } from "#tests/factories/paying.ts";
import { refund, settleRefund } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { refundOrder } from "./refund-order.server.ts";
import { sendRefund } from "./send-refund.server.ts";

const database = openTestDatabase();
const stripe = openTestStripe();
const clock = { now: () => new Date() };
const whole = { amount: null, keepsAccess: true, reason: "She asked" };

test("a part given back leaves the place; the rest, without access, takes it", async () => {
  const { order, orderId, place, seatsTaken } = await havingPaid(database.db, stripe(), { seats: 1 });
  const ctx = await createAdmin(database.db);
  await refundOrder(ctx, { orderId, amount: 1_900, keepsAccess: true, reason: "Agreed by letter" });
  await sendRefunds(database.db);
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "partlyRefunded", refundedAmount: 1_900 });
  expect((await place())?.state).toBe("active");
  await refundOrder(ctx, { orderId, amount: null, keepsAccess: false, reason: "She asked" });
  expect((await place())?.state).toBe("withdrawn");
  await sendRefunds(database.db);
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
  expect(await seatsTaken()).toBe(0);
  const again = refundOrder(ctx, { orderId, amount: null, keepsAccess: false, reason: "Again" });
  await expect(again).rejects.toMatchObject({ code: "nothingToRefund" });
});

test("a refund made at Stripe itself is found here, in part and in full", async () => {
  const { order, place, intent } = await havingPaid(database.db, stripe());
  refund(stripe().state, { intent: await intent(), amount: 900 });
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "partlyRefunded", refundedAmount: 900 });
  expect((await place())?.state).toBe("active");
  refund(stripe().state, { intent: await intent(), amount: 4_000 });
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
  expect((await place())?.state).toBe("withdrawn");
});

test("a refund that comes back after it had gone through is taken out of the sums, and can be tried again", async () => {
  const { order, orderId } = await havingPaid(database.db, stripe());
  await refundOrder(await createAdmin(database.db), { orderId, amount: null, keepsAccess: true, reason: "She asked" });
  await sendRefunds(database.db);
  expect((await order()).refundedAmount).toBe(4_900);
  const [made] = await database.db.orderRefund.findMany({ where: { orderId } });
  settleRefund(stripe().state, made?.stripeRefundId ?? "", "failed");
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "paid", refundedAmount: 0 });
  await refundOrder(await createAdmin(database.db), { orderId, amount: null, keepsAccess: true, reason: "Once more" });
  await sendRefunds(database.db);
  expect(await order()).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
});

test("a refund made at Stripe itself while ours waits is the one that counts, and ours is over", async () => {
  const { order, orderId, intent } = await havingPaid(database.db, stripe());
  const mine = await refundOrder(await createAdmin(database.db), { ...whole, orderId });
  refund(stripe().state, { intent: await intent(), amount: 4_000 });
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "partlyRefunded", refundedAmount: 4_000 });
  await sendRefunds(database.db);
  expect(await database.db.orderRefund.findUniqueOrThrow({ where: { id: mine } })).toMatchObject({
    state: "cancelled",
  });
  expect(await order()).toMatchObject({ state: "partlyRefunded", refundedAmount: 4_000 });
});

test("a refund whose answer was lost is not made again when Stripe has forgotten its key days later", async () => {
  const { order, orderId } = await havingPaid(database.db, stripe());
  const part = { ...whole, orderId, amount: 900 };
  const refundId = await refundOrder(await createAdmin(database.db), part);
  stripe().mood = () => "lostAnswer";
  const lost = sendRefund({ db: database.db, clock }, { refundId });
  await expect(lost).rejects.toMatchObject({ code: "stripeAway" });
  stripe().mood = () => undefined;
  stripe().state.keys.clear();
  await sendRefund({ db: database.db, clock: { now: () => inDays(3) } }, { refundId });
  expect(await order()).toMatchObject({ state: "partlyRefunded", refundedAmount: 900 });
  expect([...stripe().state.refunds.values()].filter(({ metadata }) => metadata.refund === refundId)).toHaveLength(1);
});

test("who left and came back by somebody's code keeps that place when her own money goes back", async () => {
  const { db } = database;
  const { ctx, course, orderId, place, seatsTaken } = await havingPaid(db, stripe());
  await withdrawLearner(ctx, { course: course.slug });
  const admin = await createAdmin(db);
  const group = { name: "A school", reference: "INV-1", seats: 2, expiresAt: null, coordinatorEmail: ctx.actor.email };
  const groupId = await createGroup(admin, { ...group, course: course.slug, cohortId: null });
  const [code = ""] = await codesOf(db, groupId);
  await redeemCode(ctx, { code });
  await refundOrder(admin, { orderId, amount: null, keepsAccess: false, reason: "She asked" });
  expect((await place())?.state).toBe("active");
  expect(await seatsTaken()).toBe(2);
});
