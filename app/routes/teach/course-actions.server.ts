import { data } from "react-router";
import { z } from "zod";
import { addLecture } from "#app/features/lecture/editing/add-lecture.server.ts";
import { addLessonSchema } from "#app/features/lesson/add-lesson-schema.ts";
import { addQuiz } from "#app/features/quiz/building/add-quiz.server.ts";
import { checkRelease } from "#app/features/release/check-release.server.ts";
import { releaseCourse } from "#app/features/release/release-course.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };

const releaseSchema = z.object({ notes: z.string().trim().max(1_000).optional() });

/** Does what a form of the page asks for by its `intent`. */
export async function courseActions(input: Input) {
  const intent = input.form.get("intent");
  if (intent === "add-lecture" || intent === "add-quiz") return addLesson(input, intent);
  if (intent === "release") return release(input);
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

async function release(input: Input) {
  const { form, params, href } = input;
  const refused = await handleForm({
    form,
    schema: releaseSchema,
    run: async ({ notes }): Promise<never> => {
      const ctx = input.personCtx();
      const check = await checkRelease(ctx, params);
      if (!check) throw notFound();
      const { number, created } = await releaseCourse(ctx, { courseId: check.courseId, notes: notes || undefined });
      const done = created ? "release:notice.released" : "release:notice.unchanged";
      throw redirectWithNotice(href(`/teach/${params.course}`), done, { number });
    },
  });
  return data({ intent: "release" as const, result: refused.data.result }, refused.init ?? undefined);
}
