import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canJoinCohort } from "./enrolment-access.ts";
import { enrolmentRefused } from "./enrolment-errors.ts";
import { loadEnrolmentFacts } from "./enrolment-facts.server.ts";
import { freeCohortSeat, takeCohortSeat } from "./seats.server.ts";

/**
 * Moves the actor's place to another cohort of the course, or to her own pace (`cohortId` null) where the course
 * allows that. Progress and release stay, and
 * her time in the course does not become less. Throws 404 without an active place or such a cohort, and the refusals of
 * `canJoinCohort`.
 */
export async function changeCohort(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug, cohortId }: { course: string; cohortId: string | null },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const now = clock.now();
    const course = await loadEnrolmentFacts(tx, { course: slug, userId: actor.id, now });
    if (!course?.enrolment) throw notFound();
    const cohort = course.cohorts.find(({ id }) => id === cohortId);
    if (cohortId !== null && !cohort) throw notFound();
    if (cohortId === null && !course.selfPaced) throw enrolmentRefused("cohortNeeded");
    const [held] = await tx.$queryRaw<{ cohortId: string | null }[]>`
      SELECT "cohortId" FROM "Enrolment"
      WHERE "id" = ${course.enrolment.id}::uuid AND "state" = 'active' FOR NO KEY UPDATE`;
    if (!held) throw notFound();
    if (held.cohortId === cohortId) return;
    const decision = cohort && canJoinCohort(cohort, now);
    if (decision && !decision.allowed) throw enrolmentRefused(decision.reason);
    if (held.cohortId) await freeCohortSeat(tx, held.cohortId);
    if (cohortId) await takeCohortSeat(tx, { courseId: course.id, cohortId });
    await tx.enrolment.update({ where: { id: course.enrolment.id }, data: { cohortId } });
    if (cohortId) await renewAccess(tx, { enrolmentId: course.enrolment.id, now });
  });
}

/** Who has a time in the course has at least as much of it in her new cohort as anybody who joins that now. */
async function renewAccess(tx: Tx, { enrolmentId, now }: { enrolmentId: string; now: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Enrolment" e SET "accessUntil" =
      greatest(e."accessUntil", greatest(k."startsAt", ${now}) + c."accessDays" * interval '24 hours')
    FROM "Cohort" k JOIN "Course" c ON c."id" = k."courseId"
    WHERE e."id" = ${enrolmentId}::uuid AND k."id" = e."cohortId" AND e."accessUntil" IS NOT NULL`;
}
