import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { boundsOf, monthsIn, type RevenueChoice, yearsSince } from "./revenue-months.ts";

const sumsSchema = z.object({ orders: z.number(), received: z.number(), refunded: z.number(), lost: z.number() });

const rowSchema = sumsSchema.extend({
  month: z.iso.date(),
  currency: z.string(),
  /** A course or a programme; what is gone is told apart by its titles. */
  thing: z.string(),
  titles: translatedSchema,
  /** Of the orders those whose first line it is, so that each is counted once where things are added up. */
  counted: z.number(),
});
/** What came and went for one thing in one month and currency, in minor units. */
export type RevenueRow = z.output<typeof rowSchema>;
export type Sums = z.output<typeof sumsSchema> & { net: number };

/**
 * The ledger's sums by month, currency and thing. What an order of several lines brought is parted by what each cost, to
 * the last unit; a month is one of UTC.
 */
async function readRows(db: Db, { from, until }: { from: Date; until: Date }): Promise<RevenueRow[]> {
  const part = (column: string) => {
    const sum = Prisma.raw(`e."${column}"::numeric`);
    return Prisma.sql`sum(round(${sum} * l."upTo" / l."whole") - round(${sum} * (l."upTo" - l."amount") / l."whole"))::float8`;
  };
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH e AS MATERIALIZED (
      SELECT "orderId", "at", "paid", "refunded", "lost" FROM "OrderEvent"
      WHERE "at" >= ${from}::timestamptz AND "at" < ${until}::timestamptz
        AND ("paid" <> 0 OR "refunded" <> 0 OR "lost" <> 0)
    ), l AS (
      SELECT "orderId", "amount", "titles", coalesce("courseId"::text, "programmeId"::text, md5("titles"::text)) AS "thing",
        sum("amount") OVER (PARTITION BY "orderId" ORDER BY "position") AS "upTo",
        sum("amount") OVER (PARTITION BY "orderId") AS "whole",
        row_number() OVER (PARTITION BY "orderId" ORDER BY "position") AS "place"
      FROM "OrderLine" WHERE "orderId" IN (SELECT "orderId" FROM e)
    )
    SELECT to_char(date_trunc('month', e."at" AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS "month", o."currency", l."thing",
      (array_agg(l."titles" ORDER BY e."at" DESC))[1] AS "titles",
      (count(DISTINCT e."orderId") FILTER (WHERE e."paid" > 0))::int AS "orders",
      (count(DISTINCT e."orderId") FILTER (WHERE e."paid" > 0 AND l."place" = 1))::int AS "counted",
      ${part("paid")} AS "received", ${part("refunded")} AS "refunded", ${part("lost")} AS "lost"
    FROM e JOIN "Order" o ON o."id" = e."orderId" JOIN l ON l."orderId" = e."orderId"
    WHERE l."whole" > 0
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  return rows.map((row) => rowSchema.parse(row));
}

const nothing: Sums = { orders: 0, received: 0, refunded: 0, lost: 0, net: 0 };

function addUp(rows: readonly RevenueRow[], { count }: { count: "orders" | "counted" } = { count: "counted" }): Sums {
  return rows.reduce((sums, { [count]: orders, received, refunded, lost }) => {
    const added = {
      orders: sums.orders + orders,
      received: sums.received + received,
      refunded: sums.refunded + refunded,
      lost: sums.lost + lost,
    };
    return { ...added, net: added.received - added.refunded - added.lost };
  }, nothing);
}

const byKey = (rows: readonly RevenueRow[], key: "currency" | "thing" | "month") =>
  Map.groupBy(rows, (row) => row[key]);

/** Rows of revenue for a spreadsheet, all currencies beside each other. For admins: throws 404 to others. */
export async function findRevenueRows(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  choice: RevenueChoice,
): Promise<RevenueRow[]> {
  if (!isAdmin(actor)) throw notFound();
  const first = await findFirst(db, clock.now());
  return readRows(db, boundsOf(choice, { now: clock.now(), first }));
}

async function findFirst(db: Db, now: Date): Promise<Date> {
  const event = await db.orderEvent.findFirst({ orderBy: { at: "asc" }, select: { at: true } });
  return event?.at ?? now;
}

/**
 * What came in, less what was given back and what banks took back, by month and by course in one currency (the one that
 * was asked for, else that of the most orders), and of each currency in all. For admins: throws 404 to others.
 */
export async function findRevenue(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  choice: RevenueChoice,
) {
  if (!isAdmin(actor)) throw notFound();
  const now = clock.now();
  const first = await findFirst(db, now);
  const bounds = boundsOf(choice, { now, first });
  const rows = await readRows(db, bounds);
  const months = monthsIn(bounds);
  const perMonth = (some: readonly RevenueRow[]) => {
    const groups = byKey(some, "month");
    return months.map((month) => ({ month, ...addUp(groups.get(month) ?? []) }));
  };
  const currencies = [...byKey(rows, "currency")]
    .map(([currency, some]) => ({ currency, ...addUp(some), months: perMonth(some) }))
    .sort((a, b) => b.orders - a.orders || a.currency.localeCompare(b.currency));
  const chosen = currencies.find(({ currency }) => currency === choice.currency) ?? currencies[0];
  const own = rows.filter(({ currency }) => currency === chosen?.currency);
  const things = [...byKey(own, "thing")]
    .map(([thing, some]) => ({ thing, titles: some.at(-1)?.titles ?? {}, ...addUp(some, { count: "orders" }) }))
    .sort((a, b) => b.net - a.net || a.thing.localeCompare(b.thing));
  return { period: choice.period, years: yearsSince({ now, first }), chosen, currencies, things };
}
export type Revenue = Awaited<ReturnType<typeof findRevenue>>;
