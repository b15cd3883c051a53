import { notFound } from "#app/platform/errors/errors.ts";
import { canManageCourse } from "../course-access.ts";
import type { DraftAsker } from "../open-course-draft.server.ts";

/**
 * A course of which the actor is the owner, or an admin, and its row locked until the transaction ends. Throws 404 for
 * others, and where it was deleted unless `deleted` says that those are meant.
 */
export async function openManagedCourse(
  { db, actor }: DraftAsker,
  { course: slug, deleted = false }: { course: string; deleted?: boolean },
) {
  await db.$queryRaw`select 1 from "Course" where "slug" = ${slug} for update`;
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, state: true, stateBefore: true, deletedAt: true, currentReleaseId: true },
      instructors: { select: { instructorId: true, role: true } },
    },
  });
  if (!course || (course.deletedAt !== null) !== deleted || !canManageCourse(actor, course)) throw notFound();
  return course;
}
