import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PeopleFilters, PeopleRole, PeopleState } from "./people-filters.ts";

const teaches = Prisma.sql`EXISTS (SELECT 1 FROM "Instructor" i WHERE i."userId" = u."id")`;

const roleConditions: Record<PeopleRole, Prisma.Sql> = {
  learner: Prisma.sql`u."role" = 'learner' AND NOT ${teaches}`,
  instructor: teaches,
  admin: Prisma.sql`u."role" = 'admin'`,
  staff: Prisma.sql`(u."role" = 'admin' OR ${teaches})`,
};

const stateConditions: Record<PeopleState, Prisma.Sql> = {
  active: Prisma.sql`u."suspendedAt" IS NULL AND u."emailVerified"`,
  unverified: Prisma.sql`u."suspendedAt" IS NULL AND NOT u."emailVerified"`,
  suspended: Prisma.sql`u."suspendedAt" IS NOT NULL AND u."mergedIntoId" IS NULL`,
  merged: Prisma.sql`u."mergedIntoId" IS NOT NULL`,
};

/** Which people "u" pass the filters; days begin and end in `timeZone`. */
export function peopleConditions(filters: PeopleFilters, { timeZone }: { timeZone: string }): Prisma.Sql {
  const { q, role, state, factor, from, to } = filters;
  const midnight = (day: Prisma.Sql) => Prisma.sql`((${day})::timestamp AT TIME ZONE ${timeZone})`;
  const conditions = [
    ...(q === undefined ? [] : [Prisma.sql`person_search_vector(u."name", u."email") @@ search_query(${q})`]),
    ...(role === undefined ? [] : [roleConditions[role]]),
    ...(state === undefined ? [] : [stateConditions[state]]),
    ...(factor === undefined ? [] : [Prisma.sql`NOT u."twoFactorEnabled"`]),
    ...(from === undefined ? [] : [Prisma.sql`u."createdAt" >= ${midnight(Prisma.sql`${from}::date`)}`]),
    ...(to === undefined ? [] : [Prisma.sql`u."createdAt" < ${midnight(Prisma.sql`${to}::date + 1`)}`]),
  ];
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}
