import type { Db, DbOrTx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";

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

export type FailingKind = {
  kind: string;
  /** Tried again by themselves. */
  failing: number;
  /** Not tried again by themselves. */
  dead: number;
  /** What the last of them said, which may name people. */
  error: string;
  nextTryAt: Date | null;
};

/** Jobs whose last try failed, counted by kind, those with the most that are given up first. */
export async function countFailingJobs(db: Db): Promise<FailingKind[]> {
  return db.$queryRaw<FailingKind[]>`
    select task_identifier as "kind", (count(*) filter (where attempts < max_attempts))::int as "failing",
      (count(*) filter (where attempts >= max_attempts))::int as "dead",
      (array_agg(last_error order by updated_at desc))[1] as "error",
      min(run_at) filter (where attempts < max_attempts) as "nextTryAt"
    from graphile_worker.jobs where last_error is not null group by 1 order by 3 desc, 2 desc, 1`;
}

/** Failing jobs, by number or all of a kind. */
export type Failing = { id: string } | { kind: string };

const chosen = (which: Failing) =>
  "id" in which
    ? Prisma.sql`select j.id from graphile_worker.jobs j where j.id = ${which.id}::bigint`
    : Prisma.sql`select j.id from graphile_worker.jobs j where j.task_identifier = ${which.kind}`;

type Touched = { id: string; kind: string; attempts: number };

/** Tries failing jobs again now; returns those that there were. What runs at the moment is left. */
export async function retryJobs(db: DbOrTx, which: Failing): Promise<Touched[]> {
  return db.$queryRaw<Touched[]>`
    with failed as (select j.id, j.attempts from graphile_worker.jobs j
      where j.id in (${chosen(which)}) and j.last_error is not null and j.locked_at is null)
    select j.id::text as "id", f.attempts::int as "attempts",
      (select task_identifier from graphile_worker.jobs k where k.id = j.id) as "kind"
    from failed f, graphile_worker.reschedule_jobs(array(select id from failed), run_at => now(), attempts => 0) as j
    where j.id = f.id`;
}

/** Takes failing jobs away undone; returns those that there were. What runs at the moment is left. */
export async function dropJobs(db: DbOrTx, which: Failing): Promise<Touched[]> {
  const found = await db.$queryRaw<Touched[]>`
    select j.id::text as "id", j.task_identifier as "kind", j.attempts::int as "attempts" from graphile_worker.jobs j
    where j.id in (${chosen(which)}) and j.last_error is not null and j.locked_at is null`;
  const ids = found.map(({ id }) => id);
  await db.$queryRaw`select j.id::text from graphile_worker.complete_jobs(${ids}::bigint[]) as j`;
  return found;
}
