import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { Role } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, type TimeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { peopleConditions } from "./people-conditions.server.ts";
import type { PeopleFilters } from "./people-filters.ts";

export const PEOPLE_PER_PAGE = 50;

const rowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  role: z.enum(Role),
  teaches: z.boolean(),
  twoFactorEnabled: z.boolean(),
  suspended: z.boolean(),
  merged: z.boolean(),
  enrolments: z.number(),
  createdAt: z.date(),
});
export type PersonInList = z.infer<typeof rowSchema>;

type Asked = { filters: PeopleFilters; cursor: TimeCursor | undefined; limit: number; timeZone: string };

/**
 * People who pass the filters, the newest accounts first. Ids are drawn in the order of time, so that the list is read
 * from their own index.
 */
export async function readPeople(db: DbOrTx, { filters, cursor, limit, timeZone }: Asked): Promise<PersonInList[]> {
  const back = cursor?.direction === "before";
  const way = back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const from = cursor
    ? Prisma.sql`AND u."id" ${back ? Prisma.sql`>` : Prisma.sql`<`} ${cursor.id}::uuid`
    : Prisma.empty;
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH "picked" AS MATERIALIZED (
      SELECT u.* FROM "User" u WHERE ${peopleConditions(filters, { timeZone })} ${from}
      ORDER BY u."id" ${way} LIMIT ${limit}
    )
    SELECT u."id"::text, u."name", u."email", u."emailVerified", u."role"::text, u."twoFactorEnabled", u."createdAt",
      u."suspendedAt" IS NOT NULL AS "suspended", u."mergedIntoId" IS NOT NULL AS "merged",
      EXISTS (SELECT 1 FROM "Instructor" i WHERE i."userId" = u."id") AS "teaches",
      (SELECT count(*)::int FROM "Enrolment" e WHERE e."userId" = u."id") AS "enrolments"
    FROM "picked" u ORDER BY u."id" ${way}`,
  );
  return z.array(rowSchema).parse(rows);
}

/** One page of the people who pass the filters, with cursors to the pages beside it. Throws 404 for all but admins. */
export async function findPeople(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { cursor: given, ...filters }: PeopleFilters & { cursor?: string | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const cursor = decodeCursor(given);
  const timeZone = await readerZone(db, actor);
  const found = await readPeople(db, { filters, cursor, limit: PEOPLE_PER_PAGE + 1, timeZone });
  const { rows, ...pages } = turnPage(found, { cursor, size: PEOPLE_PER_PAGE, timeOf: ({ createdAt }) => createdAt });
  return { people: rows, ...pages };
}
