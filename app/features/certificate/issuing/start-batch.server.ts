import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { canManageCertificates } from "./certificate-access.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { batchKey, runBatchJob } from "./issuing-jobs.ts";

type Batch = { for: CertificateFor; cohortId?: string; reason: string };

/**
 * Begins to issue certificates in one go to all who finished a course or programme and have none. Of a cohort
 * everybody is listed who learns in it, so that it can be told who has not finished. A job issues them. Throws
 * `unknownSubject` where there is no such course, programme or cohort of the course, and `nobody`. Written to the audit
 * log; only for admins, 404 for others.
 */
export async function startBatch(
  ctx: PersonContext,
  { for: subject, cohortId, reason }: Batch,
): Promise<{ batchId: string }> {
  if (!canManageCertificates(ctx.actor)) throw notFound();
  return inTransaction(ctx.db, async (tx) => {
    if (!(await isThere(tx, { for: subject, cohortId }))) throw issuingRefused("unknownSubject");
    const { id: batchId } = await tx.certificateBatch.create({
      data: { ...subject, cohortId, reason, createdById: ctx.actor.id, createdAt: ctx.clock.now() },
      select: { id: true },
    });
    const count = await listLearners(tx, { batchId, for: subject, cohortId });
    if (count === 0) throw issuingRefused("nobody");
    await addJob(tx, runBatchJob, { batchId }, { key: batchKey(batchId) });
    await writeAuditEntry(tx, ctx, {
      ...{ action: "certificateBatch.start", subjectType: "certificateBatch", subjectId: batchId, reason },
      after: { ...subject, ...(cohortId ? { cohortId } : {}), learners: count },
    });
    return { batchId };
  });
}

async function isThere(tx: Tx, { for: subject, cohortId }: Omit<Batch, "reason">): Promise<boolean> {
  if ("programmeId" in subject) {
    const programme = await tx.programme.findUnique({ where: { id: subject.programmeId }, select: { id: true } });
    return programme !== null && cohortId === undefined;
  }
  const id = subject.courseId;
  const course = await tx.course.findFirst({ where: { id, state: { not: "draft" } }, select: { id: true } });
  const cohort = cohortId === undefined || (await tx.cohort.count({ where: { id: cohortId, courseId: id } })) === 1;
  return course !== null && cohort;
}

/** Who is to have one, as many as there are, in one statement. */
async function listLearners(
  tx: Tx,
  { batchId, for: subject, cohortId }: Omit<Batch, "reason"> & { batchId: string },
): Promise<number> {
  if ("programmeId" in subject) {
    return tx.$executeRaw`
      INSERT INTO "CertificateBatchItem" ("batchId", "userId")
      SELECT ${batchId}::uuid, e."userId" FROM "ProgrammeCourse" pc
      JOIN "Course" o ON o."id" = pc."courseId" AND o."state" = 'published'
      JOIN "Enrolment" e ON e."courseId" = o."id" AND e."completedAt" IS NOT NULL
      WHERE pc."programmeId" = ${subject.programmeId}::uuid AND NOT EXISTS (SELECT 1 FROM "Certificate" c
        WHERE c."userId" = e."userId" AND c."programmeId" = pc."programmeId" AND c."current")
      GROUP BY e."userId" HAVING count(*) = (SELECT count(*) FROM "ProgrammeCourse" pc2
        JOIN "Course" o2 ON o2."id" = pc2."courseId" AND o2."state" = 'published'
        WHERE pc2."programmeId" = ${subject.programmeId}::uuid)`;
  }
  return tx.$executeRaw`
    INSERT INTO "CertificateBatchItem" ("batchId", "userId")
    SELECT ${batchId}::uuid, e."userId" FROM "Enrolment" e
    WHERE e."courseId" = ${subject.courseId}::uuid
      AND CASE WHEN ${cohortId ?? null}::uuid IS NULL THEN e."completedAt" IS NOT NULL
        ELSE e."cohortId" = ${cohortId ?? null}::uuid AND (e."completedAt" IS NOT NULL OR e."state" = 'active') END
      AND NOT EXISTS (SELECT 1 FROM "Certificate" c
        WHERE c."userId" = e."userId" AND c."courseId" = e."courseId" AND c."current")`;
}
