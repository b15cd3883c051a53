import type { Tx } from "#app/platform/db/client.server.ts";

/** Any number, with the course's: those who grade in one course wait for no other. */
const GRADING_LOCK = 7_731_001;

/** Held in common by whoever grades an attempt of an enrolment ($1), to the end of the transaction. */
export const SHARE_GRADING = `
SELECT pg_advisory_xact_lock_shared(${GRADING_LOCK}::int, hashtext("courseId"::text)) FROM "Enrolment" WHERE "id" = $1`;

/** Grades beside others in the enrolment's course, and not while a key is being corrected there. */
export async function shareGrading(tx: Tx, { enrolmentId }: { enrolmentId: string }): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${GRADING_LOCK}::int, hashtext("courseId"::text))
    FROM "Enrolment" WHERE "id" = ${enrolmentId}::uuid`;
}

/** To the end of the transaction nobody else grades in the course: what is corrected meanwhile is missed by none. */
export async function holdGrading(tx: Tx, { courseId }: { courseId: string }): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${GRADING_LOCK}::int, hashtext(${courseId}))`;
}
