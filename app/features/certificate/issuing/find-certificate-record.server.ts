import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CertificateCause } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { readSerial } from "../serial.ts";
import { actsOn, canManageCertificates } from "./certificate-access.ts";
import {
  describeStanding,
  requestColumn,
  requestSchema,
  standingColumns,
  standingShape,
} from "./certificate-rows.server.ts";

const moment = z.coerce.date();

const entrySchema = z.object({
  id: z.uuid(),
  at: moment,
  action: z.string(),
  /** The name of the admin; null for one who is gone. */
  actor: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
});

const rowSchema = z.object({
  ...standingShape,
  id: z.uuid(),
  userId: z.uuid().nullable(),
  cause: z.enum(CertificateCause),
  snapshot: z.string(),
  snapshotSha256: z.string(),
  credentialSha256: z.string().nullable(),
  issuedAt: moment,
  signedAt: moment.nullable(),
  /** The key that signed it, as its credential names it. */
  signedWith: z.string().nullable(),
  deliveredAt: moment.nullable(),
  revokedReason: z.string().nullable(),
  endedEarly: z.boolean(),
  withdrawnAt: moment.nullable(),
  slug: z.string(),
  holder: z
    .object({
      userId: z.uuid(),
      name: z.string(),
      email: z.string(),
      fullNameArabic: z.string().nullable(),
      fullNameLatin: z.string().nullable(),
    })
    .nullable(),
  supersedes: z.string().nullable(),
  template: z.object({ id: z.uuid(), name: z.string(), number: z.number() }),
  batchId: z.uuid().nullable(),
  files: z.array(z.object({ form: z.string(), sha256: z.string(), bytes: z.number(), createdAt: moment })),
  requests: requestSchema.array(),
  history: entrySchema.array(),
});

const recordColumns = Prisma.sql`
  ${standingColumns}, c."id", c."userId", c."cause", c."snapshot", c."snapshotSha256", c."credentialSha256",
  c."issuedAt", c."signedAt", jsonb_path_query_first(c."credential"::jsonb, '$.proof.verificationMethod') #>> '{}'
    AS "signedWith", c."deliveredAt", c."revokedReason", c."endedEarly", c."withdrawnAt",
  coalesce((SELECT o."slug" FROM "Course" o WHERE o."id" = c."courseId"),
    (SELECT o."slug" FROM "Programme" o WHERE o."id" = c."programmeId")) AS "slug",
  (SELECT json_build_object('userId', u."id", 'name', u."name", 'email', u."email",
      'fullNameArabic', u."fullNameArabic", 'fullNameLatin', u."fullNameLatin")
    FROM "User" u WHERE u."id" = c."userId") AS "holder",
  (SELECT o."serial" FROM "Certificate" o WHERE o."id" = c."supersedesId") AS "supersedes",
  (SELECT json_build_object('id', t."id", 'name', t."name", 'number', v."number")
    FROM "CertificateTemplateVersion" v JOIN "CertificateTemplate" t ON t."id" = v."templateId"
    WHERE v."id" = c."templateVersionId") AS "template",
  (SELECT i."batchId" FROM "CertificateBatchItem" i WHERE i."certificateId" = c."id" LIMIT 1) AS "batchId",
  (SELECT coalesce(json_agg(json_build_object('form', f."form", 'sha256', f."sha256", 'bytes', f."bytes",
      'createdAt', f."createdAt") ORDER BY f."createdAt", f."form"), '[]')
    FROM "CertificateFile" f WHERE f."certificateId" = c."id") AS "files",
  (SELECT coalesce(json_agg(${requestColumn} ORDER BY r."createdAt" DESC), '[]')
    FROM "CertificateRequest" r WHERE r."certificateId" = c."id") AS "requests",
  (SELECT coalesce(json_agg(json_build_object('id', a."id", 'at', a."at", 'action', a."action",
      'actor', (SELECT u."name" FROM "User" u WHERE u."id" = a."actorId"), 'reason', a."reason",
      'before', a."before", 'after', a."after") ORDER BY a."at" DESC, a."id" DESC), '[]')
    FROM "AuditEntry" a WHERE a."subjectType" = 'certificate' AND a."subjectId" = c."id"::text) AS "history"`;

/**
 * Everything about one certificate, for those who tend them: what it says, what became of it, its files, what was asked
 * about it, who did what to it and why (newest first), and what can be done now. One query; the serial may be written
 * in any way. Throws 404 where nobody ever issued it, and for all but admins.
 */
export async function findCertificateRecord(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { serial: typed }: { serial: string },
) {
  if (!canManageCertificates(actor)) throw notFound();
  const { serial } = readSerial(typed);
  if (serial === undefined) throw notFound();
  const [row] = await queryRows(
    db,
    Prisma.sql`SELECT ${recordColumns} FROM "Certificate" c WHERE c."serial" = ${serial}`,
  );
  if (row === undefined) throw notFound();
  const { snapshot, successor, current, ...record } = rowSchema.parse(row);
  const now = clock.now();
  return {
    ...record,
    ...describeStanding({ ...record, successor, current }, now),
    snapshot: readSnapshot({ snapshot, snapshotSha256: record.snapshotSha256 }),
    supersededBy: successor?.serial ?? null,
    may: actsOn({ ...record, current }, now),
  };
}

export type CertificateRecord = Awaited<ReturnType<typeof findCertificateRecord>>;
