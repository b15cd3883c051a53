import { expect, test } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { guestContext } from "#tests/factories/context.ts";
import { beginToBuy, createBuyer, createPricedCourse, inDays } from "#tests/factories/order.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findBuying } from "./find-buying.server.ts";
import { handleBuyIntent } from "./handle-buy-intent.server.ts";
import { startCheckout } from "./start-checkout.server.ts";

const database = openTestDatabase();
const made = (name: string, countries: string[]) => database.db.countryGroup.create({ data: { name, countries } });

test("each cohort's own price is shown before ordering, a country's to who lives there, and everybody's to guests", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const winter = await createCohort(db, { courseId: course.id });
  const spring = await createCohort(db, { courseId: course.id });
  const jordan = await made("Jordan", ["JO"]);
  const always = { currency: "USD" };
  await db.price.createMany({
    data: [
      { ...always, amount: 3_000, cohortId: winter.id, labels: { en: "Early bird" }, endsAt: inDays(3) },
      { ...always, amount: 2_000, courseId: course.id, countryGroupId: jordan.id },
      { ...always, amount: 1, courseId: course.id, for: "certificate" },
      { ...always, amount: 2, cohortId: spring.id, startsAt: inDays(1) },
    ],
  });
  const guest = await findBuying(guestContext(db), { course: course.slug });
  expect(guest?.prices.usual).toMatchObject({ amount: 4_900, endsAt: null });
  expect(guest?.prices.cohorts[winter.id]).toMatchObject({ amount: 3_000, labels: { en: "Early bird" } });
  expect(guest?.prices.cohorts[spring.id]).toMatchObject({ amount: 4_900 });
  const ctx = await createBuyer(db);
  await db.user.update({ where: { id: ctx.actor.id }, data: { country: "JO" } });
  const hers = await findBuying(ctx, { course: course.slug });
  expect(hers?.prices.usual.amount).toBe(2_000);
  expect(hers?.prices.cohorts[winter.id]?.amount).toBe(3_000);
  expect(hers?.prices.cohorts[spring.id]?.amount).toBe(2_000);
  expect(hers?.listed).toEqual(guest?.listed);
  expect(hers?.listed.usual.amount).toBe(4_900);
});

test("a free course is not bought, whatever prices it was given, and neither is one that is not there", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db, { priceAmount: 0 });
  await db.price.create({ data: { amount: 100, currency: "USD", courseId: course.id } });
  expect(await findBuying(guestContext(db), { course: course.slug })).toBeNull();
  expect(await findBuying(guestContext(db), { course: "nowhere" })).toBeNull();
});

test("a price that changed since it was shown is refused before anything is ordered; the new one is taken", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db, { seats: 1 });
  const ctx = await createBuyer(db);
  const order = { wanted: { kind: "course" as const, course: course.slug, cohortId: null }, code: null };
  const asked = { ...order, method: "transfer" as const, origin: "https://academy.example" };
  const seen = { amount: 4_900, currency: "USD" };
  await db.price.create({ data: { amount: 5_900, currency: "USD", courseId: course.id } });
  await expect(startCheckout(ctx, { ...asked, shown: seen })).rejects.toMatchObject({ code: "priceChanged" });
  await expect(startCheckout(ctx, { ...asked, shown: { ...seen, currency: "EUR" } })).rejects.toMatchObject({
    code: "priceChanged",
  });
  expect(await db.order.count({ where: { buyerId: ctx.actor.id } })).toBe(0);
  const { orderId } = await startCheckout(ctx, { ...asked, shown: { ...seen, amount: 5_900 } });
  expect(await db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ amount: 5_900 });
});

test("the form tells of a changed price beside what was typed, and goes on at the price that it shows", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const ctx = await createBuyer(db);
  const send = (shown: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: "buy", method: "transfer", shown })) form.set(name, value);
    const back = { href: (path: string) => path, origin: "https://academy.example" };
    return handleBuyIntent({ ctx, form, sold: { kind: "course", course: course.slug }, ...back });
  };
  const stale = await send("own-pace:3900:USD");
  expect(stale).toMatchObject({
    init: { status: 409 },
    data: { result: { error: { "": ["payment:errors.priceChanged"] } } },
  });
  expect(await db.order.count({ where: { buyerId: ctx.actor.id } })).toBe(0);
  expect(await send("own-pace:4900:USD")).toBeInstanceOf(Response);
  expect(await db.order.count({ where: { buyerId: ctx.actor.id } })).toBe(1);
});

test("where her country pays nothing she has the place at once, without choosing how to pay", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const group = await made("Palestine", ["PS"]);
  await db.price.create({ data: { amount: 0, currency: "USD", courseId: course.id, countryGroupId: group.id } });
  const ctx = await createBuyer(db);
  await db.user.update({ where: { id: ctx.actor.id }, data: { country: "PS" } });
  expect((await findBuying(ctx, { course: course.slug }))?.prices.usual.amount).toBe(0);
  expect(await beginToBuy(ctx, { course })).toMatchObject({ next: "given" });
});
