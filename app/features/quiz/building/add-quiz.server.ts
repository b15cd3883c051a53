import type { z } from "zod";
import { addLesson } from "#app/features/lesson/add-lesson.server.ts";
import type { addLessonSchema } from "#app/features/lesson/add-lesson-schema.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { QuizPlan } from "../quiz-plan.ts";
import { usualRules } from "../quiz-rules.ts";

const MINUTES = 10;
const emptyPlan: QuizPlan = { sections: [] };

/**
 * Adds a quiz without questions and with the usual rules to a section of a course's draft, and answers its slug.
 * Throws as `addLesson` does.
 */
export async function addQuiz(
  ctx: Pick<PersonContext, "db" | "actor">,
  input: { course: string } & z.output<typeof addLessonSchema>,
): Promise<{ slug: string; id: string }> {
  return addLesson(ctx, { ...input, kind: "quiz", minutes: MINUTES }, (tx, { id, courseId }) =>
    tx.quiz.create({ data: { lessonId: id, courseId, rules: usualRules, plan: emptyPlan } }),
  );
}
