import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { awardCertificatesJob } from "./issuing-jobs.ts";

/**
 * Has it thought of again what the actor's finished course brings her, as the course and its programmes say it now: for
 * whoever finished it before it brought a certificate. What she has, or was refused, stays as it is. Throws 404 where
 * she has not finished it.
 */
export async function claimCertificate(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course }: { course: string },
): Promise<void> {
  const finished = await db.enrolment.findFirst({
    where: { userId: actor.id, course: { slug: course }, completedAt: { not: null } },
    select: { id: true },
  });
  if (!finished) throw notFound();
  await addJob(db, awardCertificatesJob, { enrolmentId: finished.id }, { key: `award:${finished.id}` });
}
