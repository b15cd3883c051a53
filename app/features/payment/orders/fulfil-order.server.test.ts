import { expect, test } from "vitest";
import { withdrawLearner } from "#app/features/enrolment/withdraw-learner.server.ts";
import { redeemCode } from "#app/features/payment/access/redeem-code.server.ts";
import { startCheckout } from "#app/features/payment/checkout/start-checkout.server.ts";
import {
  beginToBuy,
  createBuyer,
  createPricedCourse,
  createSoldProgramme,
  sendRefunds,
  sessionOf,
  tellAll,
} from "#tests/factories/order.ts";
import { atCheckout, havingPaid } from "#tests/factories/paying.ts";
import { dispute, pay } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";

const database = openTestDatabase();
const stripe = openTestStripe();
const origin = "https://academy.example/en";

const orderOf = (id: string) => database.db.order.findUniqueOrThrow({ where: { id }, include: { seats: true } });
const placeOf = (userId: string, courseId: string) =>
  database.db.enrolment.findUniqueOrThrow({ where: { userId_courseId: { userId, courseId } } });
const seatsTaken = async (id: string) => (await database.db.course.findUniqueOrThrow({ where: { id } })).seatsTaken;

/** An order whose time is over here, while its page at Stripe can still be paid. */
async function forgotten(orderId: string): Promise<void> {
  const { db } = database;
  const { seats } = await orderOf(orderId);
  await db.order.update({ where: { id: orderId }, data: { state: "expired" } });
  await db.orderSeat.updateMany({ where: { orderId }, data: { state: "released" } });
  for (const { courseId, quantity } of seats) {
    await db.course.update({ where: { id: courseId }, data: { seatsTaken: { decrement: quantity } } });
  }
}

test("a course that she paid for and left is taken off a programme: it is hers to come back to", async () => {
  const { db } = database;
  const { course, ctx } = await havingPaid(db, stripe());
  await withdrawLearner(ctx, { course: course.slug });
  const { course: second } = await createPricedCourse(db);
  const programme = await createSoldProgramme(db, { courses: [course, second], amount: 9_000 });
  const wanted = { kind: "programme" as const, programme: programme.slug };
  const { orderId } = await startCheckout(ctx, { wanted, code: null, method: "checkout", origin });
  expect(await orderOf(orderId)).toMatchObject({ amount: 4_500, seats: [{ courseId: second.id }] });
  pay(stripe().state, await sessionOf(db, orderId));
  await tellAll(db, stripe().state);
  expect(await orderOf(orderId)).toMatchObject({ state: "paid", seats: [{ state: "given" }] });
});

test("late money for a place that she had by another order and left opens it again, and goes back", async () => {
  const { db } = database;
  const { course, ctx, orderId: late, session } = await atCheckout(db, { seats: 2 });
  await forgotten(late);
  const { orderId } = await beginToBuy(ctx, { course });
  pay(stripe().state, await sessionOf(db, orderId));
  await tellAll(db, stripe().state);
  await withdrawLearner(ctx, { course: course.slug });
  pay(stripe().state, session);
  await tellAll(db, stripe().state);
  await sendRefunds(db);
  expect(await orderOf(late)).toMatchObject({
    state: "refunded",
    refundedAmount: 4_900,
    seats: [{ state: "released" }],
  });
  expect(await orderOf(orderId)).toMatchObject({ state: "paid", seats: [{ state: "given" }] });
  expect((await placeOf(ctx.actor.id, course.id)).state).toBe("active");
  expect(await seatsTaken(course.id)).toBe(1);
});

test("while her bank asks for the money of a place that she left, money for it opens nothing, and goes back", async () => {
  const { db } = database;
  const { course, ctx, orderId: late, session } = await atCheckout(db, { seats: 2 });
  await forgotten(late);
  const { orderId } = await beginToBuy(ctx, { course });
  pay(stripe().state, await sessionOf(db, orderId));
  await tellAll(db, stripe().state);
  await withdrawLearner(ctx, { course: course.slug });
  dispute(stripe().state, (await orderOf(orderId)).stripePaymentIntentId ?? "");
  await tellAll(db, stripe().state);
  pay(stripe().state, session);
  await tellAll(db, stripe().state);
  await sendRefunds(db);
  expect(await orderOf(late)).toMatchObject({ state: "refunded", seats: [{ state: "released" }] });
  expect(await orderOf(orderId)).toMatchObject({ state: "disputed" });
  expect((await placeOf(ctx.actor.id, course.id)).state).toBe("withdrawn");
  expect(await seatsTaken(course.id)).toBe(0);
});

test("codes of seats whose money a bank asks for give nothing until that is decided", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const [sponsor, learner] = [await createBuyer(db), await createBuyer(db)];
  const wanted = { kind: "seats" as const, course: course.slug, cohortId: null, quantity: 3 };
  const { orderId } = await startCheckout(sponsor, { wanted, code: null, method: "checkout", origin });
  pay(stripe().state, await sessionOf(db, orderId));
  await tellAll(db, stripe().state);
  dispute(stripe().state, (await orderOf(orderId)).stripePaymentIntentId ?? "");
  await tellAll(db, stripe().state);
  const { code } = await db.accessCode.findFirstOrThrow({ where: { group: { orderId } } });
  await expect(redeemCode(learner, { code })).rejects.toMatchObject({ code: "codeOver" });
  expect(await seatsTaken(course.id)).toBe(3);
});
