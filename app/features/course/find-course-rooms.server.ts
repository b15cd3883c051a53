import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canEditCourse, canGradeCourse, canManageCourse } from "./course-access.ts";
import type { RoomRights } from "./course-rooms.ts";

/** Which rooms of a course the actor may enter. Throws 404 where the actor does not teach it, or it was deleted. */
export async function findCourseRooms(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<RoomRights> {
  const course = await db.course.findUnique({
    where: { slug },
    select: { deletedAt: true, instructors: { select: { instructorId: true, role: true } } },
  });
  if (!course || !canGradeCourse(actor, course)) throw notFound();
  return { teaches: true, edits: canEditCourse(actor, course), manages: canManageCourse(actor, course) };
}
