import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import type { CourseState, EnrolmentState, InstructorRole } from "#app/platform/db/generated/enums.ts";

export type PlaceInCourse = {
  course: { state: CourseState };
  /** The actor's own. */
  enrolment: { state: EnrolmentState; startsAt: Date | null } | null;
  /** The actor's role in the course. */
  role: InstructorRole | null;
};

/**
 * - `learn`: it is hers to read and to complete
 * - `preview`: anybody may read it
 * - `teach`: she may read it because the course is hers to teach or to administer
 * - `early`: it opens when her cohort starts
 * - `enrol`, `signIn`: what she must do first
 * - `hidden`: for her it does not exist
 */
export type LessonAccess = "learn" | "preview" | "teach" | "early" | "enrol" | "signIn" | "hidden";

/** Whether `actor` may read a lesson of a course, and as what. */
export function canReadLesson(
  actor: Actor,
  { course, enrolment, role }: PlaceInCourse,
  { preview, now }: { preview: boolean; now: Date },
): LessonAccess {
  const teaches = isAdmin(actor) || (actor?.instructorId != null && role !== null);
  if (course.state === "draft") return teaches ? "teach" : "hidden";
  const open = preview && course.state === "published";
  if (actor && enrolment?.state === "active") {
    if (enrolment.startsAt === null || enrolment.startsAt <= now) return "learn";
    if (teaches) return "teach";
    return open ? "preview" : "early";
  }
  if (teaches) return "teach";
  if (open) return "preview";
  if (course.state === "archived") return "hidden";
  return actor ? "enrol" : "signIn";
}
