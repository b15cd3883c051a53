import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cancelOrder } from "#app/features/payment/orders/cancel-order.server.ts";
import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { createCourse } from "#tests/factories/course.ts";
import { beginToBuy, createBuyer, createPricedCourse, sessionOf, tellAll } from "#tests/factories/order.ts";
import { type FakeStripe, setStripeKeys, startStripe, unsetStripeKeys } from "#tests/fakes/stripe.ts";
import { pay } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { resumeCheckout } from "./resume-checkout.server.ts";

const database = openTestDatabase({ pool: 20 });
const clock = { now: () => new Date() };
let stripe: FakeStripe;

beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(async () => {
  unsetStripeKeys();
  await stripe.stop();
  expect(stripe.problems).toEqual([]);
});
beforeEach(() => {
  setStripeKeys(stripe);
  stripe.mood = () => undefined;
  stripe.state.events = [];
});

const sessions = () => stripe.state.sessions.size;
const seatsTaken = async (id: string) => (await database.db.course.findUniqueOrThrow({ where: { id } })).seatsTaken;
const orderOf = (id: string) => database.db.order.findUniqueOrThrow({ where: { id } });

async function begun(seats?: number) {
  const { course } = await createPricedCourse(database.db, { seats });
  const ctx = await createBuyer(database.db);
  const started = await beginToBuy(ctx, { course });
  return { course, ctx, started, session: await sessionOf(database.db, started.orderId) };
}

test("the price comes from the course, the seat is held, and Stripe's page is where she goes on", async () => {
  const { course, started, session } = await begun(3);
  expect(started).toMatchObject({ next: "pay", url: `${stripe.origin}/pay/${session}` });
  expect(stripe.state.sessions.get(session)).toMatchObject({
    amount_total: 4_900,
    currency: "usd",
    client_reference_id: started.orderId,
  });
  expect(await seatsTaken(course.id)).toBe(1);
});

test("dinars of three decimals and yen of none come to Stripe as it reckons, and back as we do", async () => {
  for (const [priceCurrency, priceAmount, theirs] of [
    ["JOD", 35_000, 35_000],
    ["JPY", 5_000, 5_000],
    ["ISK", 700, 70_000],
  ] as const) {
    const { course } = await createCourse(database.db, { priceAmount, priceCurrency });
    const ctx = await createBuyer(database.db);
    const { orderId } = await beginToBuy(ctx, { course });
    const session = await sessionOf(database.db, orderId);
    expect(stripe.state.sessions.get(session)?.amount_total).toBe(theirs);
    pay(stripe.state, session);
    await syncOrder({ db: database.db, clock }, { orderId });
    expect(await orderOf(orderId)).toMatchObject({ state: "paid", paidAmount: priceAmount });
  }
});

test("pressing again, in ten tabs at once, goes on with the same order and one session", async () => {
  const { course } = await createPricedCourse(database.db, { seats: 5 });
  const ctx = await createBuyer(database.db);
  const before = sessions();
  const all = await Promise.all(Array.from({ length: 10 }, () => beginToBuy(ctx, { course })));
  expect(new Set(all.map(({ orderId }) => orderId)).size).toBe(1);
  expect(new Set(all.map((one) => one.next === "pay" && one.url)).size).toBe(1);
  expect(sessions()).toBe(before + 1);
  expect(await seatsTaken(course.id)).toBe(1);
});

test("who has paid is refused from a stale tab before she pays again, also before the event came", async () => {
  const { ctx, course, session } = await begun();
  pay(stripe.state, session);
  // The tab knows nothing of it yet: it goes on with the order, whose page at Stripe is closed.
  expect(await beginToBuy(ctx, { course })).toMatchObject({ next: "pay" });
  expect(pay(stripe.state, session)).toBe(false);
  await tellAll(database.db, stripe.state);
  await expect(beginToBuy(ctx, { course })).rejects.toMatchObject({ code: "alreadyYours" });
});

test("for the last seat one gets in, the others are told that it is full, and it is free again when she gives up", async () => {
  const { course } = await createPricedCourse(database.db, { seats: 1 });
  const buyers = await Promise.all(Array.from({ length: 6 }, () => createBuyer(database.db)));
  const answers = await Promise.allSettled(buyers.map((ctx) => beginToBuy(ctx, { course })));
  expect(answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual(Array(5).fill("full"));
  const winner = answers.findIndex(({ status }) => status === "fulfilled");
  const [ctx, answer] = [buyers[winner], answers[winner]];
  if (!ctx || answer?.status !== "fulfilled") throw new Error("Nobody got in");
  const session = await sessionOf(database.db, answer.value.orderId);
  expect(await cancelOrder(ctx, { orderId: answer.value.orderId })).toBe("cancelled");
  expect(stripe.state.sessions.get(session)?.status).toBe("expired");
  expect(await seatsTaken(course.id)).toBe(0);
  const [other] = buyers.filter((one) => one !== ctx);
  if (other) expect(await beginToBuy(other, { course })).toMatchObject({ next: "pay" });
});

test("another cohort ends the first session at Stripe, so that only one can be paid", async () => {
  const { course } = await createPricedCourse(database.db);
  const [winter, spring] = [
    await createCohort(database.db, { courseId: course.id, seats: 1 }),
    await createCohort(database.db, { courseId: course.id, seats: 1 }),
  ];
  const ctx = await createBuyer(database.db);
  const first = await beginToBuy(ctx, { course, cohortId: winter.id });
  const second = await beginToBuy(ctx, { course, cohortId: spring.id });
  expect(second.orderId).not.toBe(first.orderId);
  expect((await orderOf(first.orderId)).state).toBe("cancelled");
  const session = await sessionOf(database.db, first.orderId);
  expect(stripe.state.sessions.get(session)?.status).toBe("expired");
  const held = await database.db.cohort.findMany({ where: { id: { in: [winter.id, spring.id] } } });
  expect(held.map(({ id, seatsTaken: taken }) => [id === spring.id, taken]).sort()).toEqual([
    [false, 0],
    [true, 1],
  ]);
});

test.each(["away", "lostAnswer", "tooMany"] as const)(
  "while Stripe is %s she is told and keeps her seat; trying again opens one session, never two",
  async (mood) => {
    const { course } = await createPricedCourse(database.db, { seats: 1 });
    const ctx = await createBuyer(database.db);
    const before = sessions();
    stripe.mood = () => mood;
    await expect(beginToBuy(ctx, { course })).rejects.toMatchObject({ code: "stripeAway", status: 503 });
    expect(await seatsTaken(course.id)).toBe(1);
    stripe.mood = () => undefined;
    expect(await beginToBuy(ctx, { course })).toMatchObject({ next: "pay" });
    expect(sessions()).toBe(before + 1);
    expect(await seatsTaken(course.id)).toBe(1);
  },
);

test("an order whose page could not be opened is paid from its own page, by its buyer alone", async () => {
  const { course } = await createPricedCourse(database.db, { seats: 1 });
  const [ctx, other] = [await createBuyer(database.db), await createBuyer(database.db)];
  stripe.mood = () => "away";
  await expect(beginToBuy(ctx, { course })).rejects.toMatchObject({ code: "stripeAway" });
  stripe.mood = () => undefined;
  const { id, number } = await database.db.order.findFirstOrThrow({ where: { buyerId: ctx.actor.id } });
  await expect(resumeCheckout(other, { number })).rejects.toMatchObject({ status: 404 });
  const late = { ...ctx, clock: { now: () => new Date(Date.now() + 20 * 60_000) } };
  const url = await resumeCheckout(ctx, { number });
  expect(url).toBe(`${stripe.origin}/pay/${await sessionOf(database.db, id)}`);
  expect(await resumeCheckout(late, { number })).toBe(url);
  await database.db.order.update({ where: { id }, data: { checkoutUrl: null, stripeSessionId: null } });
  expect(await resumeCheckout(late, { number })).toBeNull();
  expect((await orderOf(id)).state).toBe("cancelled");
});

test("an answer of 500 that Stripe repeats for ever ends the order, and the next try is a new one", async () => {
  const { course } = await createPricedCourse(database.db, { seats: 1 });
  const ctx = await createBuyer(database.db);
  let faults = 1;
  stripe.mood = () => (faults-- > 0 ? "fault" : undefined);
  await expect(beginToBuy(ctx, { course })).rejects.toMatchObject({ code: "stripeAway" });
  expect(await beginToBuy(ctx, { course })).toMatchObject({ next: "pay" });
  expect(await seatsTaken(course.id)).toBe(1);
  expect(await database.db.order.count({ where: { buyerId: ctx.actor.id } })).toBe(2);
});

test("a Stripe that never answers holds nobody for more than ten seconds, and no connection of the database", async () => {
  const { course } = await createPricedCourse(database.db);
  const ctx = await createBuyer(database.db);
  stripe.mood = () => "silent";
  const start = Date.now();
  const asked = beginToBuy(ctx, { course }).then(
    () => "opened",
    (error: unknown) => error,
  );
  await new Promise((done) => setTimeout(done, 2_000));
  const { rows } = await database.connections.query(
    "select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  );
  expect(rows).toEqual([]);
  expect(await asked).toMatchObject({ code: "stripeAway" });
  expect(Date.now() - start).toBeLessThan(11_000);
}, 20_000);

test("an amount that Stripe does not take is said to be too small, and holds nothing", async () => {
  const { course } = await createPricedCourse(database.db, { priceAmount: 20, seats: 1 });
  const asked = beginToBuy(await createBuyer(database.db), { course });
  await expect(asked).rejects.toMatchObject({ code: "belowMinimum" });
  expect(await seatsTaken(course.id)).toBe(0);
});

test("without a key of Stripe nothing is held by trying to pay by card, and a transfer holds its seat", async () => {
  unsetStripeKeys();
  const { course } = await createPricedCourse(database.db, { seats: 1 });
  const ctx = await createBuyer(database.db);
  await expect(beginToBuy(ctx, { course })).rejects.toMatchObject({ code: "noStripe" });
  expect(await database.db.order.count({ where: { buyerId: ctx.actor.id } })).toBe(0);
  expect(await beginToBuy(ctx, { course, method: "transfer" })).toMatchObject({ next: "transfer" });
  expect(await seatsTaken(course.id)).toBe(1);
});

test("a free course is not sold, and an order whose time is over lets its seat go at Stripe and here", async () => {
  const free = await createCourse(database.db);
  await expect(beginToBuy(await createBuyer(database.db), free)).rejects.toMatchObject({ code: "free" });
  const { course, started, session } = await begun(1);
  const late = { now: () => new Date(Date.now() + 60 * 60_000) };
  expect(await syncOrder({ db: database.db, clock: late }, { orderId: started.orderId })).toBe("expired");
  expect(stripe.state.sessions.get(session)?.status).toBe("expired");
  expect(await seatsTaken(course.id)).toBe(0);
});
