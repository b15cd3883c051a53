import type { Db } from "#app/platform/db/client.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import {
  awardCertificatesJob,
  batchKey,
  finishCertificateJob,
  finishKey,
  finishOverdueJob,
  runBatchJob,
} from "./issuing-jobs.ts";

/** Far longer than any of these jobs takes, in minutes: who is at one for so long was killed at it. */
const ABANDONED = 5;
const HOUR_MS = 3_600_000;
const AT_ONCE = 500;

const kinds = [awardCertificatesJob, finishCertificateJob, runBatchJob].map(({ name }) => name);

/**
 * Has taken up again what processes were doing when they were killed, and adds the job of a certificate or batch that
 * has waited for an hour and has none. Jobs that failed too often are left to admins; a batch of which the job failed
 * so ends, and lists for whom it failed.
 */
export const finishOverdueHandler = jobHandler(finishOverdueJob, async ({ db, clock }) => {
  await takeUpAbandoned(db);
  const since = new Date(clock.now().getTime() - HOUR_MS);
  for (const id of await findForgotten(db, since)) {
    await addJob(db, finishCertificateJob, { certificateId: id }, { key: finishKey(id) });
  }
  for (const id of await findForgottenBatches(db, since)) {
    await addJob(db, runBatchJob, { batchId: id }, { key: batchKey(id) });
  }
  await endGivenUp(db, clock.now());
});

/** A worker holds one job at a time, so that what is freed with its own is nothing else. */
async function takeUpAbandoned(db: Db): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.force_unlock_workers(array_agg(j."locked_by")) FROM graphile_worker.jobs j
    WHERE j."task_identifier" = ANY(${kinds}) AND j."locked_at" < now() - make_interval(mins => ${ABANDONED}::int)
    HAVING count(*) > 0`;
}

async function findForgotten(db: Db, since: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Certificate" c WHERE c."deliveredAt" IS NULL AND c."issuedAt" < ${since}
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j."key" = 'certificate:' || c."id")
    ORDER BY c."issuedAt" LIMIT ${AT_ONCE}`;
  return rows.map(({ id }) => id);
}

async function findForgottenBatches(db: Db, since: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT b."id" FROM "CertificateBatch" b WHERE b."finishedAt" IS NULL AND b."createdAt" < ${since}
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j."key" = 'certificate-batch:' || b."id")
    ORDER BY b."createdAt" LIMIT ${AT_ONCE}`;
  return rows.map(({ id }) => id);
}

/** Ends the batches whose job is tried no more. Another batch takes up whom they left. */
async function endGivenUp(db: Db, now: Date): Promise<void> {
  await db.$executeRaw`
    WITH given_up AS (
      SELECT b."id" FROM "CertificateBatch" b JOIN graphile_worker.jobs j ON j."key" = 'certificate-batch:' || b."id"
      WHERE b."finishedAt" IS NULL AND j."attempts" >= j."max_attempts" AND j."locked_at" IS NULL
    ), left_out AS (
      UPDATE "CertificateBatchItem" i SET "outcome" = 'skipped', "why" = 'failed' FROM given_up g
      WHERE i."batchId" = g."id" AND i."outcome" = 'waiting'
    )
    UPDATE "CertificateBatch" b SET "finishedAt" = ${now} FROM given_up g WHERE b."id" = g."id"`;
}
