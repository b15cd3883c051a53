import { Prisma } from "#app/platform/db/generated/client.ts";
import { OWN_PACE, type RosterFilters, type RosterState } from "./roster-filters.ts";

const hasPlace = Prisma.sql`e."state" = 'active'`;
const timeIsOver = (now: Date) => Prisma.sql`e."accessUntil" IS NOT NULL AND e."accessUntil" <= ${now}`;

/** Whose place is hers to learn in at `now`, and who has not finished. */
const learning = (now: Date) =>
  Prisma.sql`${hasPlace} AND e."completedAt" IS NULL AND (e."accessUntil" IS NULL OR e."accessUntil" > ${now})`;

const unseenFor = (days: number) => (now: Date) =>
  Prisma.sql`${learning(now)}
    AND coalesce(e."lastSeenAt", e."enrolledAt") < ${now}::timestamptz - ${days}::int * interval '24 hours'`;

const stateConditions: Record<RosterState, (now: Date) => Prisma.Sql> = {
  active: learning,
  notBegun: (now) => Prisma.sql`${learning(now)} AND e."lastSeenAt" IS NULL AND e."completedRequired" = 0`,
  unseen7: unseenFor(7),
  unseen14: unseenFor(14),
  unseen30: unseenFor(30),
  finished: () => Prisma.sql`${hasPlace} AND e."completedAt" IS NOT NULL`,
  ended: (now) => Prisma.sql`${hasPlace} AND e."completedAt" IS NULL AND ${timeIsOver(now)}`,
  suspended: () => Prisma.sql`e."state" = 'suspended'`,
  withdrawn: () => Prisma.sql`e."state" = 'withdrawn'`,
};

/** Enrolments "e" of a state at `now`. */
export const stateCondition = (state: RosterState, now: Date): Prisma.Sql => stateConditions[state](now);

/**
 * The people who are looked for by a text, as "matched", by names and addresses in whatever spelling. Read first and
 * from an index: judged learner by learner, their names would be taken apart one by one.
 */
export const matchedBy = (q: string | undefined): Prisma.Sql =>
  q === undefined
    ? Prisma.sql`"matched" AS (SELECT NULL::uuid AS "id")`
    : Prisma.sql`"matched" AS MATERIALIZED (
      SELECT u."id" FROM "User" u WHERE person_search_vector(u."name", u."email") @@ search_query(${q}))`;

function inCohort(cohort: string): Prisma.Sql {
  return cohort === OWN_PACE ? Prisma.sql`e."cohortId" IS NULL` : Prisma.sql`e."cohortId" = ${cohort}::uuid`;
}

/** Which enrolments "e" of a course pass all filters but that of the state; reads "matched" of `matchedBy`. */
export function rosterConditions(courseId: string, { q, cohort }: RosterFilters): Prisma.Sql {
  const conditions = [
    Prisma.sql`e."courseId" = ${courseId}::uuid`,
    ...(q === undefined ? [] : [Prisma.sql`e."userId" IN (SELECT "id" FROM "matched")`]),
    ...(cohort === undefined ? [] : [inCohort(cohort)]),
  ];
  return Prisma.join(conditions, " AND ");
}
