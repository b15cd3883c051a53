import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { ScholarshipState } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, type TimeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { countScholarships } from "./count-scholarships.server.ts";
import { scholarshipConditions, statusConditions } from "./scholarship-conditions.server.ts";
import { type ScholarshipFilters, scholarshipStatus } from "./scholarship-filters.ts";

export const SCHOLARSHIPS_PER_PAGE = 30;

const rowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  course: z.string(),
  titles: translatedSchema,
  state: z.enum(ScholarshipState),
  orderId: z.uuid().nullable(),
  order: z.number().nullable(),
  text: z.string(),
  percent: z.number().nullable(),
  fund: z.string().nullable(),
  /** What the fund bears, in minor units of its currency. */
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  createdAt: z.date(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ScholarshipRow = z.infer<typeof rowSchema>;

type Asked = { filters: ScholarshipFilters; cursor: TimeCursor | undefined; limit: number };

/** Scholarships that pass the filters: those that wait the oldest first, all others the newest first. */
export async function readScholarships(db: DbOrTx, { filters, cursor, limit }: Asked): Promise<ScholarshipRow[]> {
  const rising = (filters.status === "waiting") !== (cursor?.direction === "before");
  const way = rising ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const from = cursor
    ? Prisma.sql`AND (s."createdAt", s."id") ${rising ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const status = filters.status === "all" ? Prisma.empty : Prisma.sql`AND ${statusConditions[filters.status]}`;
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH "picked" AS MATERIALIZED (
      SELECT s.* FROM "Scholarship" s WHERE ${scholarshipConditions(filters)} ${status} ${from}
      ORDER BY s."createdAt" ${way}, s."id" ${way} LIMIT ${limit}
    )
    SELECT s."id"::text, u."name", u."email", k."slug" AS "course",
      coalesce((SELECT jsonb_object_agg(t."locale", t."title") FROM "CourseText" t
        WHERE t."courseId" = s."courseId"), '{}') AS "titles",
      s."state", s."orderId"::text, o."number" AS "order", s."text", s."percent", f."name" AS "fund", s."amount",
      f."currency", s."createdAt", s."decidedAt", d."name" AS "decidedBy", s."reason"
    FROM "picked" s JOIN "User" u ON u."id" = s."userId" JOIN "Course" k ON k."id" = s."courseId"
      LEFT JOIN "User" d ON d."id" = s."decidedById" LEFT JOIN "ScholarshipFund" f ON f."id" = s."fundId"
      LEFT JOIN "Order" o ON o."id" = s."orderId"
    ORDER BY s."createdAt" ${way}, s."id" ${way}`,
  );
  return z.array(rowSchema).parse(rows);
}

/**
 * One page of the scholarships that pass the filters, with cursors to the pages beside it and how many there are of each
 * state. Throws 404 for all but admins.
 */
export async function findScholarships(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { cursor: given, ...filters }: ScholarshipFilters & { cursor?: string | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const cursor = decodeCursor(given);
  const [found, counts] = await Promise.all([
    readScholarships(db, { filters, cursor, limit: SCHOLARSHIPS_PER_PAGE + 1 }),
    countScholarships(db, filters),
  ]);
  const page = turnPage(found, { cursor, size: SCHOLARSHIPS_PER_PAGE, timeOf: ({ createdAt }) => createdAt });
  const { rows, next, previous } = page;
  return { scholarships: rows.map((row) => ({ ...row, status: scholarshipStatus(row) })), counts, next, previous };
}

export type ScholarshipInList = Awaited<ReturnType<typeof findScholarships>>["scholarships"][number];
