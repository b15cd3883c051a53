import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { scholarshipConditions, statusConditions } from "./scholarship-conditions.server.ts";
import { type ScholarshipFilters, scholarshipStatuses } from "./scholarship-filters.ts";

/** No more are counted than this: beyond it the figure says nothing that is worth the time. */
const MOST_COUNTED = 10_000;

const countsSchema = z.object({
  all: z.number(),
  waiting: z.number(),
  granted: z.number(),
  used: z.number(),
  refused: z.number(),
  withdrawn: z.number(),
});

const count = (condition: Prisma.Sql) => Prisma.sql`
  (SELECT count(*)::int FROM (SELECT FROM "Scholarship" s WHERE ${condition} LIMIT ${MOST_COUNTED}) AS "some")`;

/** How many scholarships of each state pass the other filters. */
export async function countScholarships(db: DbOrTx, filters: ScholarshipFilters) {
  const passing = scholarshipConditions(filters);
  const each = scholarshipStatuses.map(
    (status) =>
      Prisma.sql`${count(Prisma.sql`${passing} AND ${statusConditions[status]}`)} AS ${Prisma.raw(`"${status}"`)}`,
  );
  const rows = await queryRows(db, Prisma.sql`SELECT ${Prisma.join(each)}, ${count(passing)} AS "all"`);
  return z.tuple([countsSchema]).parse(rows)[0];
}

/** How many applications wait for a decision. Throws 404 for all but admins. */
export async function countWaitingScholarships({ db, actor }: Pick<PersonContext, "db" | "actor">): Promise<number> {
  if (!isAdmin(actor)) throw notFound();
  const rows = await queryRows(db, Prisma.sql`SELECT ${count(statusConditions.waiting)} AS "waiting"`);
  return z.tuple([z.object({ waiting: z.number() })]).parse(rows)[0].waiting;
}
