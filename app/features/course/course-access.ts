import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import type { CourseState } from "#app/platform/db/generated/enums.ts";

type CourseForAccess = { state: CourseState; instructors: { instructorId: string }[] };

/** Whether the public page of a course may be seen: a published one by anybody, any other by those who make it. */
export function canViewCourse(actor: Actor, course: CourseForAccess): boolean {
  if (course.state === "published" || isAdmin(actor)) return true;
  const instructorId = actor?.instructorId;
  return instructorId != null && course.instructors.some((instructor) => instructor.instructorId === instructorId);
}
