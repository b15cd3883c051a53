import { Prisma } from "#app/platform/db/generated/client.ts";
import type { OrderFilters } from "./order-filters.ts";

const EASTERN = /[٠-٩۰-۹]/g;

/** An order's number as people write it: 1042, #1042, MAQDIS-1042, ١٠٤٢. */
export function readOrderNumber(typed: string): number | undefined {
  const western = typed.replace(EASTERN, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  const [, digits] = /^(?:#|maqdis-)?\s*(\d{1,9})$/i.exec(western.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const byNumber = (q: string) => {
  const number = readOrderNumber(q);
  return number === undefined
    ? Prisma.empty
    : Prisma.sql`UNION SELECT s."id" FROM "Order" s WHERE s."number" = ${number}`;
};

/**
 * The orders that are looked for by a text, as "matched": by whom they name or belong to, their number, the reference of
 * their transfer, or Stripe's names for them. Each part is read from an index of its own.
 */
export const matchedOrders = (q: string | undefined) =>
  q === undefined
    ? Prisma.sql`"matched" AS (SELECT NULL::uuid AS "id")`
    : Prisma.sql`"matched" AS MATERIALIZED (
      SELECT s."id" FROM "Order" s WHERE person_search_vector(s."buyerName", s."buyerEmail") @@ search_query(${q})
      UNION
      SELECT s."id" FROM "User" u JOIN "Order" s ON s."buyerId" = u."id"
      WHERE person_search_vector(u."name", u."email") @@ search_query(${q})
      UNION SELECT t."orderId" FROM "Transfer" t WHERE lower(btrim(t."reference")) = lower(${q})
      UNION SELECT s."id" FROM "Order" s WHERE s."stripeSessionId" = ${q}
      UNION SELECT s."id" FROM "Order" s WHERE s."stripePaymentIntentId" = ${q}
      ${byNumber(q)})`;

/** Midnight at the beginning of a day, and so many days later. */
const midnight = (day: string, timeZone: string, later = 0) =>
  Prisma.sql`((${day}::date + ${later}::int)::timestamp AT TIME ZONE ${timeZone})`;

const boughtIn = (slug: string) => Prisma.sql`o."id" IN (
  SELECT l."orderId" FROM "OrderLine" l JOIN "Course" k ON k."id" = l."courseId" WHERE k."slug" = ${slug}
  UNION
  SELECT p."orderId" FROM "OrderSeat" p JOIN "Course" k ON k."id" = p."courseId" WHERE k."slug" = ${slug})`;

/** Refunds that an admin has to do something about, by what it is. */
export const refundNeeds = {
  refundByHand: Prisma.sql`r."byHand" AND r."state" = 'asked'`,
  refundFailed: Prisma.sql`r."state" = 'failed' AND NOT EXISTS (
    SELECT FROM "OrderRefund" n WHERE n."orderId" = r."orderId" AND n."askedAt" > r."askedAt")`,
};

/** Which orders "o" pass all filters; reads "matched" of `matchedOrders`. */
export function orderConditions(filters: OrderFilters, timeZone: string): Prisma.Sql {
  const { q, state, method, kind, currency, course, from, until, needs } = filters;
  const conditions = [
    q === undefined ? [] : [Prisma.sql`o."id" IN (SELECT "id" FROM "matched")`],
    state === undefined ? [] : [Prisma.sql`o."state" = ${state}::"OrderState"`],
    method === undefined ? [] : [Prisma.sql`o."method" = ${method}::"PaymentMethod"`],
    currency === undefined ? [] : [Prisma.sql`o."currency" = ${currency}`],
    course === undefined ? [] : [boughtIn(course)],
    from === undefined ? [] : [Prisma.sql`o."placedAt" >= ${midnight(from, timeZone)}`],
    until === undefined ? [] : [Prisma.sql`o."placedAt" < ${midnight(until, timeZone, 1)}`],
    kind === undefined
      ? []
      : [
          Prisma.sql`EXISTS (
            SELECT FROM "OrderLine" l WHERE l."orderId" = o."id" AND l."kind" = ${kind}::"OrderLineKind")`,
        ],
    needs === undefined
      ? []
      : [Prisma.sql`o."id" IN (SELECT r."orderId" FROM "OrderRefund" r WHERE ${refundNeeds[needs]})`],
  ].flat();
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}
