import { readSerial } from "#app/features/certificate/serial.ts";
import { readOrderNumber } from "#app/features/payment/orders/search/order-conditions.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { type AuditFilters, SYSTEM } from "./audit-filters.ts";
import { spellingsOf } from "./subject-spelling.ts";

/** So many people of a name are looked through; more would be no search. */
const PEOPLE = 200;

/** What belongs to people and is acted on, as "concerned"; reads their ids from `people`. */
const concerned = (people: Prisma.Sql) => Prisma.sql`
  SELECT 'person' AS "type", p."id"::text AS "subject" FROM ${people} p
  UNION ALL SELECT 'enrolment', s."id"::text FROM "Enrolment" s JOIN ${people} p ON p."id" = s."userId"
  UNION ALL SELECT k."type", s."id"::text FROM "Attempt" s JOIN "Enrolment" e ON e."id" = s."enrolmentId"
    JOIN ${people} p ON p."id" = e."userId" CROSS JOIN unnest(${spellingsOf("attempt")}::text[]) AS k("type")
  UNION ALL SELECT 'certificate', s."id"::text FROM "Certificate" s JOIN ${people} p ON p."id" = s."userId"
  UNION ALL SELECT 'certificateRequest', s."id"::text FROM "CertificateRequest" s JOIN ${people} p ON p."id" = s."userId"
  UNION ALL SELECT 'order', s."id"::text FROM "Order" s JOIN ${people} p ON p."id" = s."buyerId"
  UNION ALL SELECT 'scholarship', s."id"::text FROM "Scholarship" s JOIN ${people} p ON p."id" = s."userId"`;

/** The entries that concern those whose ids `people` has. */
const about = (people: Prisma.Sql) => Prisma.sql`
  SELECT a."id" FROM (${concerned(people)}) c
  JOIN "AuditEntry" a ON a."subjectType" = c."type" AND a."subjectId" = c."subject"`;

/**
 * The tables that `auditConditions` reads: "named" are the people whose name or address is like the text, "matched" the
 * entries that the text finds, each way by an index of its own, and "hers" those that concern one person.
 */
export function auditTables({ q, person }: AuditFilters): Prisma.Sql {
  const tables = [
    ...(q === undefined ? [] : [textTables(q)]),
    ...(person === undefined
      ? []
      : [
          Prisma.sql`"one" AS (SELECT ${person}::uuid AS "id"),
            "hers" AS MATERIALIZED (${about(Prisma.sql`"one"`)})`,
        ]),
  ];
  return tables.length > 0 ? Prisma.sql`${Prisma.join(tables, ", ")},` : Prisma.empty;
}

const textTables = (q: string) => Prisma.sql`
  "named" AS MATERIALIZED (
    SELECT u."id" FROM "User" u WHERE person_search_vector(u."name", u."email") @@ search_query(${q}) LIMIT ${PEOPLE}),
  "matched" AS MATERIALIZED (
    SELECT a."id" FROM "AuditEntry" a
    WHERE a."reason" IS NOT NULL AND to_tsvector('simple', normalise_search(a."reason")) @@ search_query(${q})
    UNION SELECT a."id" FROM "AuditEntry" a WHERE a."requestId" = ${q}
    UNION SELECT a."id" FROM "AuditEntry" a JOIN "named" n ON n."id" = a."actorId"
    UNION ${about(Prisma.sql`"named"`)}
    UNION SELECT a."id" FROM "AuditEntry" a WHERE a."subjectId" = ${q} AND a."subjectType" IN (${subjectTypes})
    ${byOrder(readOrderNumber(q))} ${bySerial(readSerial(q).serial)})`;

const byOrder = (number: number | undefined) =>
  number === undefined
    ? Prisma.empty
    : Prisma.sql`UNION SELECT a."id" FROM "Order" o
        JOIN "AuditEntry" a ON a."subjectType" = 'order' AND a."subjectId" = o."id"::text WHERE o."number" = ${number}`;

const bySerial = (serial: string | undefined) =>
  serial === undefined
    ? Prisma.empty
    : Prisma.sql`UNION SELECT a."id" FROM "Certificate" c
        JOIN "AuditEntry" a ON a."subjectType" = 'certificate' AND a."subjectId" = c."id"::text
        WHERE c."serial" = ${serial}`;

/** The kinds there are, each found in the index by the one before it. */
const subjectTypes = Prisma.sql`
  WITH RECURSIVE "kind" AS (
    (SELECT k."subjectType" FROM "AuditEntry" k ORDER BY k."subjectType" LIMIT 1)
    UNION ALL
    SELECT (SELECT n."subjectType" FROM "AuditEntry" n WHERE n."subjectType" > k."subjectType"
      ORDER BY n."subjectType" LIMIT 1)
    FROM "kind" k WHERE k."subjectType" IS NOT NULL
  ) SELECT "subjectType" FROM "kind" WHERE "subjectType" IS NOT NULL`;

/** What stands in the log to choose from: kinds of acts and of what was acted on. */
export const choicesQuery = Prisma.sql`
  WITH RECURSIVE "act" AS (
    (SELECT k."action" FROM "AuditEntry" k ORDER BY k."action" LIMIT 1)
    UNION ALL
    SELECT (SELECT n."action" FROM "AuditEntry" n WHERE n."action" > k."action" ORDER BY n."action" LIMIT 1)
    FROM "act" k WHERE k."action" IS NOT NULL
  )
  SELECT ARRAY(SELECT "action" FROM "act" WHERE "action" IS NOT NULL) AS "actions", ARRAY(${subjectTypes}) AS "types"`;

/** Midnight at the beginning of a day, and so many days later. */
const midnight = (day: string, timeZone: string, later = 0) =>
  Prisma.sql`((${day}::date + ${later}::int)::timestamp AT TIME ZONE ${timeZone})`;

/** Which entries "a" pass all filters; reads the tables of `auditTables`. */
export function auditConditions(filters: AuditFilters, timeZone: string): Prisma.Sql {
  const { q, action, type, subject, actor, person, from, until, request } = filters;
  const who = actor === SYSTEM ? Prisma.sql`a."actorId" IS NULL` : Prisma.sql`a."actorId" = ${actor}::uuid`;
  const conditions = [
    q === undefined ? [] : [Prisma.sql`a."id" IN (SELECT "id" FROM "matched")`],
    person === undefined ? [] : [Prisma.sql`a."id" IN (SELECT "id" FROM "hers")`],
    action === undefined ? [] : [Prisma.sql`a."action" = ${action}`],
    type === undefined ? [] : [Prisma.sql`a."subjectType" = ANY(${spellingsOf(type)}::text[])`],
    subject === undefined ? [] : [Prisma.sql`a."subjectId" = ${subject}`],
    actor === undefined ? [] : [who],
    from === undefined ? [] : [Prisma.sql`a."at" >= ${midnight(from, timeZone)}`],
    until === undefined ? [] : [Prisma.sql`a."at" < ${midnight(until, timeZone, 1)}`],
    request === undefined ? [] : [Prisma.sql`a."requestId" = ${request}`],
  ].flat();
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}
