import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import type { CourseState, EnrolmentState, InstructorRole } from "#app/platform/db/generated/enums.ts";
import type { Wait } from "./wait-for.ts";

export type PlaceInCourse = {
  course: { state: CourseState };
  /** The actor's own. */
  enrolment: { state: EnrolmentState; startsAt: Date | null; accessUntil: Date | null } | null;
  /** The actor's role in the course. */
  role: InstructorRole | null;
};

/**
 * - `learn`: it is hers to read and to complete
 * - `preview`: anybody may read it
 * - `teach`: she may read it because the course is hers to teach or to administer
 * - `early`: it opens when her cohort starts
 * - `later`: it opens at a time of its own
 * - `first`: it opens when she has completed others
 * - `ended`: the time in which she might read is over
 * - `enrol`, `signIn`: what she must do first
 * - `hidden`: for her it does not exist
 */
export type LessonAccess = "learn" | "preview" | "teach" | Closed | "enrol" | "signIn" | "hidden";

/** What may keep a lesson from somebody who has a place in the course. */
export type Closed = "early" | "later" | "first" | "ended";

/** Those by which what is in a lesson is hers to read. */
export function isReadable(access: LessonAccess): access is "learn" | "preview" | "teach" {
  return access === "learn" || access === "preview" || access === "teach";
}

/**
 * Whether `actor` may read a lesson of a course, and as what. `wait` is what `waitFor` says of the lesson for her;
 * what keeps a learner out does not keep out those who teach, nor anybody from a free preview.
 */
export function canReadLesson(
  actor: Actor,
  { course, enrolment, role }: PlaceInCourse,
  { preview, wait, now }: { preview: boolean; wait: Wait["for"] | null; now: Date },
): LessonAccess {
  const teaches = isAdmin(actor) || (actor?.instructorId != null && role !== null);
  if (course.state === "draft") return teaches ? "teach" : "hidden";
  const open = preview && course.state === "published";
  if (actor && enrolment?.state === "active") {
    const closed = closedBy(enrolment, { wait, now });
    if (closed === null) return "learn";
    if (teaches) return "teach";
    return open ? "preview" : closed;
  }
  if (teaches) return "teach";
  if (open) return "preview";
  if (course.state === "archived") return "hidden";
  return actor ? "enrol" : "signIn";
}

function closedBy(
  { startsAt, accessUntil }: NonNullable<PlaceInCourse["enrolment"]>,
  { wait, now }: { wait: Wait["for"] | null; now: Date },
): Closed | null {
  if (startsAt !== null && startsAt > now) return "early";
  if (accessUntil !== null && accessUntil <= now) return "ended";
  return wait;
}
