import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import type { CourseState, InstructorRole } from "#app/platform/db/generated/enums.ts";

type CourseForAccess = { state: CourseState; instructors: { instructorId: string }[] };
type TaughtCourse = { instructors: { instructorId: string; role: InstructorRole }[] };
/** The rooms of a deleted course are closed to everybody, admins too, until it is put back. */
type CourseForTeaching = TaughtCourse & { deletedAt: Date | null };

/** Whether the public page of a course may be seen: a published one by anybody, any other by those who make it. */
export function canViewCourse(actor: Actor, course: CourseForAccess): boolean {
  if (course.state === "published" || isAdmin(actor)) return true;
  const instructorId = actor?.instructorId;
  return instructorId != null && course.instructors.some((instructor) => instructor.instructorId === instructorId);
}

/** Whether a course's draft may be seen and changed: by its owner and teachers and by admins, not by its assistants. */
export function canEditCourse(actor: Actor, course: CourseForTeaching): boolean {
  return canReleaseCourse(actor, course);
}

/** Whether a new course may be made, or brought in: by whoever has a public face as an instructor, and by admins. */
export function canCreateCourse(actor: Actor): boolean {
  return isAdmin(actor) || actor?.instructorId != null;
}

/** Whether a release of a course may be made: by its owner and teachers and by admins, not by its assistants. */
export function canReleaseCourse(actor: Actor, course: CourseForTeaching): boolean {
  if (course.deletedAt) return false;
  if (isAdmin(actor)) return true;
  const instructorId = actor?.instructorId;
  return (
    instructorId != null &&
    course.instructors.some((one) => one.instructorId === instructorId && one.role !== "assistant")
  );
}

/** Whether a course may be deleted, put back, and its instructors chosen: by its owner and by admins. */
export function canManageCourse(actor: Actor, course: TaughtCourse): boolean {
  if (isAdmin(actor)) return true;
  const instructorId = actor?.instructorId;
  return (
    instructorId != null && course.instructors.some((one) => one.instructorId === instructorId && one.role === "owner")
  );
}

/**
 * Whether a learner's place in a course may be changed: her time in it, lessons that are waived, attempts that are set
 * aside, grades given in place of earned ones. By its owner and teachers and by admins, not by its assistants.
 */
export function canTendLearners(actor: Actor, course: CourseForTeaching): boolean {
  return canReleaseCourse(actor, course);
}

/** Whether what learners do in a course may be seen as figures: by all who teach it, its assistants too. */
export function canSeeReports(
  actor: Actor,
  { role, deletedAt }: { role: InstructorRole | null; deletedAt: Date | null },
): boolean {
  if (deletedAt) return false;
  return isAdmin(actor) || (actor?.instructorId != null && role !== null);
}

/** Whether what learners answered may be read and graded: by all who teach the course, its assistants too. */
export function canGradeCourse(actor: Actor, course: CourseForTeaching): boolean {
  if (course.deletedAt) return false;
  if (isAdmin(actor)) return true;
  const instructorId = actor?.instructorId;
  return instructorId != null && course.instructors.some((one) => one.instructorId === instructorId);
}
