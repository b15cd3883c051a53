import { data } from "react-router";
import { z } from "zod";
import { addLecture } from "#app/features/lecture/editing/add-lecture.server.ts";
import { addLectureSchema } from "#app/features/lecture/editing/edit-schema.ts";
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
  if (intent === "add-lecture") return add(input);
  if (intent === "release") return release(input);
  throw notFound();
}

async function add(input: Input) {
  const { form, params, href } = input;
  const refused = await handleForm({
    form,
    schema: addLectureSchema,
    run: async (given): Promise<never> => {
      const { slug } = await addLecture(input.personCtx(), { ...params, ...given });
      throw redirectWithNotice(href(`/teach/${params.course}/${slug}`), "lecture-editor:notice.added");
    },
  });
  const section = String(form.get("section"));
  return data({ intent: "add-lecture" as const, section, result: refused.data.result }, refused.init ?? undefined);
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
