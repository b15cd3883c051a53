import { type DraftAsker, openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { LessonKind } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";

/** A lesson, of a kind where one is named, in a draft that the actor may edit. Throws 404 where there is none. */
export async function openLessonDraft(
  asker: DraftAsker,
  { kind, ...address }: { kind?: LessonKind; course: string; lesson: string },
) {
  const course = await openCourseDraft(asker, address);
  const lesson = await asker.db.lesson.findUnique({
    where: { courseId_slug: { courseId: course.id, slug: address.lesson }, removedAt: null },
    select: { id: true, slug: true, kind: true, minutes: true },
  });
  if (!lesson || (kind !== undefined && lesson.kind !== kind)) throw notFound();
  return { course, lesson };
}
