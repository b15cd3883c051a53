import type { Tx } from "#app/platform/db/client.server.ts";
import { enrolmentRefused } from "./enrolment-errors.ts";

/**
 * Takes a seat in a published course, and in the cohort if there is one. Both rows stay locked until the transaction
 * ends, and the release that is current then is returned: no later one can slip in between.
 * Throws `full` or `cohortFull`.
 */
export async function takeSeat(
  tx: Tx,
  { courseId, cohortId }: { courseId: string; cohortId: string | null },
): Promise<{ releaseId: string }> {
  const [course] = await tx.$queryRaw<{ releaseId: string }[]>`
    UPDATE "Course" SET "seatsTaken" = "seatsTaken" + 1
    WHERE "id" = ${courseId}::uuid AND "state" = 'published' AND ("seats" IS NULL OR "seatsTaken" < "seats")
    RETURNING "currentReleaseId" AS "releaseId"`;
  if (!course) throw enrolmentRefused("full");
  if (cohortId) await takeCohortSeat(tx, { courseId, cohortId });
  return course;
}

/** Takes a seat in a cohort alone, for a learner who has one in the course. Throws `cohortFull`. */
export async function takeCohortSeat(
  tx: Tx,
  { courseId, cohortId }: { courseId: string; cohortId: string },
): Promise<void> {
  const taken = await tx.$executeRaw`
    UPDATE "Cohort" SET "seatsTaken" = "seatsTaken" + 1
    WHERE "id" = ${cohortId}::uuid AND "courseId" = ${courseId}::uuid AND ("seats" IS NULL OR "seatsTaken" < "seats")`;
  if (taken === 0) throw enrolmentRefused("cohortFull");
}

/** Gives back the seat in a course, and in the cohort if there is one. */
export async function freeSeat(
  tx: Tx,
  { courseId, cohortId }: { courseId: string; cohortId: string | null },
): Promise<void> {
  await tx.$executeRaw`UPDATE "Course" SET "seatsTaken" = "seatsTaken" - 1 WHERE "id" = ${courseId}::uuid`;
  if (cohortId) await freeCohortSeat(tx, cohortId);
}

/** Gives back the seat in a cohort alone. */
export async function freeCohortSeat(tx: Tx, cohortId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Cohort" SET "seatsTaken" = "seatsTaken" - 1 WHERE "id" = ${cohortId}::uuid`;
}
