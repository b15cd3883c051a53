import type { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";

/** A kind of work that may fail or take long. What does it is idempotent: it may run again after it succeeded. */
export type JobKind<Payload extends z.ZodType> = {
  name: string;
  payload: Payload;
  /** How often it is tried before it waits for an admin. Between tries the wait grows. */
  maxAttempts?: number;
  /** Work of a higher number waits while there is any of a lower one; 0 unless it is said. */
  priority?: number;
};

const ATTEMPTS = 12;

/** `key`: a second job of it replaces the waiting one. `runAt`: when it may begin. `queue`: its jobs run one by one. */
export type JobOptions = { key?: string; runAt?: Date; queue?: string };

/**
 * Adds a job in the same transaction as the write that needs it: both happen or neither does.
 */
export async function addJob<Payload extends z.ZodType>(
  db: DbOrTx,
  kind: JobKind<Payload>,
  payload: z.input<Payload>,
  options: JobOptions = {},
): Promise<void> {
  await db.$executeRaw(jobStatement(kind, payload, options));
}

/** The statement by which `addJob` adds a job, for a transaction that is not Prisma's. */
export function jobStatement<Payload extends z.ZodType>(
  kind: JobKind<Payload>,
  payload: z.input<Payload>,
  options: JobOptions = {},
): Prisma.Sql {
  const json = JSON.stringify(kind.payload.parse(payload));
  return Prisma.sql`select graphile_worker.add_job(
    identifier => ${kind.name}::text,
    payload => ${json}::json,
    queue_name => ${options.queue ?? null}::text,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${kind.maxAttempts ?? ATTEMPTS}::int,
    job_key => ${options.key ?? null}::text,
    priority => ${kind.priority ?? 0}::int
  )`;
}

/** Adds many jobs of one kind in one statement, as `addJob` adds one. */
export async function addJobs<Payload extends z.ZodType>(
  db: DbOrTx,
  kind: JobKind<Payload>,
  jobs: readonly { payload: z.input<Payload>; key?: string }[],
): Promise<void> {
  const json = JSON.stringify(jobs.map(({ payload, key }) => ({ payload: kind.payload.parse(payload), key })));
  await db.$executeRaw`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW(${kind.name}::text, j->'payload', NULL, NULL, ${kind.maxAttempts ?? ATTEMPTS}::int, j->>'key',
        ${kind.priority ?? 0}::int, NULL)::graphile_worker.job_spec
      FROM json_array_elements(${json}::json) AS j))`;
}
