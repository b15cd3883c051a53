import { Prisma } from "#app/platform/db/generated/client.ts";
import type { ScholarshipFilters, ScholarshipStatus } from "./scholarship-filters.ts";

/** Scholarships "s" of a state, as `scholarshipStatus` says it. */
export const statusConditions: Record<ScholarshipStatus, Prisma.Sql> = {
  waiting: Prisma.sql`s."state" = 'waiting'`,
  granted: Prisma.sql`s."state" = 'granted' AND s."orderId" IS NULL`,
  used: Prisma.sql`s."state" = 'granted' AND s."orderId" IS NOT NULL`,
  refused: Prisma.sql`s."state" = 'refused'`,
  withdrawn: Prisma.sql`s."state" = 'withdrawn'`,
};

function paidBy(fund: string): Prisma.Sql {
  return fund === "none"
    ? Prisma.sql`s."fundId" IS NULL AND s."state" = 'granted'`
    : Prisma.sql`s."fundId" = ${fund}::uuid`;
}

/** Which scholarships "s" pass all filters but that of the state. */
export function scholarshipConditions({ q, course, fund }: ScholarshipFilters): Prisma.Sql {
  const conditions = [
    q === undefined
      ? []
      : [
          Prisma.sql`s."userId" IN (SELECT u."id" FROM "User" u
            WHERE person_search_vector(u."name", u."email") @@ search_query(${q}))`,
        ],
    course === undefined ? [] : [Prisma.sql`s."courseId" = (SELECT "id" FROM "Course" WHERE "slug" = ${course})`],
    fund === undefined ? [] : [paidBy(fund)],
  ].flat();
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}
