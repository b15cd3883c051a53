import { data } from "react-router";
import { z } from "zod";
import { checkRelease } from "#app/features/release/check-release.server.ts";
import { releaseCourse } from "#app/features/release/release-course.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

const releaseSchema = z.object({ notes: z.string().trim().max(1_000).optional() });

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };

/** Releases the draft of the course of a page, and returns to `page`. */
export async function releaseAction(input: Input, page: string) {
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
      throw redirectWithNotice(href(page), done, { number });
    },
  });
  return data({ intent: "release" as const, result: refused.data.result }, refused.init ?? undefined);
}
