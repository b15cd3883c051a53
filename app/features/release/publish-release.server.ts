import { recountEnrolmentsJob } from "#app/features/course/recount-enrolments-job.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { tellOfReleaseJob } from "./tell-of-release.server.ts";

/**
 * Makes a release the one that a course shows, and has the progress of those who learn there counted again. It stays
 * published since when it first was.
 */
export async function publishRelease(
  tx: Tx,
  { courseId, releaseId, clock }: { courseId: string; releaseId: string; clock: Clock },
): Promise<void> {
  const { publishedAt } = await tx.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { publishedAt: true },
  });
  const lessons = await tx.releaseLesson.aggregate({ where: { releaseId }, _count: true, _sum: { minutes: true } });
  await tx.course.update({
    where: { id: courseId },
    data: {
      currentReleaseId: releaseId,
      state: "published",
      publishedAt: publishedAt ?? clock.now(),
      lessonCount: lessons._count,
      minutes: lessons._sum.minutes ?? 0,
    },
  });
  await addJob(tx, recountEnrolmentsJob, { courseId });
  await addJob(tx, tellOfReleaseJob, { releaseId }, { key: `release:${releaseId}` });
}
