import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CertificateRequestKind, CertificateRequestState } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, type TimeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Evidence, findEvidence } from "./find-evidence.server.ts";
import type { RequestTab } from "./request-tabs.ts";

export const REQUESTS_PER_PAGE = 20;

const certificateSchema = z.object({
  serial: z.string(),
  recipientArabic: z.string().nullable(),
  recipientLatin: z.string().nullable(),
});

const rowSchema = z.object({
  id: z.uuid(),
  kind: z.enum(CertificateRequestKind),
  state: z.enum(CertificateRequestState),
  name: z.string(),
  email: z.string(),
  fullNameArabic: z.string().nullable(),
  fullNameLatin: z.string().nullable(),
  namesCheckedAt: z.date().nullable(),
  achievement: z.enum(["course", "programme"]),
  slug: z.string(),
  titles: translatedSchema,
  /** Of a correction the one with the wrong names; of what was approved, the one that came of it. */
  certificate: certificateSchema.nullable(),
  namesArabic: z.string().nullable(),
  namesLatin: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: z.date(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
});

type Row = z.infer<typeof rowSchema>;
export type CertificateRequestInQueue = Row & { evidence: Evidence[] };

/** One page of requests and one more, the nearest to the cursor first: the oldest that wait, the last decided. */
async function pickRequests(db: DbOrTx, { tab, cursor }: { tab: RequestTab; cursor: TimeCursor | undefined }) {
  const waiting = tab === "waiting";
  const key = waiting ? Prisma.sql`r."createdAt"` : Prisma.sql`r."decidedAt"`;
  const rising = waiting !== (cursor?.direction === "before");
  const way = rising ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const from = cursor
    ? Prisma.sql`AND (${key}, r."id") ${rising ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT r."id"::text, r."kind", r."state", u."name", u."email", u."fullNameArabic", u."fullNameLatin",
      u."namesCheckedAt", CASE WHEN r."courseId" IS NULL THEN 'programme' ELSE 'course' END AS "achievement",
      coalesce(k."slug", p."slug") AS "slug",
      coalesce(p."titles", (SELECT jsonb_object_agg(t."locale", t."title") FROM "CourseText" t
        WHERE t."courseId" = r."courseId"), '{}') AS "titles",
      (SELECT json_build_object('serial', c."serial", 'recipientArabic', c."recipientArabic",
        'recipientLatin', c."recipientLatin") FROM "Certificate" c WHERE c."id" = r."certificateId") AS "certificate",
      r."namesArabic", r."namesLatin", r."note", r."createdAt", r."decidedAt", d."name" AS "decidedBy", r."reason"
    FROM "CertificateRequest" r JOIN "User" u ON u."id" = r."userId" LEFT JOIN "User" d ON d."id" = r."decidedById"
      LEFT JOIN "Course" k ON k."id" = r."courseId" LEFT JOIN "Programme" p ON p."id" = r."programmeId"
    WHERE ${waiting ? Prisma.sql`r."state" = 'waiting'` : Prisma.sql`r."decidedAt" IS NOT NULL`} ${from}
    ORDER BY ${key} ${way}, r."id" ${way} LIMIT ${REQUESTS_PER_PAGE + 1}`,
  );
  return z.array(rowSchema).parse(rows);
}

/**
 * One page of the requests that wait, the oldest first and with what speaks for each, or of those that were decided, the
 * last first. Throws 404 for all but admins.
 */
export async function findRequests(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { tab, cursor: given }: { tab: RequestTab; cursor?: string | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const cursor = decodeCursor(given);
  const { rows, next, previous } = turnPage(await pickRequests(db, { tab, cursor }), {
    cursor,
    size: REQUESTS_PER_PAGE,
    timeOf: ({ createdAt, decidedAt }) => (tab === "decided" && decidedAt ? decidedAt : createdAt),
  });
  const awards = tab === "waiting" ? rows.filter(({ kind }) => kind === "award") : [];
  const evidence = await findEvidence(db, { requestIds: awards.map(({ id }) => id) });
  return {
    requests: rows.map((row): CertificateRequestInQueue => ({ ...row, evidence: evidence.get(row.id) ?? [] })),
    next,
    previous,
  };
}
