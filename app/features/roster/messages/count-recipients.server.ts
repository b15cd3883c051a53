import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { matchedBy, rosterConditions, stateCondition } from "../roster-conditions.server.ts";
import type { RosterFilters } from "../roster-filters.ts";
import type { Audience } from "./audience.ts";

type Asked = { courseId: string; audience: Audience; now: Date };

function filtersOf(audience: Audience): RosterFilters {
  if (audience.kind === "filtered") return audience.filters;
  return audience.kind === "cohort" ? { cohort: audience.cohortId } : {};
}

/**
 * The enrolments to which a message goes, as "recipient" in a WITH. Whoever has withdrawn, or whose place or account is
 * suspended, is not written to.
 */
export function recipientsOf({ courseId, audience, now }: Asked): Prisma.Sql {
  const filters = filtersOf(audience);
  const one = audience.kind === "learner" ? Prisma.sql`AND e."id" = ${audience.enrolmentId}::uuid` : Prisma.empty;
  const state = filters.state ? Prisma.sql`AND ${stateCondition(filters.state, now)}` : Prisma.empty;
  return Prisma.sql`
    ${matchedBy(filters.q)}, "recipient" AS (
      SELECT e."id" FROM "Enrolment" e JOIN "User" u ON u."id" = e."userId"
      WHERE ${rosterConditions(courseId, filters)} AND e."state" = 'active' AND u."suspendedAt" IS NULL ${one} ${state})`;
}

/** To how many learners a message would go. */
export async function countRecipients(db: DbOrTx, asked: Asked): Promise<number> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH ${recipientsOf(asked)}
    SELECT count(*)::int AS "count" FROM "recipient"`,
  );
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count;
}
