import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canEnrol } from "./enrolment-access.ts";
import { enrolmentRefused } from "./enrolment-errors.ts";
import { loadEnrolmentFacts } from "./enrolment-facts.server.ts";
import { freeSeat, takeSeat } from "./seats.server.ts";

type Enrolled = { enrolmentId: string; courseSlug: string };

/**
 * Gives the actor a place in a course, pinned to the release that is current now, or her old place back with its
 * release and progress. Somebody who has a place already keeps it as it is: asking twice is a success.
 * Throws 404 for a course or cohort that is not there, and the refusals of `canEnrol`.
 */
export async function enrolLearner(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug, cohortId }: { course: string; cohortId: string | null },
): Promise<Enrolled> {
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    const course = await loadEnrolmentFacts(tx, { course: slug, userId: actor.id, now });
    if (!course || course.state === "draft") throw notFound();
    if (course.enrolment?.state === "active") return { enrolmentId: course.enrolment.id, courseSlug: course.slug };
    const cohort = cohortId === null ? null : course.cohorts.find(({ id }) => id === cohortId);
    if (cohort === undefined) throw notFound();
    const decision = canEnrol(actor, course, { cohort, now });
    if (!decision.allowed) throw enrolmentRefused(decision.reason);
    const place = { courseId: course.id, userId: actor.id, cohortId, now };
    const enrolmentId = course.enrolment ? await comeBack(tx, place) : await begin(tx, place);
    return { enrolmentId, courseSlug: course.slug };
  });
}

type Place = { courseId: string; userId: string; cohortId: string | null; now: Date };

/**
 * The seat is taken first and the enrolment written after it. Taking the seat locks the course's row, so that two
 * requests of one person come one after the other, and the second finds the first one's enrolment.
 */
async function begin(tx: Tx, { courseId, userId, cohortId, now }: Place): Promise<string> {
  const { releaseId } = await takeSeat(tx, { courseId, cohortId });
  const other = await tx.enrolment.findUnique({
    where: { userId_courseId: { userId, courseId } },
    select: { id: true, cohortId: true },
  });
  if (other) {
    await freeSeat(tx, { courseId, cohortId });
    return other.id;
  }
  const [created] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Enrolment" ("userId", "courseId", "cohortId", "releaseId", "enrolledAt", "accessUntil",
      "required", "countedThrough")
    SELECT ${userId}::uuid, ${courseId}::uuid, ${cohortId}::uuid, r."id", ${now},
      -- Whoever joins a run that has begun has as many days as who enrols by herself.
      (SELECT greatest(k."startsAt", ${now}) + c."accessDays" * interval '24 hours' FROM "Course" c
        LEFT JOIN "Cohort" k ON k."id" = ${cohortId}::uuid WHERE c."id" = r."courseId"),
      (SELECT count(*)::int FROM "ReleaseLesson" l WHERE l."releaseId" = r."id" AND l."required"), r."number"
    FROM "Release" r WHERE r."id" = ${releaseId}::uuid
    RETURNING "id"`;
  if (!created) throw notFound();
  return created.id;
}

/** Only the request that turns the place active takes a seat. */
async function comeBack(tx: Tx, { courseId, userId, cohortId }: Place): Promise<string> {
  const returned = await tx.enrolment.updateMany({
    where: { userId, courseId, state: "withdrawn" },
    data: { state: "active", withdrawnAt: null, cohortId },
  });
  if (returned.count > 0) await takeSeat(tx, { courseId, cohortId });
  const { id } = await tx.enrolment.findUniqueOrThrow({
    where: { userId_courseId: { userId, courseId } },
    select: { id: true },
  });
  return id;
}
