import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import type { CourseState, EnrolmentState, InstructorRole } from "#app/platform/db/generated/enums.ts";

/** Why somebody cannot enrol now. Each has a message `enrolment:errors.<reason>`. */
export const enrolmentRefusals = [
  "signIn",
  "verifyEmail",
  "notPublished",
  "paymentNeeded",
  "suspended",
  "takenBack",
  "prerequisites",
  "notOpenYet",
  "closed",
  "full",
  "cohortNeeded",
  "noCohort",
  "cohortNotOpenYet",
  "cohortClosed",
  "cohortFull",
] as const;
export type EnrolmentRefusal = (typeof enrolmentRefusals)[number];

export type Decision = { allowed: true } | { allowed: false; reason: EnrolmentRefusal };

type Window = { enrolmentOpensAt: Date | null; enrolmentClosesAt: Date | null };
type Seats = { seats: number | null; seatsTaken: number };

export type CohortToJoin = Window & Seats & { id: string; startsAt: Date; endsAt: Date };

export type CourseToEnrolIn = Window &
  Seats & {
    state: CourseState;
    /** Minor units. */
    priceAmount: number;
    selfPaced: boolean;
    /** How many courses must be finished first and are not. */
    missingPrerequisites: readonly unknown[];
    /** The learner's own place, if she ever had one. */
    enrolment: { state: EnrolmentState; cohortId: string | null; revokedAt: Date | null } | null;
  };

const refuse = (reason: EnrolmentRefusal): Decision => ({ allowed: false, reason });
const allowed: Decision = { allowed: true };

/** Seats still free; null where there is no limit. */
export function freeSeats({ seats, seatsTaken }: Seats): number | null {
  return seats === null ? null : Math.max(0, seats - seatsTaken);
}

/** Whether a place in this cohort can be had now. */
export function canJoinCohort(cohort: CohortToJoin, now: Date): Decision {
  if (cohort.enrolmentOpensAt && now < cohort.enrolmentOpensAt) return refuse("cohortNotOpenYet");
  if (now >= (cohort.enrolmentClosesAt ?? cohort.endsAt) || now >= cohort.endsAt) return refuse("cohortClosed");
  if (freeSeats(cohort) === 0) return refuse("cohortFull");
  return allowed;
}

/** What is asked of a first enrolment only: she who comes back has met it before, unless that was taken from her. */
function canBegin(actor: Actor, course: CourseToEnrolIn): Decision {
  if (!actor) return refuse("signIn");
  if (!actor.emailVerified) return refuse("verifyEmail");
  if (course.missingPrerequisites.length > 0) return refuse("prerequisites");
  if (course.priceAmount > 0) return refuse("paymentNeeded");
  return allowed;
}

/** Whether `actor` may take a place in the course, apart from the choice of a cohort. */
export function canTakePlace(actor: Actor, course: CourseToEnrolIn, now: Date): Decision {
  if (course.state !== "published") return refuse("notPublished");
  if (course.enrolmentOpensAt && now < course.enrolmentOpensAt) return refuse("notOpenYet");
  if (course.enrolmentClosesAt && now >= course.enrolmentClosesAt) return refuse("closed");
  if (freeSeats(course) === 0) return refuse("full");
  if (!actor) return refuse("signIn");
  if (course.enrolment?.state === "suspended") return refuse("suspended");
  return course.enrolment && !course.enrolment.revokedAt ? allowed : canBegin(actor, course);
}

/** Whether `actor` may enrol in the course now, in `cohort` if one is chosen. */
export function canEnrol(
  actor: Actor,
  course: CourseToEnrolIn,
  { cohort, now }: { cohort: CohortToJoin | null; now: Date },
): Decision {
  const place = canTakePlace(actor, course, now);
  if (!place.allowed) return place;
  if (cohort) return canJoinCohort(cohort, now);
  return course.selfPaced ? allowed : refuse("cohortNeeded");
}

/** Whether `actor`, who may tend its learners, may open a place again: one that was taken back with its money only an admin. */
export function canPutBack(actor: Actor, place: { revokedAt: Date | null }): boolean {
  return isAdmin(actor) || place.revokedAt === null;
}

/** Whether `actor` may see who learns in a course and how far they are. `role` is hers in that course. */
export function canSeeRoster(actor: Actor, { role }: { role: InstructorRole | null }): boolean {
  return isAdmin(actor) || (actor !== null && actor.instructorId !== null && role !== null);
}
