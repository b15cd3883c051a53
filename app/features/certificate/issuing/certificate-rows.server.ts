import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type CertificateStatus, certificateStatus } from "../certificate-status.ts";

const moment = z.coerce.date();

/**
 * What became of certificate `c`, as one JSON column: the serial of the one that stands now in its place, since when
 * it has a successor, and whether the names of either are hidden.
 */
const successorColumn = Prisma.sql`
  CASE WHEN c."current" THEN NULL ELSE (WITH RECURSIVE later AS (
      SELECT n."id", n."serial", n."current", n."namesHidden", n."issuedAt" AS "since"
      FROM "Certificate" n WHERE n."supersedesId" = c."id"
    UNION ALL
      SELECT n."id", n."serial", n."current", n."namesHidden", later."since"
      FROM "Certificate" n JOIN later ON n."supersedesId" = later."id")
    SELECT json_build_object('serial', later."serial", 'since', later."since", 'namesHidden', later."namesHidden")
    FROM later WHERE later."current") END AS "successor"`;

/** What tells whether certificate `c` holds. */
export const standingColumns = Prisma.sql`
  c."serial", c."revokedAt", c."current", c."expiresAt", c."namesHidden", ${successorColumn}`;

export const standingShape = {
  serial: z.string(),
  revokedAt: moment.nullable(),
  current: z.boolean(),
  expiresAt: moment.nullable(),
  namesHidden: z.boolean(),
  successor: z.object({ serial: z.string(), since: moment, namesHidden: z.boolean() }).nullable(),
};

const standingSchema = z.object(standingShape);

/** Whether a certificate holds, and since when it does not. */
export function describeStanding(
  row: z.infer<typeof standingSchema>,
  now: Date,
): { status: CertificateStatus; since: Date | null } {
  const status = certificateStatus(row, now);
  const since = {
    valid: null,
    revoked: row.revokedAt,
    superseded: row.successor?.since ?? null,
    expired: row.expiresAt,
  };
  return { status, since: since[status] };
}

/** What her list says of certificate `c`; titles as they were issued. */
export const myCertificateColumns = Prisma.sql`
  ${standingColumns}, c."id", c."revokedReason", c."issuedAt", c."recipientArabic", c."recipientLatin",
  c."signedAt" IS NOT NULL AS "signed", c."deliveredAt" IS NOT NULL AS "delivered",
  c."snapshot"::json #> '{achievement,titles}' AS "titles", c."snapshot"::json #>> '{achievement,kind}' AS "kind",
  coalesce((SELECT o."slug" FROM "Course" o WHERE o."id" = c."courseId"),
    (SELECT o."slug" FROM "Programme" o WHERE o."id" = c."programmeId")) AS "slug",
  EXISTS (SELECT 1 FROM "CertificateRequest" r WHERE r."certificateId" = c."id" AND r."state" = 'waiting')
    AS "correctionWaiting"`;

const subjectKind = z.enum(["course", "programme"]);

export const myCertificateSchema = z.object({
  ...standingShape,
  id: z.uuid(),
  revokedReason: z.string().nullable(),
  issuedAt: moment,
  recipientArabic: z.string().nullable(),
  recipientLatin: z.string().nullable(),
  signed: z.boolean(),
  delivered: z.boolean(),
  titles: translatedSchema,
  kind: subjectKind,
  slug: z.string(),
  correctionWaiting: z.boolean(),
});

/** A certificate as its holder's list shows it; `titles` are those that it was issued with. */
export type MyCertificate = Pick<
  z.infer<typeof myCertificateSchema>,
  "serial" | "titles" | "kind" | "slug" | "issuedAt" | "expiresAt" | "namesHidden" | "signed" | "delivered"
> & {
  status: CertificateStatus;
  since: Date | null;
  recipient: { arabic: string | null; latin: string | null };
  /** The serial of the one that stands in its place. */
  supersededBy: string | null;
  revokedReason: string | null;
  correctionWaiting: boolean;
};

export function toMyCertificate(row: z.infer<typeof myCertificateSchema>, now: Date): MyCertificate {
  const { serial, titles, kind, slug, issuedAt, expiresAt, namesHidden, signed, delivered } = row;
  return {
    ...{ serial, titles, kind, slug, issuedAt, expiresAt, namesHidden, signed, delivered },
    ...describeStanding(row, now),
    recipient: { arabic: row.recipientArabic, latin: row.recipientLatin },
    supersededBy: row.successor?.serial ?? null,
    revokedReason: row.revokedReason,
    correctionWaiting: row.correctionWaiting,
  };
}

/** What is told of request `r`. */
export const requestColumn = Prisma.sql`
  json_build_object('id', r."id", 'kind', r."kind", 'state', r."state", 'createdAt', r."createdAt",
    'decidedAt', r."decidedAt", 'reason', r."reason", 'note', r."note",
    'namesArabic', r."namesArabic", 'namesLatin', r."namesLatin",
    'subject', CASE WHEN r."courseId" IS NULL THEN 'programme' ELSE 'course' END,
    'slug', coalesce((SELECT o."slug" FROM "Course" o WHERE o."id" = r."courseId"),
      (SELECT o."slug" FROM "Programme" o WHERE o."id" = r."programmeId")),
    'titles', coalesce(
      (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = r."courseId"),
      (SELECT o."titles"::json FROM "Programme" o WHERE o."id" = r."programmeId"), '{}'))`;

export const requestSchema = z.object({
  id: z.uuid(),
  kind: z.enum(["award", "correction"]),
  state: z.enum(["waiting", "approved", "refused"]),
  createdAt: moment,
  decidedAt: moment.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  namesArabic: z.string().nullable(),
  namesLatin: z.string().nullable(),
  subject: subjectKind,
  slug: z.string(),
  titles: translatedSchema,
});

/** What somebody asked for, or was asked for her: an award that needs approval, or other names. */
export type MyRequest = z.infer<typeof requestSchema>;

/** The names that certificates of person `u` are written with. */
export const namesColumn = Prisma.sql`
  json_build_object('arabic', u."fullNameArabic", 'latin', u."fullNameLatin", 'checkedAt', u."namesCheckedAt")`;

export const namesSchema = z.object({
  arabic: z.string().nullable(),
  latin: z.string().nullable(),
  /** When she last said that they are right. */
  checkedAt: moment.nullable(),
});

export type MyNames = z.infer<typeof namesSchema>;
