import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { canManageCertificates } from "./certificate-access.ts";
import { skipReasons } from "./run-batch.server.ts";

const PAGE = 100;
const BATCHES_PER_PAGE = 20;
const moment = z.coerce.date();

const batchSchema = z.object({
  id: z.uuid(),
  createdAt: moment,
  finishedAt: moment.nullable(),
  reason: z.string(),
  createdBy: z.string().nullable(),
  for: z.object({ kind: z.enum(["course", "programme"]), slug: z.string(), titles: translatedSchema }),
  cohort: z.object({ names: translatedSchema }).nullable(),
});

const countsSchema = z.object({
  total: z.coerce.number(),
  waiting: z.coerce.number(),
  issued: z.coerce.number(),
  skipped: z.coerce.number(),
  /** Of those issued: signed, with their PDF, and their learner told. */
  delivered: z.coerce.number(),
});

const skippedSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  why: z.enum(skipReasons),
});

const batchColumns = Prisma.sql`
  b."id", b."createdAt", b."finishedAt", b."reason",
  (SELECT u."name" FROM "User" u WHERE u."id" = b."createdById") AS "createdBy",
  (SELECT json_build_object('names', k."names") FROM "Cohort" k WHERE k."id" = b."cohortId") AS "cohort",
  coalesce(
    (SELECT json_build_object('kind', 'course', 'slug', o."slug", 'titles',
        (SELECT coalesce(json_object_agg(t."locale", t."title"), '{}') FROM "CourseText" t WHERE t."courseId" = o."id"))
      FROM "Course" o WHERE o."id" = b."courseId"),
    (SELECT json_build_object('kind', 'programme', 'slug', g."slug", 'titles', g."titles")
      FROM "Programme" g WHERE g."id" = b."programmeId")) AS "for"`;

const countColumns = Prisma.sql`
  count(i."userId") AS "total", count(*) FILTER (WHERE i."outcome" = 'waiting') AS "waiting",
  count(*) FILTER (WHERE i."outcome" = 'issued') AS "issued",
  count(*) FILTER (WHERE i."outcome" = 'skipped') AS "skipped", count(c."deliveredAt") AS "delivered"`;

/** A batch with how far it is. */
export type CertificateBatchView = z.infer<typeof batchSchema> & { counts: z.infer<typeof countsSchema> };

function toView(row: unknown): CertificateBatchView {
  return { ...batchSchema.parse(row), counts: countsSchema.parse(row) };
}

/**
 * A batch, how far it is, and a page of those who were given none, with why. `after` is the `next` of the page before.
 * Throws 404 where there is no such batch, and for all but admins.
 */
export async function findBatch(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { batchId, after }: { batchId: string; after?: string },
): Promise<CertificateBatchView & { skippedLearners: z.infer<typeof skippedSchema>[]; next: string | undefined }> {
  if (!canManageCertificates(actor)) throw notFound();
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT ${batchColumns}, ${countColumns} FROM "CertificateBatch" b
    LEFT JOIN "CertificateBatchItem" i ON i."batchId" = b."id" LEFT JOIN "Certificate" c ON c."id" = i."certificateId"
    WHERE b."id" = ${batchId}::uuid GROUP BY b."id"`,
  );
  if (row === undefined) throw notFound();
  const from = z.uuid().safeParse(after);
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT i."userId", u."name", u."email", i."why" FROM "CertificateBatchItem" i JOIN "User" u ON u."id" = i."userId"
    WHERE i."batchId" = ${batchId}::uuid AND i."outcome" = 'skipped'
      ${from.success ? Prisma.sql`AND i."userId" > ${from.data}::uuid` : Prisma.empty}
    ORDER BY i."userId" LIMIT ${PAGE + 1}`,
  );
  const found = skippedSchema.array().parse(rows);
  const skippedLearners = found.slice(0, PAGE);
  return { ...toView(row), skippedLearners, next: found.length > PAGE ? skippedLearners.at(-1)?.userId : undefined };
}

const cursorSchema = z.tuple([z.coerce.date(), z.uuid()]);

/** Batches, newest first, a page at a time. `after` is the `next` of the page before. Throws 404 for all but admins. */
export async function findBatches(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { after }: { after?: string } = {},
): Promise<{ batches: CertificateBatchView[]; next: string | undefined }> {
  if (!canManageCertificates(actor)) throw notFound();
  const cursor = cursorSchema.safeParse(after?.split("_"));
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT ${batchColumns}, ${countColumns}
    FROM (SELECT * FROM "CertificateBatch"
      WHERE ${cursor.success ? Prisma.sql`("createdAt", "id") < (${cursor.data[0]}, ${cursor.data[1]}::uuid)` : Prisma.sql`true`}
      ORDER BY "createdAt" DESC, "id" DESC LIMIT ${BATCHES_PER_PAGE + 1}) b
    LEFT JOIN "CertificateBatchItem" i ON i."batchId" = b."id" LEFT JOIN "Certificate" c ON c."id" = i."certificateId"
    GROUP BY b."id", b."createdAt", b."finishedAt", b."reason", b."createdById", b."cohortId", b."courseId",
      b."programmeId"
    ORDER BY b."createdAt" DESC, b."id" DESC`,
  );
  const batches = rows.slice(0, BATCHES_PER_PAGE).map(toView);
  const last = batches.at(-1);
  const more = rows.length > BATCHES_PER_PAGE;
  return { batches, next: last && more ? `${last.createdAt.toISOString()}_${last.id}` : undefined };
}
