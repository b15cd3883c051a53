import type { Db } from "#app/platform/db/client.server.ts";

export type FailingJob = {
  id: string;
  kind: string;
  attempts: number;
  maxAttempts: number;
  error: string;
  nextTryAt: Date;
  /** It is not tried again by itself. */
  dead: boolean;
};

/** Jobs whose last try failed, newest first, at most 100. */
export async function findFailingJobs(db: Db): Promise<FailingJob[]> {
  return db.$queryRaw<FailingJob[]>`
    select id::text as "id", task_identifier as "kind", attempts::int as "attempts", max_attempts::int as "maxAttempts",
      last_error as "error", run_at as "nextTryAt", (attempts >= max_attempts) as "dead"
    from graphile_worker.jobs where last_error is not null order by updated_at desc limit 100`;
}

/** Tries a failing job again now; false when there is none of this id. */
export async function retryJob(db: Db, id: string): Promise<boolean> {
  const jobs = await db.$queryRaw<{ id: string }[]>`
    select j.id::text as "id"
    from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0) as j`;
  return jobs.length > 0;
}
