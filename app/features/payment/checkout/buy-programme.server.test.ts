import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { givePlace } from "#app/features/enrolment/give-place.server.ts";
import { findMyOrder } from "#app/features/payment/orders/find-my-orders.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createBuyer, createPricedCourse, sessionOf, tellAll } from "#tests/factories/order.ts";
import { type FakeStripe, setStripeKeys, startStripe, unsetStripeKeys } from "#tests/fakes/stripe.ts";
import { pay } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findProgrammeBuying } from "./find-programme-buying.server.ts";
import { startCheckout } from "./start-checkout.server.ts";

const database = openTestDatabase();
let stripe: FakeStripe;

beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(async () => {
  unsetStripeKeys();
  await stripe.stop();
  expect(stripe.problems).toEqual([]);
});
beforeEach(() => setStripeKeys(stripe));

/** A programme for 90 dollars of three courses that cost 20, 40 and 40 by themselves. */
async function programmeOfThree() {
  const { db } = database;
  const courses = [];
  for (const priceAmount of [2_000, 4_000, 4_000]) {
    courses.push((await createPricedCourse(db, { priceAmount, seats: 5 })).course);
  }
  const programme = await db.programme.create({
    data: {
      slug: `programme-${crypto.randomUUID().slice(0, 8)}`,
      titles: { ar: "دبلوم", en: "Diploma" },
      summaries: { ar: "برنامج.", en: "A programme." },
      courses: { create: courses.map(({ id }, position) => ({ courseId: id, position })) },
    },
  });
  await db.price.create({ data: { programmeId: programme.id, amount: 9_000, currency: "USD" } });
  return { programme, courses };
}

const beginToBuy = (ctx: PersonContext, programme: { slug: string }, extra: { shown?: number } = {}) =>
  startCheckout(ctx, {
    wanted: { kind: "programme", programme: programme.slug },
    code: null,
    method: "checkout",
    origin: "https://academy.example/en",
    ...(extra.shown === undefined ? {} : { shown: { amount: extra.shown, currency: "USD" } }),
  });

/** She has a place in a course already. */
const hasPlace = async (ctx: PersonContext, courseId = "") =>
  inTransaction(database.db, (tx) =>
    givePlace(tx, { courseId, userId: ctx.actor.id, cohortId: null, now: new Date(), seat: "take" }),
  );

const enrolled = (ctx: PersonContext) =>
  database.db.enrolment.findMany({ where: { userId: ctx.actor.id, state: "active" }, select: { courseId: true } });

test("what she has is taken off by name, on the page, in the order and at Stripe, and paying gives her the rest", async () => {
  const { programme, courses } = await programmeOfThree();
  const [first] = courses;
  if (!first) throw new Error("No course");
  const ctx = await createBuyer(database.db);
  await hasPlace(ctx, first.id);
  const shown = await findProgrammeBuying(ctx, { programme: programme.slug });
  expect(shown).toMatchObject({ price: { amount: 9_000 }, amount: 7_200, missing: 2 });
  expect(shown?.deductions).toMatchObject([{ amount: 1_800, titles: { en: "Jerusalem through the ages" } }]);
  const { orderId, number } = await beginToBuy(ctx, programme, { shown: 7_200 });
  const session = await sessionOf(database.db, orderId);
  expect(stripe.state.sessions.get(session)?.amount_total).toBe(7_200);
  pay(stripe.state, session);
  await tellAll(database.db, stripe.state);
  const order = await findMyOrder(ctx, { number });
  expect(order).toMatchObject({ state: "paid", amount: 7_200, paidAmount: 7_200, given: true });
  expect(order.lines).toMatchObject([
    { kind: "programme", listAmount: 9_000, discountAmount: 1_800, deductions: [{ amount: 1_800 }] },
  ]);
  expect(new Set((await enrolled(ctx)).map(({ courseId }) => courseId))).toEqual(new Set(courses.map(({ id }) => id)));
  expect(await findProgrammeBuying(ctx, { programme: programme.slug })).toMatchObject({ missing: 0, waiting: null });
  await expect(beginToBuy(ctx, programme)).rejects.toMatchObject({ code: "alreadyYours" });
});

test("a page that was shown before she got one of its courses asks her to look again, and takes nothing", async () => {
  const { programme, courses } = await programmeOfThree();
  const ctx = await createBuyer(database.db);
  await hasPlace(ctx, courses[0]?.id);
  await expect(beginToBuy(ctx, programme, { shown: 9_000 })).rejects.toMatchObject({ code: "priceChanged" });
  expect(await database.db.order.count({ where: { buyerId: ctx.actor.id } })).toBe(0);
});

test("a course that she left of her own accord counts as hers, one that was taken from her does not", async () => {
  const { programme, courses } = await programmeOfThree();
  const ctx = await createBuyer(database.db);
  const [left, taken] = courses;
  for (const [course, revokedAt] of [
    [left, null],
    [taken, new Date()],
  ] as const) {
    const { enrolmentId } = await hasPlace(ctx, course?.id);
    const withdrawn = { state: "withdrawn" as const, withdrawnAt: new Date(), revokedAt };
    await database.db.enrolment.update({ where: { id: enrolmentId }, data: withdrawn });
  }
  expect(await findProgrammeBuying(ctx, { programme: programme.slug })).toMatchObject({ amount: 7_200, missing: 2 });
});

test("of a full course nothing of its programme is held, and a guest is shown the whole price", async () => {
  const { programme, courses } = await programmeOfThree();
  await database.db.course.update({ where: { id: courses[2]?.id ?? "" }, data: { seats: 1, seatsTaken: 1 } });
  await expect(beginToBuy(await createBuyer(database.db), programme)).rejects.toMatchObject({ code: "full" });
  const taken = await database.db.course.findMany({ where: { id: { in: courses.slice(0, 2).map(({ id }) => id) } } });
  expect(taken.map(({ seatsTaken }) => seatsTaken)).toEqual([0, 0]);
  const guest = { db: database.db, actor: null, clock: { now: () => new Date() } };
  expect(await findProgrammeBuying(guest, { programme: programme.slug })).toMatchObject({
    amount: 9_000,
    deductions: [],
  });
});

test("a programme without a price, or with a course that cannot be begun at any time, is not for sale", async () => {
  const ctx = await createBuyer(database.db);
  const { programme, courses } = await programmeOfThree();
  await database.db.course.update({ where: { id: courses[0]?.id ?? "" }, data: { selfPaced: false } });
  expect(await findProgrammeBuying(ctx, { programme: programme.slug })).toBeNull();
  await expect(beginToBuy(ctx, programme)).rejects.toMatchObject({ code: "notForSale" });
  const { course } = await createCourse(database.db);
  const free = await database.db.programme.create({
    data: {
      ...{ slug: `free-${course.slug}`, titles: { en: "Free" }, summaries: { en: "Free." } },
      courses: { create: [{ courseId: course.id, position: 0 }] },
    },
  });
  expect(await findProgrammeBuying(ctx, { programme: free.slug })).toBeNull();
});
