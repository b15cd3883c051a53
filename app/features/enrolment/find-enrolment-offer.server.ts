import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { canJoinCohort, canTakePlace, type EnrolmentRefusal, freeSeats } from "./enrolment-access.ts";
import { type EnrolmentFacts, loadEnrolmentFacts } from "./enrolment-facts.server.ts";

/** What the screen shows of enrolling in a course: whether it can be done now, in which cohorts, and why not. */
export type EnrolmentOffer = Pick<EnrolmentFacts, "slug" | "selfPaced" | "enrolmentOpensAt" | "enrolmentClosesAt"> & {
  /** Null where there is no limit. */
  freeSeats: number | null;
  /** Her own place, if she ever had one. */
  enrolment: EnrolmentFacts["enrolment"];
  /** Why nobody, or not this person, can enrol. A guest is not refused for being one: she is asked to sign in. */
  refusal: EnrolmentRefusal | null;
  /** Courses to finish first. */
  prerequisites: EnrolmentFacts["missingPrerequisites"];
  cohorts: (Omit<EnrolmentFacts["cohorts"][number], "seats" | "seatsTaken"> & {
    freeSeats: number | null;
    refusal: EnrolmentRefusal | null;
  })[];
};

/** What a person is offered on the page of a course; one query. Throws 404 where there is no such course. */
export async function findEnrolmentOffer(
  { db, actor, clock }: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { course: slug }: { course: string },
): Promise<EnrolmentOffer> {
  const now = clock.now();
  const facts = await loadEnrolmentFacts(db, { course: slug, userId: actor?.id ?? null, now });
  if (!facts) throw notFound();
  const { seats, seatsTaken, cohorts, missingPrerequisites, enrolment, selfPaced } = facts;
  const place = canTakePlace(actor, facts, now);
  const offered = cohorts.map(({ seats: places, seatsTaken: taken, ...cohort }) => {
    const decision = canJoinCohort({ ...cohort, seats: places, seatsTaken: taken }, now);
    return {
      ...cohort,
      freeSeats: freeSeats({ seats: places, seatsTaken: taken }),
      refusal: decision.allowed ? null : decision.reason,
    };
  });
  const nowhere = !selfPaced && offered.every(({ refusal }) => refusal !== null);
  const refusal = place.allowed || place.reason === "signIn" ? null : place.reason;
  return {
    ...{ slug: facts.slug, selfPaced, enrolment },
    ...{ enrolmentOpensAt: facts.enrolmentOpensAt, enrolmentClosesAt: facts.enrolmentClosesAt },
    freeSeats: freeSeats({ seats, seatsTaken }),
    refusal: refusal ?? (nowhere ? "noCohort" : null),
    prerequisites: missingPrerequisites,
    cohorts: offered,
  };
}
