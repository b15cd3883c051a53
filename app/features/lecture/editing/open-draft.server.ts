import type { DraftAsker } from "#app/features/course/open-course-draft.server.ts";
import { openLessonDraft } from "#app/features/lesson/editing/open-lesson-draft.server.ts";

/** A lesson of a draft that the actor may edit whose body is a lecture. Throws 404 where there is none. */
export function openLectureDraft(asker: DraftAsker, address: { course: string; lesson: string }) {
  return openLessonDraft(asker, { ...address, kind: "lecture" });
}
