import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createAdmin } from "#tests/factories/finished.ts";
import { beginToBuy, createBuyer, createPricedCourse } from "#tests/factories/order.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findOrders } from "./find-orders.server.ts";
import { readOrderNumber } from "./order-conditions.server.ts";
import { orderSearchSchema } from "./order-filters-schema.ts";
import { type OrderColumn, streamOrders } from "./stream-orders.server.ts";
import { countOrderTasks, findOrderChoices } from "./sum-orders.server.ts";

const database = openTestDatabase();
const transfer = "transfer" as const;

/** Somebody of this name who ordered a course of its own by transfer. */
async function ordered(
  name: string,
  { currency = "USD", amount = 4_900 }: { currency?: string; amount?: number } = {},
) {
  const { db } = database;
  const { course } = await createPricedCourse(db, { priceCurrency: currency, priceAmount: amount });
  const ctx = contextOf(db, await createPerson(db, { name }));
  const { orderId, number } = await beginToBuy(ctx, { course, method: transfer });
  return { ctx, course, orderId, number };
}

const numbersOf = async (search: Record<string, string>) => {
  const admin = await createAdmin(database.db);
  const { orders } = await findOrders(admin, orderSearchSchema.parse(search));
  return orders.map(({ number }) => number);
};

test.each([
  ["1042", 1042],
  ["#1042", 1042],
  ["maqdis-1042", 1042],
  ["MAQDIS-١٠٤٢", 1042],
  ["۱۰۴۲", 1042],
  ["10a", undefined],
  ["12345678901", undefined],
  ["", undefined],
])("%j is read as the number of an order, or as none", (typed, number) => {
  expect(readOrderNumber(typed)).toBe(number);
});

test("an order is found by its number, its buyer's name in any spelling, her old name, and her transfer's reference", async () => {
  const { db } = database;
  const { ctx, number, orderId } = await ordered("إيمان الخطيب");
  const other = await ordered("Yusuf Karim");
  expect(await numbersOf({ q: "ايمان خطيب" })).toEqual([number]);
  expect(await numbersOf({ q: `#${number}` })).toEqual([number]);
  await db.user.update({ where: { id: ctx.actor.id }, data: { name: "Iman Barakat" } });
  expect(await numbersOf({ q: "barakat" })).toEqual([number]);
  expect(await numbersOf({ q: "ايمان" })).toEqual([number]);
  expect(await numbersOf({ q: other.ctx.actor.email })).toEqual([other.number]);
  await db.transfer.create({
    data: { orderId, kind: "bank", reference: "FT-77/2026", amount: 4_900, receivedOn: new Date() },
  });
  expect(await numbersOf({ q: "ft-77/2026" })).toEqual([number]);
  expect(await numbersOf({ q: '\'; DROP TABLE "Order" --' })).toEqual([]);
});

test("filters narrow, what is not understood is not asked, and sums never add one currency to another", async () => {
  const { db } = database;
  const { course, number } = await ordered("Sums One", { currency: "JOD", amount: 35_000 });
  await ordered("Sums Two", { currency: "JPY", amount: 5_000 });
  const admin = await createAdmin(db);
  expect(await numbersOf({ currency: "JOD" })).toEqual([number]);
  expect(await numbersOf({ course: course.slug, method: "transfer", kind: "course", state: "open" })).toEqual([number]);
  expect(await numbersOf({ course: course.slug, kind: "seats" })).toEqual([]);
  expect(await numbersOf({ course: course.slug, until: "2020-01-01" })).toEqual([]);
  expect(await numbersOf({ course: course.slug, state: "none such", from: "yesterday" })).toEqual([number]);
  const { sums } = await findOrders(admin, { q: "sums" });
  expect(sums.map(({ currency, orders, paid }) => [currency, orders, paid]).sort()).toEqual([
    ["JOD", 1, 0],
    ["JPY", 1, 0],
  ]);
  const { currencies, courses } = await findOrderChoices(admin);
  expect(currencies).toEqual(expect.arrayContaining(["JOD", "JPY"]));
  expect(courses.map(({ slug }) => slug)).toContain(course.slug);
});

test("pages follow one another without losing or repeating an order, forwards and back", async () => {
  const { db } = database;
  const { ctx, orderId } = await ordered("Paged Buyer");
  const { lines: _, ...first } = await db.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: true } });
  const { id: __, number: ___, ...copy } = first;
  for (let i = 0; i < 60; i += 1) {
    // All at one moment: what tells them apart is their id.
    const made = await db.order.create({ data: { ...copy, state: "cancelled", thing: `course:${i}` } });
    const titles = { en: "A course" };
    await db.orderLine.create({
      data: { orderId: made.id, position: 0, kind: "course", titles, listAmount: 4_900, amount: 4_900 },
    });
  }
  const admin = await createAdmin(db);
  const one = await findOrders(admin, { q: "paged" });
  const two = await findOrders(admin, { q: "paged", cursor: one.next });
  const all = [...one.orders, ...two.orders].map(({ id }) => id);
  expect([one.orders.length, two.orders.length, new Set(all).size]).toEqual([50, 11, 61]);
  expect(two.next).toBeUndefined();
  const back = await findOrders(admin, { q: "paged", cursor: two.previous });
  expect(back.orders.map(({ id }) => id)).toEqual(one.orders.map(({ id }) => id));
  expect((await findOrders(admin, { q: "paged", cursor: "not a cursor" })).orders).toHaveLength(50);
  expect(ctx.actor.name).toBe("Paged Buyer");
});

test("the CSV has amounts as decimals, makes text of a formula, and is written to the audit log", async () => {
  const { db } = database;
  await ordered("=HYPERLINK(1) Csv", { currency: "KWD", amount: 12_500 });
  const admin = await createAdmin(db);
  const plain = (word: string) => word;
  const words = { head: (column: OrderColumn) => column, state: plain, method: plain, kind: plain };
  const text = await new Response(await streamOrders(admin, { filters: { q: "csv" }, words })).text();
  const [head, line] = text.trim().split("\r\n");
  expect(head).toContain('"number","placed"');
  expect(line).toContain(`"'=HYPERLINK(1) Csv"`);
  expect(line).toContain('"KWD","12.500","0.000"');
  const entry = await db.auditEntry.findFirst({ where: { actorId: admin.actor.id } });
  expect(entry).toMatchObject({ action: "orders.export", after: { q: "csv" } });
});

test("nobody but an admin finds orders, sums, tasks or the CSV", async () => {
  const buyer = await createBuyer(database.db);
  const words = { head: String, state: String, method: String, kind: String };
  for (const asked of [
    findOrders(buyer, {}),
    countOrderTasks(buyer),
    findOrderChoices(buyer),
    streamOrders(buyer, { filters: {}, words }),
  ]) {
    await expect(asked).rejects.toMatchObject({ status: 404 });
  }
});
