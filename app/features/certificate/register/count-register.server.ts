import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { matchedBy, registerConditions, statusCondition } from "./register-conditions.server.ts";
import { certificateStatuses, type RegisterFilters } from "./register-filters.ts";

/** No more are counted than this: beyond it the figure says nothing that is worth the time. */
export const MOST_COUNTED = 10_000;

const countsSchema = z.object({
  all: z.number(),
  valid: z.number(),
  revoked: z.number(),
  superseded: z.number(),
  expired: z.number(),
  waiting: z.number(),
});

const waitingRequests = Prisma.sql`
  (SELECT count(*)::int FROM (
    SELECT FROM "CertificateRequest" WHERE "state" = 'waiting' LIMIT ${MOST_COUNTED + 1}) AS "some")`;

/** How many requests wait for a decision, at most `MOST_COUNTED` and one. Throws 404 for all but admins. */
export async function countWaitingRequests({ db, actor }: Pick<PersonContext, "db" | "actor">): Promise<number> {
  if (!isAdmin(actor)) throw notFound();
  const rows = await queryRows(db, Prisma.sql`SELECT ${waitingRequests} AS "waiting"`);
  return z.tuple([z.object({ waiting: z.number() })]).parse(rows)[0].waiting;
}

/**
 * How many certificates of each status pass the other filters, and how many requests wait; each at most `MOST_COUNTED`
 * and one, which means more.
 */
export async function countRegister(
  db: DbOrTx,
  { filters, timeZone, now }: { filters: RegisterFilters; timeZone: string; now: Date },
) {
  const passing = registerConditions(filters, timeZone);
  const count = (condition: Prisma.Sql) => Prisma.sql`
    (SELECT count(*)::int FROM (
      SELECT FROM "Certificate" c WHERE ${passing} AND ${condition} LIMIT ${MOST_COUNTED + 1}) AS "some")`;
  const each = certificateStatuses.map(
    (status) => Prisma.sql`${count(statusCondition(status, now))} AS ${Prisma.raw(`"${status}"`)}`,
  );
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH ${matchedBy(filters.q)}
    SELECT ${Prisma.join(each)}, ${count(Prisma.sql`true`)} AS "all", ${waitingRequests} AS "waiting"`,
  );
  const [counts] = z.array(countsSchema).length(1).parse(rows);
  if (!counts) throw new Error("Counts are one row");
  return counts;
}
