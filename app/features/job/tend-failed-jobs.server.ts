import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import {
  countFailingJobs,
  dropJobs,
  type Failing,
  findFailingJobs,
  retryJobs,
} from "#app/platform/jobs/find-failing-jobs.server.ts";

/** What failed in the background: all of it by kind, and the newest hundred one by one. Throws 404 for all but admins. */
export async function findFailedWork({ db, actor }: PersonContext) {
  if (!isAdmin(actor)) throw notFound();
  const [kinds, jobs] = await Promise.all([countFailingJobs(db), findFailingJobs(db)]);
  return { kinds, jobs };
}

export type FailedWork = Awaited<ReturnType<typeof findFailedWork>>;

/** What a job says is not written down: it may hold an address or a name. */
async function writeDown(
  tx: Tx,
  ctx: PersonContext,
  {
    action,
    which,
    reason,
    jobs,
  }: { action: string; which: Failing; reason?: string; jobs: { id: string; kind: string; attempts: number }[] },
): Promise<void> {
  const [first] = jobs;
  if (!first) return;
  const subject = { subjectType: "job", subjectId: "id" in which ? first.id : first.kind };
  const before = { kind: first.kind, count: jobs.length, attempts: Math.max(...jobs.map(({ attempts }) => attempts)) };
  await writePlainEntry(tx, ctx, { action, ...subject, ...(reason ? { reason } : {}), before });
}

/** Tries one failed job, or all of a kind, again now. What has succeeded meanwhile is no error. Written to the audit log. */
export async function retryFailedJobs(ctx: PersonContext, which: Failing): Promise<number> {
  if (!isAdmin(ctx.actor)) throw notFound();
  return inTransaction(ctx.db, async (tx) => {
    const jobs = await retryJobs(tx, which);
    await writeDown(tx, ctx, { action: "job.retry", which, jobs });
    return jobs.length;
  });
}

/** Gives up one failed job, or all of a kind: what they were to do is not done. Written to the audit log with the reason. */
export async function giveUpFailedJobs(
  ctx: PersonContext,
  { which, reason }: { which: Failing; reason: string },
): Promise<number> {
  if (!isAdmin(ctx.actor)) throw notFound();
  return inTransaction(ctx.db, async (tx) => {
    const jobs = await dropJobs(tx, which);
    await writeDown(tx, ctx, { action: "job.giveUp", which, reason, jobs });
    return jobs.length;
  });
}
