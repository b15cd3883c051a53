import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CertificateCause } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, type TimeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { certificateStatus } from "../certificate-status.ts";
import { countRegister } from "./count-register.server.ts";
import { matchedBy, registerConditions, statusCondition } from "./register-conditions.server.ts";
import type { RegisterFilters } from "./register-filters.ts";

export const CERTIFICATES_PER_PAGE = 50;

const rowSchema = z.object({
  id: z.uuid(),
  serial: z.string(),
  recipientArabic: z.string().nullable(),
  recipientLatin: z.string().nullable(),
  email: z.string().nullable(),
  kind: z.enum(["course", "programme"]),
  slug: z.string(),
  titles: translatedSchema.catch({}),
  cause: z.enum(CertificateCause),
  issuedAt: z.date(),
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  revokedReason: z.string().nullable(),
  current: z.boolean(),
  endedEarly: z.boolean(),
  signed: z.boolean(),
  supersededBy: z.string().nullable(),
});

export type RegisterRow = z.infer<typeof rowSchema>;

type Asked = { filters: RegisterFilters; cursor: TimeCursor | undefined; limit: number; timeZone: string; now: Date };

/** The statement that reads certificates of the register, the nearest to the cursor first. */
export function registerQuery({ filters, cursor, limit, timeZone, now }: Asked): Prisma.Sql {
  const back = cursor?.direction === "before";
  const way = back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const from = cursor
    ? Prisma.sql`AND (c."issuedAt", c."id") ${back ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const status = filters.status ? Prisma.sql`AND ${statusCondition(filters.status, now)}` : Prisma.empty;
  return Prisma.sql`
    WITH ${matchedBy(filters.q)}, "picked" AS MATERIALIZED (
      SELECT c.* FROM "Certificate" c
      WHERE ${registerConditions(filters, timeZone)} ${status} ${from}
      ORDER BY c."issuedAt" ${way}, c."id" ${way} LIMIT ${limit}
    )
    SELECT c."id"::text, c."serial", c."recipientArabic", c."recipientLatin", u."email", c."cause", c."issuedAt",
      c."expiresAt", c."revokedAt", c."revokedReason", c."current", c."endedEarly",
      c."credentialSha256" IS NOT NULL AS "signed",
      CASE WHEN c."courseId" IS NULL THEN 'programme' ELSE 'course' END AS "kind",
      coalesce(k."slug", p."slug") AS "slug", c."snapshot"::json->'achievement'->'titles' AS "titles",
      (SELECT n."serial" FROM "Certificate" n WHERE n."supersedesId" = c."id") AS "supersededBy"
    FROM "picked" c LEFT JOIN "User" u ON u."id" = c."userId" LEFT JOIN "Course" k ON k."id" = c."courseId"
      LEFT JOIN "Programme" p ON p."id" = c."programmeId"
    ORDER BY c."issuedAt" ${way}, c."id" ${way}`;
}

/** Certificates of the register in one query; `limit` at most, the nearest to the cursor first. */
export async function readRegister(db: DbOrTx, asked: Asked): Promise<RegisterRow[]> {
  return z.array(rowSchema).parse(await queryRows(db, registerQuery(asked)));
}

/**
 * One page of the certificates that pass the filters, those issued last first, with cursors to the pages beside it and
 * how many there are of each status. A cursor that is not understood gives the first page. Throws 404 for all but admins.
 */
export async function findRegister(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { cursor: given, ...filters }: RegisterFilters & { cursor?: string | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const cursor = decodeCursor(given);
  const now = clock.now();
  const timeZone = await readerZone(db, actor);
  const [found, counts] = await Promise.all([
    readRegister(db, { filters, cursor, limit: CERTIFICATES_PER_PAGE + 1, timeZone, now }),
    countRegister(db, { filters, timeZone, now }),
  ]);
  const { rows, next, previous } = turnPage(found, {
    cursor,
    size: CERTIFICATES_PER_PAGE,
    timeOf: ({ issuedAt }) => issuedAt,
  });
  return { certificates: rows.map((row) => ({ ...row, status: certificateStatus(row, now) })), counts, next, previous };
}

export type CertificateInRegister = Awaited<ReturnType<typeof findRegister>>["certificates"][number];
