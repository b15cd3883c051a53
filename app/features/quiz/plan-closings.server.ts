import type { Db } from "#app/platform/db/client.server.ts";
import { closeAttemptJob } from "./close-attempt-job.ts";

/** How long before its end, in milliseconds, an attempt has the job that closes it: three minutes' plans may fail. */
export const PLANNED_AHEAD = 180_000;

/**
 * Adds the job that closes each attempt whose grace ends soon and that has none yet. Called every minute, so that
 * beginning an attempt writes none: a thousand learners who begin at once would wake the queue a thousand times.
 */
export async function planClosings(db: Db, now: Date): Promise<void> {
  const until = new Date(now.getTime() + PLANNED_AHEAD);
  const { name, maxAttempts } = closeAttemptJob;
  await db.$executeRaw`
    SELECT graphile_worker.add_jobs(array_agg(
      (${name}::text, json_build_object('attemptId', a."id"), NULL, a."graceUntil", ${maxAttempts}::int,
        'attempt:' || a."id", NULL, NULL)::graphile_worker.job_spec))
    FROM "Attempt" a
    WHERE a."state" = 'open' AND a."graceUntil" < ${until}
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j."key" = 'attempt:' || a."id")
    HAVING count(*) > 0`;
}
