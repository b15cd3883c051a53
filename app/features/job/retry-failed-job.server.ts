import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findFailingJobs, retryJob } from "#app/platform/jobs/find-failing-jobs.server.ts";

/** What failed in the background, newest first. Only for admins; for others there is nothing here. */
export async function findFailedJobs({ db, actor }: PersonContext) {
  if (!isAdmin(actor)) throw notFound();
  return findFailingJobs(db);
}

/** Tries a failed job again now. One that has succeeded meanwhile is no error. */
export async function retryFailedJob({ db, actor }: PersonContext, { id }: { id: string }): Promise<void> {
  if (!isAdmin(actor)) throw notFound();
  await retryJob(db, id);
}
