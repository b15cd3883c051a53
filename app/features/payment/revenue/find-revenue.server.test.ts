import { beforeAll, expect, test } from "vitest";
import { writeEvent } from "#app/features/payment/orders/write-event.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findRevenue } from "./find-revenue.server.ts";
import { boundsOf, monthsIn, revenueChoiceSchema, yearsSince } from "./revenue-months.ts";
import { writeRevenueCsv } from "./write-revenue-csv.server.ts";

const database = openTestDatabase();
const now = new Date("2026-11-22T10:00:00Z");

type Money = { at: string; paid?: number; refunded?: number; lost?: number };

/** An order of lines that cost so much, with what came and went. */
async function createOrder(
  db: Db,
  { currency, lines, money }: { currency: string; lines: [string, number][]; money: Money[] },
) {
  const amount = lines.reduce((sum, [, one]) => sum + one, 0);
  const { id } = await db.order.create({
    data: {
      ...{ buyerName: "Amina", buyerEmail: "amina@example.org", locale: "ar", thing: "course:x", state: "expired" },
      ...{ method: "transfer", currency, amount, seatCount: 1, origin: "https://a.example", expiresAt: now },
      lines: {
        create: lines.map(([title, one], position) => ({
          ...{ position, kind: "course" as const, titles: { en: title }, listAmount: one, amount: one },
        })),
      },
    },
  });
  for (const [key, { at, ...sums }] of money.entries()) {
    const kind = sums.paid ? ("paid" as const) : sums.lost ? ("disputeLost" as const) : ("refunded" as const);
    await inTransaction(db, (tx) => writeEvent(tx, { orderId: id, kind, key: `${key}`, at: new Date(at), ...sums }));
  }
}

beforeAll(async () => {
  const { db } = database;
  await createOrder(db, {
    currency: "USD",
    lines: [["Walls", 4_900]],
    money: [
      { at: "2026-09-30T23:59:59.999Z", paid: 4_900 },
      { at: "2026-10-01T00:00:00Z", refunded: 1_000 },
    ],
  });
  await createOrder(db, {
    currency: "USD",
    lines: [
      ["Walls", 1_000],
      ["Water", 1_000],
      ["Gates", 1_000],
    ],
    money: [
      { at: "2026-11-02T10:00:00Z", paid: 3_000 },
      { at: "2026-11-03T10:00:00Z", refunded: 1_000 },
    ],
  });
  await createOrder(db, {
    currency: "JOD",
    lines: [["=Gates", 35_500]],
    money: [
      { at: "2025-06-01T10:00:00Z", paid: 35_500 },
      { at: "2026-11-05T10:00:00Z", lost: 35_500 },
    ],
  });
});

const ask = async (choice: object = {}) => {
  const admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }), { now });
  return { admin, revenue: await findRevenue(admin, revenueChoiceSchema.parse(choice)) };
};

test("what came counts in the month in which it came, and what went back in that in which it went", async () => {
  const { revenue } = await ask();
  expect(revenue.chosen).toMatchObject({ currency: "USD", orders: 2, received: 7_900, refunded: 2_000, net: 5_900 });
  expect(revenue.chosen?.months).toHaveLength(12);
  expect(revenue.chosen?.months.slice(-3).map(({ month, net }) => [month, net])).toEqual([
    ["2026-09-01", 4_900],
    ["2026-10-01", -1_000],
    ["2026-11-01", 2_000],
  ]);
});

test("an order of several lines is parted by what each cost, and nothing of it is lost by rounding", async () => {
  const { revenue } = await ask();
  const of = (title: string) => revenue.things.find(({ titles }) => titles.en === title);
  expect(["Walls", "Water", "Gates"].map((title) => of(title)?.refunded)).toEqual([1_333, 334, 333]);
  expect(revenue.things.reduce((sum, { net }) => sum + net, 0)).toBe(5_900);
  expect(of("Walls")).toMatchObject({ received: 5_900 });
});

test("currencies stand beside each other, and what a bank took back is taken off", async () => {
  const { revenue } = await ask({ currency: "JOD" });
  expect(revenue.currencies.map(({ currency, net }) => [currency, net])).toEqual([
    ["USD", 5_900],
    ["JOD", -35_500],
  ]);
  expect(revenue.chosen).toMatchObject({ currency: "JOD", received: 0, lost: 35_500 });
  expect((await ask({ period: "2025" })).revenue.chosen).toMatchObject({ currency: "JOD", net: 35_500 });
  expect((await ask({ period: "all", currency: "JOD" })).revenue.chosen?.net).toBe(0);
  expect((await ask({ period: "2019" })).revenue.chosen).toBeUndefined();
});

test("a choice that makes no sense asks for the last months", async () => {
  const { revenue } = await ask({ period: "'; DROP", currency: "dollars" });
  expect(revenue).toMatchObject({ period: "last", years: ["2026", "2025"], chosen: { currency: "USD" } });
});

test("the table has whole units of each currency, and no title becomes a formula", async () => {
  const { admin } = await ask();
  const csv = await writeRevenueCsv({ ...admin, locale: "en" }, revenueChoiceSchema.parse({ period: "all" }));
  expect(csv).toContain(`"2025-06","JOD","'=Gates",1,35.5,0,0,35.5`);
  expect(csv).toContain(`"2026-10","USD","Walls",0,0,10,0,-10`);
});

test("nobody but an admin sees it", async () => {
  const ctx = contextOf(database.db, await createPerson(database.db), { now });
  const choice = revenueChoiceSchema.parse({});
  await expect(findRevenue(ctx, choice)).rejects.toMatchObject({ status: 404 });
  await expect(writeRevenueCsv(ctx, choice)).rejects.toMatchObject({ status: 404 });
});

test("months have no gaps, and a period ends with the month that goes on", () => {
  const first = new Date("2025-12-31T23:00:00Z");
  const months = monthsIn(boundsOf({ period: "all" }, { now: new Date("2026-02-01T00:00:00Z"), first }));
  expect(months).toEqual(["2025-12-01", "2026-01-01", "2026-02-01"]);
  expect(monthsIn(boundsOf({ period: "2024" }, { now, first }))).toHaveLength(12);
  expect(yearsSince({ now, first: now })).toEqual(["2026"]);
});
