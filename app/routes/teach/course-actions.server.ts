import { data } from "react-router";
import { addLecture } from "#app/features/lecture/editing/add-lecture.server.ts";
import { addLessonSchema } from "#app/features/lesson/add-lesson-schema.ts";
import { addQuiz } from "#app/features/quiz/building/add-quiz.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };

/** Does what a form of the page asks for by its `intent`. */
export async function courseActions(input: Input) {
  const intent = input.form.get("intent");
  if (intent === "add-lecture" || intent === "add-quiz") return addLesson(input, intent);
  throw notFound();
}

const adders = {
  "add-lecture": { add: addLecture, done: "lecture-editor:notice.added", page: "" },
  "add-quiz": { add: addQuiz, done: "quiz-editor:notice.added", page: "/quiz" },
} as const;

async function addLesson(input: Input, intent: keyof typeof adders) {
  const { form, params, href } = input;
  const { add, done, page } = adders[intent];
  const refused = await handleForm({
    form,
    schema: addLessonSchema,
    run: async (given): Promise<never> => {
      const { slug } = await add(input.personCtx(), { ...params, ...given });
      throw redirectWithNotice(href(`/teach/${params.course}/${slug}${page}`), done);
    },
  });
  const section = String(form.get("section"));
  return data({ intent, section, result: refused.data.result }, refused.init ?? undefined);
}
