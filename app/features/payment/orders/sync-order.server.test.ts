import { expect, test } from "vitest";
import { beginToBuy, sendRefunds, tellAll } from "#tests/factories/order.ts";
import { atCheckout } from "#tests/factories/paying.ts";
import { expire, pay, settle } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { syncOrder } from "./sync-order.server.ts";

const database = openTestDatabase();
const stripe = openTestStripe();
const clock = { now: () => new Date() };

test("a delayed payment is shown as on its way, gives nothing until it came, and holds its seat meanwhile", async () => {
  const { session, order, place, seatsTaken } = await atCheckout(database.db, { seats: 1 });
  pay(stripe().state, session, { delayed: true });
  await tellAll(database.db, stripe().state);
  expect((await order()).state).toBe("pending");
  expect(await place()).toBeNull();
  expect(await seatsTaken()).toBe(1);
  settle(stripe().state, session, { came: true });
  await tellAll(database.db, stripe().state);
  expect((await order()).state).toBe("paid");
  expect((await place())?.state).toBe("active");
  expect(await seatsTaken()).toBe(1);
});

test("a delayed payment that does not come frees the seat, and she may buy again", async () => {
  const { ctx, course, session, order, seatsTaken } = await atCheckout(database.db, { seats: 1 });
  pay(stripe().state, session, { delayed: true });
  await tellAll(database.db, stripe().state);
  settle(stripe().state, session, { came: false });
  await tellAll(database.db, stripe().state);
  expect((await order()).state).toBe("failed");
  expect(await seatsTaken()).toBe(0);
  expect(await beginToBuy(ctx, { course })).toMatchObject({ next: "pay" });
});

test("a session that expires lets its seat go", async () => {
  const { session, order, seatsTaken } = await atCheckout(database.db, { seats: 1 });
  expect(await seatsTaken()).toBe(1);
  expire(stripe().state, session);
  await tellAll(database.db, stripe().state);
  expect((await order()).state).toBe("expired");
  expect(await seatsTaken()).toBe(0);
});

test("money that comes after its order had ended gives the seat if there is one, and goes back if there is none", async () => {
  const { db } = database;
  for (const taken of [false, true]) {
    const { course, session, order, place, orderId } = await atCheckout(database.db, { seats: 1 });
    // It ended here, by hand or by a fault, and not at Stripe.
    await db.$transaction(async (tx) => {
      await tx.order.update({ where: { id: orderId }, data: { state: "expired" } });
      await tx.orderSeat.updateMany({ where: { orderId }, data: { state: "released" } });
      await tx.course.update({ where: { id: course.id }, data: { seatsTaken: 0 } });
    });
    if (taken) await db.course.update({ where: { id: course.id }, data: { seatsTaken: 1 } });
    pay(stripe().state, session);
    await tellAll(db, stripe().state);
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

test("an order that never came to know its session learns it from the event", async () => {
  const { orderId, session, order, place } = await atCheckout(database.db);
  await database.db.order.update({ where: { id: orderId }, data: { stripeSessionId: null, checkoutUrl: null } });
  pay(stripe().state, session);
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "paid", stripeSessionId: session });
  expect((await place())?.state).toBe("active");
});

test("the page she comes back to needs no event", async () => {
  const { orderId, session, place } = await atCheckout(database.db);
  pay(stripe().state, session);
  expect(await syncOrder({ db: database.db, clock }, { orderId })).toBe("paid");
  expect((await place())?.state).toBe("active");
});
