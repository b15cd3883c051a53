import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { matchedOrders, orderConditions, refundNeeds } from "./order-conditions.server.ts";
import type { OrderFilters } from "./order-filters.ts";

const sumSchema = z.object({
  currency: z.string(),
  orders: z.number(),
  /** Minor units. */
  ...{ paid: z.number(), refunded: z.number(), lost: z.number() },
});
export type OrderSum = z.output<typeof sumSchema>;

/** What came, went back and was lost by the orders that pass the filters: currencies are never added to one another. */
export async function sumOrders(
  db: DbOrTx,
  { filters, timeZone }: { filters: OrderFilters; timeZone: string },
): Promise<OrderSum[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH ${matchedOrders(filters.q)}
    SELECT o."currency", count(*)::int AS "orders", sum(o."paidAmount")::float8 AS "paid",
      sum(o."refundedAmount")::float8 AS "refunded", sum(o."lostAmount")::float8 AS "lost"
    FROM "Order" o WHERE ${orderConditions(filters, timeZone)}
    GROUP BY o."currency" ORDER BY count(*) DESC, o."currency"`,
  );
  return z.array(sumSchema).parse(rows);
}

const taskSchema = z.object({
  transfers: z.number(),
  disputes: z.number(),
  refundByHand: z.number(),
  refundFailed: z.number(),
});
export type OrderTasks = z.output<typeof taskSchema>;

/**
 * How much waits for an admin: transfers to approve, disputes that are open, refunds to pay out by hand, and those that
 * failed. Throws 404 for all but admins.
 */
export async function countOrderTasks({ db, actor }: Pick<PersonContext, "db" | "actor">): Promise<OrderTasks> {
  if (!isAdmin(actor)) throw notFound();
  const rows = await queryRows(
    db,
    Prisma.sql`SELECT
      (SELECT count(*)::int FROM "Transfer" WHERE "approvedAt" IS NULL AND "rejectedAt" IS NULL) AS "transfers",
      (SELECT count(*)::int FROM "Dispute" WHERE "closedAt" IS NULL) AS "disputes",
      (SELECT count(DISTINCT r."orderId")::int FROM "OrderRefund" r WHERE ${refundNeeds.refundByHand}) AS "refundByHand",
      (SELECT count(DISTINCT r."orderId")::int FROM "OrderRefund" r WHERE ${refundNeeds.refundFailed}) AS "refundFailed"`,
  );
  return z.tuple([taskSchema]).parse(rows)[0];
}

const choicesSchema = z.object({
  currencies: z.array(z.string()),
  courses: z.array(z.object({ slug: z.string(), titles: translatedSchema.catch({}) })),
});

/** What orders can be narrowed to: the currencies and the courses that occur in them. Throws 404 for all but admins. */
export async function findOrderChoices({ db, actor }: Pick<PersonContext, "db" | "actor">) {
  if (!isAdmin(actor)) throw notFound();
  const rows = await queryRows(
    db,
    Prisma.sql`SELECT
      (SELECT coalesce(json_agg(c."currency"), '[]') FROM (
        SELECT DISTINCT "currency" FROM "Order" ORDER BY "currency") c) AS "currencies",
      (SELECT coalesce(json_agg(json_build_object('slug', k."slug", 'titles',
          (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = k."id"))
        ORDER BY k."slug"), '[]')
        FROM "Course" k WHERE EXISTS (SELECT FROM "OrderSeat" p WHERE p."courseId" = k."id")
          OR EXISTS (SELECT FROM "OrderLine" l WHERE l."courseId" = k."id")) AS "courses"`,
  );
  return z.tuple([choicesSchema]).parse(rows)[0];
}
