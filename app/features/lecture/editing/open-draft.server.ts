import { type DraftAsker, openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";

/** A lesson of a draft that the actor may edit whose body is a lecture. Throws 404 where there is none. */
export async function openLectureDraft(asker: DraftAsker, address: { course: string; lesson: string }) {
  const course = await openCourseDraft(asker, address);
  const lesson = await asker.db.lesson.findUnique({
    where: { courseId_slug: { courseId: course.id, slug: address.lesson } },
    select: { id: true, slug: true, kind: true, minutes: true },
  });
  if (lesson?.kind !== "lecture") throw notFound();
  return { course, lesson };
}
