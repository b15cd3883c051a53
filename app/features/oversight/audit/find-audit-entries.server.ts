import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, type TimeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { auditConditions, auditTables, choicesQuery } from "./audit-conditions.server.ts";
import type { AuditFilters } from "./audit-filters.ts";
import { type AuditSubject, nameSubjects } from "./name-subjects.server.ts";
import { spellSubject } from "./subject-spelling.ts";

export const ENTRIES_PER_PAGE = 50;

const rowSchema = z.object({
  ...{ id: z.uuid(), at: z.date(), action: z.string(), subjectId: z.string().nullable() },
  subjectType: z.string().transform(spellSubject),
  ...{ reason: z.string().nullable(), requestId: z.string().nullable(), actorId: z.string().nullable() },
  ...{ actorName: z.string().nullable(), before: z.json().nullable(), after: z.json().nullable() },
});

export type AuditRow = z.output<typeof rowSchema>;
export type AuditLine = Omit<AuditRow, "before" | "after"> & { subject: AuditSubject | undefined };

type Asked = { filters: AuditFilters; cursor: TimeCursor | undefined; limit: number; timeZone: string };

/** The statement that reads the entries that pass the filters, the nearest to the cursor first. */
export function entriesQuery({ filters, cursor, limit, timeZone }: Asked): Prisma.Sql {
  const back = cursor?.direction === "before";
  const way = back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const from = cursor
    ? Prisma.sql`AND (a."at", a."id") ${back ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    WITH ${auditTables(filters)} "picked" AS MATERIALIZED (
      SELECT a.* FROM "AuditEntry" a WHERE ${auditConditions(filters, timeZone)} ${from}
      ORDER BY a."at" ${way}, a."id" ${way} LIMIT ${limit}
    )
    SELECT a."id"::text, a."at", a."action", a."subjectType", a."subjectId", a."reason", a."requestId", a."actorId"::text,
      u."name" AS "actorName", a."before", a."after"
    FROM "picked" a LEFT JOIN "User" u ON u."id" = a."actorId"
    ORDER BY a."at" ${way}, a."id" ${way}`;
}

/** Entries in one query; `limit` at most, the nearest to the cursor first. */
export async function readEntries(db: DbOrTx, asked: Asked): Promise<AuditRow[]> {
  return z.array(rowSchema).parse(await queryRows(db, entriesQuery(asked)));
}

type Named = Pick<AuditRow, "subjectType" | "subjectId">;

const findSubject = (subjects: readonly AuditSubject[], row: Named) =>
  subjects.find(({ type, id }) => type === row.subjectType && id === row.subjectId);

const typesSchema = z.array(z.string()).transform((types) => [...new Set(types.map(spellSubject))]);
const choicesSchema = z.tuple([z.object({ actions: z.array(z.string()), types: typesSchema })]);

/**
 * One page of the audit log, the newest first, with cursors to the pages beside it, what the filters may choose from,
 * and who the person or actor is that is filtered by. Throws 404 for all but admins.
 */
export async function findAuditEntries(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { cursor: given, ...filters }: AuditFilters & { cursor?: string | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const cursor = decodeCursor(given);
  const timeZone = await readerZone(db, actor);
  const [found, [choices], people] = await Promise.all([
    readEntries(db, { filters, cursor, limit: ENTRIES_PER_PAGE + 1, timeZone }),
    queryRows(db, choicesQuery).then((rows) => choicesSchema.parse(rows)),
    nameFilters(db, filters),
  ]);
  const page = { cursor, size: ENTRIES_PER_PAGE, timeOf: ({ at }: AuditRow) => at };
  const { rows, next, previous } = turnPage(found, page);
  const subjects = await nameSubjects(db, rows);
  const entries: AuditLine[] = rows.map(({ before: _before, after: _after, ...row }) => ({
    ...row,
    subject: findSubject(subjects, row),
  }));
  return { entries, choices, people, next, previous };
}

/** The people whose ids stand among the filters. */
function nameFilters(db: DbOrTx, { actor, person }: AuditFilters): Promise<AuditSubject[]> {
  const wanted = [actor, person].map((subjectId) => ({ subjectType: "person", subjectId: subjectId ?? null }));
  return nameSubjects(db, wanted);
}

/** One entry with what was before and after. Throws 404 where there is none, and for all but admins. */
export async function findAuditEntry(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { id }: { id: string },
): Promise<AuditRow & { subject: AuditSubject | undefined; sameRequest: number }> {
  if (!isAdmin(actor)) throw notFound();
  const query = Prisma.sql`
    SELECT a."id"::text, a."at", a."action", a."subjectType", a."subjectId", a."reason", a."requestId", a."actorId"::text,
      u."name" AS "actorName", a."before", a."after",
      (SELECT count(*)::int FROM "AuditEntry" r WHERE r."requestId" = a."requestId") AS "sameRequest"
    FROM "AuditEntry" a LEFT JOIN "User" u ON u."id" = a."actorId" WHERE a."id" = ${id}::uuid`;
  const [row] = z.array(rowSchema.extend({ sameRequest: z.number() })).parse(await queryRows(db, query));
  if (!row) throw notFound();
  const subjects = await nameSubjects(db, [row]);
  return { ...row, subject: findSubject(subjects, row) };
}
