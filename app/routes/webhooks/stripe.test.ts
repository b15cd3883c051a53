import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { refundOrder } from "#app/features/payment/orders/refund-order.server.ts";
import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import {
  beginToBuy,
  createBuyer,
  createPricedCourse,
  sendRefunds,
  sessionOf,
  tellAcademy,
  tellAll,
} from "#tests/factories/order.ts";
import { createPerson } from "#tests/factories/person.ts";
import { type FakeStripe, setStripeKeys, signedEvent, startStripe, unsetStripeKeys } from "#tests/fakes/stripe.ts";
import { decideDispute, dispute, expire, pay, refund, settle, settleRefund } from "#tests/fakes/stripe-acts.ts";
import type { FakeEvent } from "#tests/fakes/stripe-state.ts";
import { callRoute } from "#tests/security/act-as.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { action } from "./stripe.ts";

const database = openTestDatabase();
const clock = { now: () => new Date() };
let stripe: FakeStripe;

beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(() => stripe.stop());
beforeEach(() => {
  setStripeKeys(stripe);
  stripe.state.events = [];
  stripe.state.refundsBegin = "succeeded";
});
afterEach(() => {
  expect(stripe.problems).toEqual([]);
  unsetStripeKeys();
});

const post = (raw: { body: string; headers: Headers }) =>
  callRoute(action, { db: database.db, actor: null, params: {}, path: "/webhooks/stripe", raw });

/** Somebody on Stripe's page, about to pay for a course of so many seats. */
async function atStripe(seats?: number) {
  const { db } = database;
  const { course } = await createPricedCourse(db, { seats });
  const ctx = await createBuyer(db);
  const { orderId } = await beginToBuy(ctx, { course });
  const session = await sessionOf(db, orderId);
  const order = () => db.order.findUniqueOrThrow({ where: { id: orderId } });
  const place = () => db.enrolment.findFirst({ where: { userId: ctx.actor.id, courseId: course.id } });
  const seatsTaken = async () => (await db.course.findUniqueOrThrow({ where: { id: course.id } })).seatsTaken;
  const intent = async () => (await order()).stripePaymentIntentId ?? "";
  return { ctx, course, orderId, session, order, place, seatsTaken, intent };
}

async function paid(seats?: number) {
  const scene = await atStripe(seats);
  pay(stripe.state, scene.session);
  await tellAll(database.db, stripe.state);
  expect((await scene.order()).state).toBe("paid");
  return scene;
}

const admin = async () => contextOf(database.db, await createPerson(database.db, { role: "admin" }));

test("what Stripe did not sign, signed long ago, or signed of another body is refused and does nothing", async () => {
  const { session, order, place } = await atStripe();
  pay(stripe.state, session);
  const [event] = stripe.state.events;
  if (!event) throw new Error("Nothing happened");
  const good = signedEvent(event);
  const old = Math.floor(Date.now() / 1_000) - 301;
  expect(await post(signedEvent(event, { secret: "whsec_of_another" }))).toBe("400");
  expect(await post(signedEvent(event, { at: old }))).toBe("400");
  expect(await post({ ...good, body: good.body.replace(session, "cs_test_other") })).toBe("400");
  expect(await post({ ...good, headers: new Headers() })).toBe("400");
  expect(await post({ ...good, headers: new Headers({ "stripe-signature": "t=x,v1=" }) })).toBe("400");
  expect(await database.db.stripeEvent.count({ where: { id: event.id } })).toBe(0);
  expect((await order()).state).toBe("open");
  expect(await tellAcademy(database.db, event)).toBe("ok");
  expect((await order()).state).toBe("paid");
  expect((await place())?.state).toBe("active");
});

test("an event told many times, at once and again, is acted upon once", async () => {
  const { session, order, orderId, seatsTaken } = await atStripe(5);
  pay(stripe.state, session);
  const [event] = stripe.state.events;
  if (!event) throw new Error("Nothing happened");
  await Promise.all(Array.from({ length: 8 }, () => tellAcademy(database.db, event)));
  const asked = stripe.asked.length;
  await tellAcademy(database.db, event);
  expect(stripe.asked).toHaveLength(asked);
  expect(await order()).toMatchObject({ state: "paid", paidAmount: 4_900, amount: 4_900 });
  expect(await seatsTaken()).toBe(1);
  const events = await database.db.orderEvent.findMany({ where: { orderId }, orderBy: { id: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual(["placed", "checkoutOpened", "paid", "seatGiven"]);
});

test("a delayed payment is shown as on its way, gives nothing until it came, and holds its seat meanwhile", async () => {
  const { session, order, place, seatsTaken } = await atStripe(1);
  pay(stripe.state, session, { delayed: true });
  await tellAll(database.db, stripe.state);
  expect((await order()).state).toBe("pending");
  expect(await place()).toBeNull();
  expect(await seatsTaken()).toBe(1);
  settle(stripe.state, session, { came: true });
  await tellAll(database.db, stripe.state);
  expect((await order()).state).toBe("paid");
  expect((await place())?.state).toBe("active");
  expect(await seatsTaken()).toBe(1);
});

test("a delayed payment that does not come frees the seat, and she may buy again", async () => {
  const { ctx, course, session, order, seatsTaken } = await atStripe(1);
  pay(stripe.state, session, { delayed: true });
  await tellAll(database.db, stripe.state);
  settle(stripe.state, session, { came: false });
  await tellAll(database.db, stripe.state);
  expect((await order()).state).toBe("failed");
  expect(await seatsTaken()).toBe(0);
  expect(await beginToBuy(ctx, { course })).toMatchObject({ next: "pay" });
});

test("a session that expires lets its seat go", async () => {
  const { session, order, seatsTaken } = await atStripe(1);
  expect(await seatsTaken()).toBe(1);
  expire(stripe.state, session);
  await tellAll(database.db, stripe.state);
  expect((await order()).state).toBe("expired");
  expect(await seatsTaken()).toBe(0);
});

test("events in the wrong order end in the same state", async () => {
  const { session, order, place } = await atStripe();
  pay(stripe.state, session, { delayed: true });
  settle(stripe.state, session, { came: true });
  await database.db.$transaction([]);
  stripe.state.events.reverse();
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "paid", paidAmount: 4_900 });
  expect((await place())?.state).toBe("active");
});

test("money that comes after its order had ended gives the seat if there is one, and goes back if there is none", async () => {
  const { db } = database;
  for (const taken of [false, true]) {
    const { course, session, order, place, orderId } = await atStripe(1);
    // It ended here, by hand or by a fault, and not at Stripe.
    await db.$transaction(async (tx) => {
      await tx.order.update({ where: { id: orderId }, data: { state: "expired" } });
      await tx.orderSeat.updateMany({ where: { orderId }, data: { state: "released" } });
      await tx.course.update({ where: { id: course.id }, data: { seatsTaken: 0 } });
    });
    if (taken) await db.course.update({ where: { id: course.id }, data: { seatsTaken: 1 } });
    pay(stripe.state, session);
    await tellAll(db, stripe.state);
    await sendRefunds(db);
    if (taken) {
      expect(await order()).toMatchObject({ state: "refunded", paidAmount: 4_900, refundedAmount: 4_900 });
      expect(await place()).toBeNull();
    } else {
      expect((await order()).state).toBe("paid");
      expect((await place())?.state).toBe("active");
    }
  }
});

test("events about what is not ours, or of kinds that we do not know, are heard and change nothing", async () => {
  const before = await database.db.order.count();
  const strange: FakeEvent[] = [
    {
      id: "evt_1",
      type: "checkout.session.completed",
      object: { object: "checkout.session", id: "cs_test_of_a_shop" },
    },
    {
      id: "evt_2",
      type: "charge.refunded",
      object: { object: "charge", id: "ch_x", payment_intent: "pi_x", metadata: { order: randomUUID() } },
    },
    { id: "evt_3", type: "charge.dispute.created", object: { object: "dispute", id: "du_x", payment_intent: "pi_y" } },
    { id: "evt_4", type: "invoice.paid", object: { object: "invoice", id: "in_x" } },
    { id: "evt_5", type: "checkout.session.completed", object: { nothing: true } },
  ];
  for (const event of strange) expect(await tellAcademy(database.db, event)).toBe("ok");
  expect(await database.db.order.count()).toBe(before);
  expect(
    await database.db.stripeEvent.count({ where: { id: { in: ["evt_1", "evt_2", "evt_3"] }, handledAt: null } }),
  ).toBe(0);
  expect(await database.db.stripeEvent.count({ where: { id: { in: ["evt_4", "evt_5"] } } })).toBe(0);
});

test("a part given back leaves the place; the rest, without access, takes it", async () => {
  const { order, orderId, place, seatsTaken } = await paid(1);
  const ctx = await admin();
  await refundOrder(ctx, { orderId, amount: 1_900, keepsAccess: true, reason: "Agreed by letter" });
  await sendRefunds(database.db);
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "partlyRefunded", refundedAmount: 1_900 });
  expect((await place())?.state).toBe("active");
  await refundOrder(ctx, { orderId, amount: null, keepsAccess: false, reason: "She asked" });
  expect((await place())?.state).toBe("withdrawn");
  await sendRefunds(database.db);
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
  expect(await seatsTaken()).toBe(0);
  const again = refundOrder(ctx, { orderId, amount: null, keepsAccess: false, reason: "Again" });
  await expect(again).rejects.toMatchObject({ code: "nothingToRefund" });
});

test("a refund made at Stripe itself is found here, in part and in full", async () => {
  const { order, place, intent } = await paid();
  refund(stripe.state, { intent: await intent(), amount: 900 });
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "partlyRefunded", refundedAmount: 900 });
  expect((await place())?.state).toBe("active");
  refund(stripe.state, { intent: await intent(), amount: 4_000 });
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
  expect((await place())?.state).toBe("withdrawn");
});

test("a refund that comes back after it had gone through is taken out of the sums, and can be tried again", async () => {
  const { order, orderId } = await paid();
  await refundOrder(await admin(), { orderId, amount: null, keepsAccess: true, reason: "She asked" });
  await sendRefunds(database.db);
  expect((await order()).refundedAmount).toBe(4_900);
  const [made] = await database.db.orderRefund.findMany({ where: { orderId } });
  settleRefund(stripe.state, made?.stripeRefundId ?? "", "failed");
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "paid", refundedAmount: 0 });
  await refundOrder(await admin(), { orderId, amount: null, keepsAccess: true, reason: "Once more" });
  await sendRefunds(database.db);
  expect(await order()).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
});

test("a dispute closes the place until it is won", async () => {
  const { order, place, intent } = await paid();
  const id = dispute(stripe.state, await intent());
  await tellAll(database.db, stripe.state);
  expect((await order()).state).toBe("disputed");
  expect((await place())?.state).toBe("suspended");
  const kept = await database.db.dispute.findUniqueOrThrow({ where: { stripeDisputeId: id } });
  expect(kept).toMatchObject({ amount: 4_900, reason: "fraudulent", closedAt: null });
  expect(kept.evidenceDueAt?.getTime()).toBeGreaterThan(Date.now());
  decideDispute(stripe.state, id, "under_review");
  await tellAll(database.db, stripe.state);
  expect((await place())?.state).toBe("suspended");
  decideDispute(stripe.state, id, "won");
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "paid", lostAmount: 0 });
  expect((await place())?.state).toBe("active");
});

test("a dispute that is lost takes the place, and the money is counted as lost", async () => {
  const { order, place, intent, seatsTaken } = await paid(1);
  const id = dispute(stripe.state, await intent());
  decideDispute(stripe.state, id, "lost");
  // Only the last of its events comes.
  stripe.state.events.splice(0, stripe.state.events.length - 1);
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "chargedBack", lostAmount: 4_900, refundedAmount: 0 });
  expect((await place())?.state).toBe("withdrawn");
  expect(await seatsTaken()).toBe(0);
});

test("what was refunded in part and then disputed is closed, and while it is nothing more is refunded", async () => {
  const { order, orderId, place, intent } = await paid();
  refund(stripe.state, { intent: await intent(), amount: 900 });
  await tellAll(database.db, stripe.state);
  const id = dispute(stripe.state, await intent());
  await tellAll(database.db, stripe.state);
  expect((await order()).state).toBe("disputed");
  const more = refundOrder(await admin(), { orderId, amount: null, keepsAccess: true, reason: "She asked" });
  await expect(more).rejects.toMatchObject({ code: "refundDisputed" });
  decideDispute(stripe.state, id, "won");
  await tellAll(database.db, stripe.state);
  expect((await order()).state).toBe("partlyRefunded");
  expect((await place())?.state).toBe("active");
});

test("an order that never came to know its session learns it from the event", async () => {
  const { orderId, session, order, place } = await atStripe();
  await database.db.order.update({ where: { id: orderId }, data: { stripeSessionId: null, checkoutUrl: null } });
  pay(stripe.state, session);
  await tellAll(database.db, stripe.state);
  expect(await order()).toMatchObject({ state: "paid", stripeSessionId: session });
  expect((await place())?.state).toBe("active");
});

test("the page she comes back to needs no event", async () => {
  const { orderId, session, place } = await atStripe();
  pay(stripe.state, session);
  expect(await syncOrder({ db: database.db, clock }, { orderId })).toBe("paid");
  expect((await place())?.state).toBe("active");
});

test("where no webhooks are expected there is nothing to post to", async () => {
  env.STRIPE_WEBHOOK_SECRET = undefined;
  expect(await post(signedEvent({ id: "evt_6", type: "charge.refunded", object: {} }))).toBe("hidden");
});
