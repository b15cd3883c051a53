import type { z } from "zod";
import { addLesson } from "#app/features/lesson/add-lesson.server.ts";
import type { addLessonSchema } from "#app/features/lesson/add-lesson-schema.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/** Adds a lecture to a section of a course's draft, and answers its slug. Throws as `addLesson` does. */
export async function addLecture(
  ctx: Pick<PersonContext, "db" | "actor">,
  input: { course: string } & z.output<typeof addLessonSchema>,
): Promise<{ slug: string; id: string }> {
  return addLesson(ctx, { ...input, kind: "lecture", minutes: 1 }, (tx, { id, courseId }) =>
    tx.lecture.create({ data: { lessonId: id, courseId } }),
  );
}
