import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { OrderLineKind, OrderState, PaymentMethod } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, type TimeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { matchedOrders, orderConditions } from "./order-conditions.server.ts";
import type { OrderFilters } from "./order-filters.ts";
import { sumOrders } from "./sum-orders.server.ts";

export const ORDERS_PER_PAGE = 50;

const rowSchema = z.object({
  ...{ id: z.uuid(), number: z.number(), state: z.enum(OrderState), method: z.enum(PaymentMethod) },
  ...{ buyerName: z.string(), buyerEmail: z.string(), buyerCountry: z.string().nullable() },
  /** Amounts in minor units. */
  ...{ currency: z.string(), amount: z.number(), paidAmount: z.number(), refundedAmount: z.number() },
  ...{ lostAmount: z.number(), taxAmount: z.number(), placedAt: z.date(), paidAt: z.date().nullable() },
  ...{ stripePaymentIntentId: z.string().nullable(), coupon: z.string().nullable() },
  /** Its first line, and the slug of the course it is for. */
  ...{ kind: z.enum(OrderLineKind), quantity: z.number(), titles: translatedSchema.catch({}) },
  course: z.string().nullable(),
});

export type OrderRow = z.output<typeof rowSchema>;

type Asked = { filters: OrderFilters; cursor: TimeCursor | undefined; limit: number; timeZone: string };

/** The statement that reads the orders that pass the filters, the nearest to the cursor first. */
export function ordersQuery({ filters, cursor, limit, timeZone }: Asked): Prisma.Sql {
  const back = cursor?.direction === "before";
  const way = back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const from = cursor
    ? Prisma.sql`AND (o."placedAt", o."id") ${back ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    WITH ${matchedOrders(filters.q)}, "picked" AS MATERIALIZED (
      SELECT o.* FROM "Order" o
      WHERE ${orderConditions(filters, timeZone)} ${from}
      ORDER BY o."placedAt" ${way}, o."id" ${way} LIMIT ${limit}
    )
    SELECT o."id"::text, o."number", o."state", o."method", o."buyerName", o."buyerEmail", o."buyerCountry",
      o."currency", o."amount", o."paidAmount", o."refundedAmount", o."lostAmount", o."taxAmount", o."placedAt",
      o."paidAt", o."stripePaymentIntentId", l."kind", l."quantity", l."titles", k."slug" AS "course",
      (SELECT c."code" FROM "CouponUse" u JOIN "Coupon" c ON c."id" = u."couponId" WHERE u."orderId" = o."id") AS "coupon"
    FROM "picked" o JOIN "OrderLine" l ON l."orderId" = o."id" AND l."position" = 0
      LEFT JOIN "Course" k ON k."id" = l."courseId"
    ORDER BY o."placedAt" ${way}, o."id" ${way}`;
}

/** Orders in one query; `limit` at most, the nearest to the cursor first. */
export async function readOrders(db: DbOrTx, asked: Asked): Promise<OrderRow[]> {
  return z.array(rowSchema).parse(await queryRows(db, ordersQuery(asked)));
}

/**
 * One page of the orders that pass the filters, the newest first, with cursors to the pages beside it, and the sums of
 * all that pass, one for each currency. A cursor that is not understood gives the first page. Throws 404 for all but
 * admins.
 */
export async function findOrders(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { cursor: given, ...filters }: OrderFilters & { cursor?: string | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const cursor = decodeCursor(given);
  const timeZone = await readerZone(db, actor);
  const [found, sums] = await Promise.all([
    readOrders(db, { filters, cursor, limit: ORDERS_PER_PAGE + 1, timeZone }),
    sumOrders(db, { filters, timeZone }),
  ]);
  const page = { cursor, size: ORDERS_PER_PAGE, timeOf: ({ placedAt }: OrderRow) => placedAt };
  const { rows, next, previous } = turnPage(found, page);
  return { orders: rows, sums, next, previous };
}
