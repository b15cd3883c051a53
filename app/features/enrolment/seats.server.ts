import type { Tx } from "#app/platform/db/client.server.ts";
import { enrolmentRefused } from "./enrolment-errors.ts";

/** Seats of a course, of a cohort of it if one is named; where no number is said, one. */
export type Seats = { courseId: string; cohortId: string | null; quantity?: number };

/**
 * Takes seats in a published course, and in the cohort if there is one. Both rows stay locked until the transaction
 * ends, and the release that is current then is returned: no later one can slip in between.
 * Throws `full` or `cohortFull`.
 */
export async function takeSeat(tx: Tx, { courseId, cohortId, quantity = 1 }: Seats): Promise<{ releaseId: string }> {
  const [course] = await tx.$queryRaw<{ releaseId: string }[]>`
    UPDATE "Course" SET "seatsTaken" = "seatsTaken" + ${quantity}::int
    WHERE "id" = ${courseId}::uuid AND "state" = 'published' AND ("seats" IS NULL OR "seatsTaken" + ${quantity}::int <= "seats")
    RETURNING "currentReleaseId" AS "releaseId"`;
  if (!course) throw enrolmentRefused("full");
  if (cohortId) await takeCohortSeat(tx, { courseId, cohortId, quantity });
  return course;
}

/** Takes seats in a cohort alone, for who has them in the course. Throws `cohortFull`. */
export async function takeCohortSeat(
  tx: Tx,
  { courseId, cohortId, quantity = 1 }: Seats & { cohortId: string },
): Promise<void> {
  const taken = await tx.$executeRaw`
    UPDATE "Cohort" SET "seatsTaken" = "seatsTaken" + ${quantity}::int
    WHERE "id" = ${cohortId}::uuid AND "courseId" = ${courseId}::uuid
      AND ("seats" IS NULL OR "seatsTaken" + ${quantity}::int <= "seats")`;
  if (taken === 0) throw enrolmentRefused("cohortFull");
}

/** Gives back seats in a course, and in the cohort if there is one. */
export async function freeSeat(tx: Tx, { courseId, cohortId, quantity = 1 }: Seats): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Course" SET "seatsTaken" = "seatsTaken" - ${quantity}::int WHERE "id" = ${courseId}::uuid`;
  if (cohortId) await freeCohortSeat(tx, cohortId, quantity);
}

/** Gives back seats in a cohort alone. */
export async function freeCohortSeat(tx: Tx, cohortId: string, quantity = 1): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Cohort" SET "seatsTaken" = "seatsTaken" - ${quantity}::int WHERE "id" = ${cohortId}::uuid`;
}

/** Takes seats where there are as many, all of them or none; whether it did. */
export async function tryTakeSeat(tx: Tx, { courseId, cohortId, quantity = 1 }: Seats): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE "Course" SET "seatsTaken" = "seatsTaken" + ${quantity}::int
    WHERE "id" = ${courseId}::uuid AND "state" = 'published' AND ("seats" IS NULL OR "seatsTaken" + ${quantity}::int <= "seats")`;
  if (taken === 0 || !cohortId) return taken > 0;
  const inCohort = await tx.$executeRaw`
    UPDATE "Cohort" SET "seatsTaken" = "seatsTaken" + ${quantity}::int
    WHERE "id" = ${cohortId}::uuid AND "courseId" = ${courseId}::uuid
      AND ("seats" IS NULL OR "seatsTaken" + ${quantity}::int <= "seats")`;
  if (inCohort === 0) await freeSeat(tx, { courseId, cohortId: null, quantity });
  return inCohort > 0;
}
