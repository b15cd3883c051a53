import type { z } from "zod";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addLesson } from "../add-lesson.server.ts";
import type { addLessonSchema } from "../add-lesson-schema.ts";

const MINUTES = 10;

/** Adds a lesson of text to a section of a course's draft, and answers its slug. Throws as `addLesson` does. */
export async function addText(
  ctx: Pick<PersonContext, "db" | "actor">,
  input: { course: string } & z.output<typeof addLessonSchema>,
): Promise<{ slug: string; id: string }> {
  return addLesson(ctx, { ...input, kind: "text", minutes: MINUTES }, async () => undefined);
}
