import { purgeDay } from "#app/features/course/ending/grace.ts";
import { purgeCourseJob } from "#app/features/course/ending/purge-course-job.ts";
import { dropVideo } from "#app/features/lecture/drop-video.server.ts";
import { providedVideoColumns } from "#app/features/lecture/provided-video.server.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";

const TIMEOUT_MS = 300_000;

/**
 * Removes a deleted course whose grace is over, with the places of its learners and all that they did there, and has
 * its videos forgotten. One that was put back, that is still in its grace, or for which a certificate was ever issued,
 * asked for or prepared is left as it is. Answers whether it is gone. For jobs: nothing is checked about who asks.
 */
export async function purgeCourseUnsafe(
  { db, clock }: { db: Db; clock: Clock },
  { courseId }: { courseId: string },
): Promise<boolean> {
  return inTransaction(db, (tx) => purge(tx, { courseId, now: clock.now() }), { timeoutMs: TIMEOUT_MS });
}

async function purge(tx: Tx, { courseId, now }: { courseId: string; now: Date }): Promise<boolean> {
  await tx.$queryRaw`select 1 from "Course" where "id" = ${courseId}::uuid for update`;
  const course = await tx.course.findUnique({
    where: { id: courseId },
    select: {
      slug: true,
      deletedAt: true,
      videos: { select: providedVideoColumns },
      _count: { select: { certificates: true, certificateRequests: true, certificateBatches: true, enrolments: true } },
    },
  });
  if (!course?.deletedAt || now < purgeDay(course.deletedAt)) return false;
  const { certificates, certificateRequests, certificateBatches, enrolments } = course._count;
  if (certificates + certificateRequests + certificateBatches > 0) return false;
  await tx.enrolment.deleteMany({ where: { courseId } });
  await tx.course.update({ where: { id: courseId }, data: { currentReleaseId: null } });
  await tx.release.deleteMany({ where: { courseId } });
  await tx.course.delete({ where: { id: courseId } });
  for (const video of course.videos) await dropVideo(tx, { video, cancel: false });
  const act = { action: "course.purge", subjectType: "course", subjectId: courseId };
  await writePlainEntry(tx, { actor: null }, { ...act, before: { slug: course.slug, enrolments } });
  return true;
}

/** What does the job that deleting a course adds. */
export const purgeCourseHandler: JobHandler = jobHandler(purgeCourseJob, async ({ log, ...context }, payload) => {
  const purged = await purgeCourseUnsafe(context, payload);
  log.info({ courseId: payload.courseId, purged }, "The grace of a deleted course is over");
});
