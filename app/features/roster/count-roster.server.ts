import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { matchedBy, rosterConditions, stateCondition } from "./roster-conditions.server.ts";
import { type RosterFilters, type RosterState, rosterStates } from "./roster-filters.ts";

export type RosterCounts = Record<"all" | RosterState, number>;

const countsSchema = z.tuple([
  z.object({
    all: z.number(),
    active: z.number(),
    notBegun: z.number(),
    unseen7: z.number(),
    unseen14: z.number(),
    unseen30: z.number(),
    finished: z.number(),
    ended: z.number(),
    suspended: z.number(),
    withdrawn: z.number(),
  }),
]);

/** How many learners of each state pass the other filters, read in one go through the course's enrolments. */
export async function countRoster(
  db: DbOrTx,
  { courseId, filters, now }: { courseId: string; filters: RosterFilters; now: Date },
): Promise<RosterCounts> {
  const each = rosterStates.map(
    (state) => Prisma.sql`count(*) FILTER (WHERE ${stateCondition(state, now)})::int AS ${Prisma.raw(`"${state}"`)}`,
  );
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH ${matchedBy(filters.q)}
    SELECT count(*)::int AS "all", ${Prisma.join(each)} FROM "Enrolment" e WHERE ${rosterConditions(courseId, filters)}`,
  );
  return countsSchema.parse(rows)[0];
}
