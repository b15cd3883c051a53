import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canEnrol } from "./enrolment-access.ts";
import { enrolmentRefused } from "./enrolment-errors.ts";
import { loadEnrolmentFacts } from "./enrolment-facts.server.ts";
import { givePlace } from "./give-place.server.ts";

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
    const { enrolmentId } = await givePlace(tx, { ...place, seat: "take" });
    return { enrolmentId, courseSlug: course.slug };
  });
}
