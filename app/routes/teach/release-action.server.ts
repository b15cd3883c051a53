import { data } from "react-router";
import { z } from "zod";
import { bringBackRelease } from "#app/features/release/bring-back-release.server.ts";
import { checkRelease } from "#app/features/release/check-release.server.ts";
import { tryLinks } from "#app/features/release/links/try-links.server.ts";
import { releaseCourse } from "#app/features/release/release-course.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

/** What is new, in fields called `notes.ar`; languages in which nothing is written are left out. */
const releaseSchema = z.object({
  notes: z
    .partialRecord(localeSchema, z.string().trim().max(1_000))
    .default({})
    .transform((notes): Translated => Object.fromEntries(Object.entries(notes).filter(([, text]) => text !== ""))),
});
const bringBackSchema = z.object({ number: z.coerce.number().int().positive() });

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };

/** Does what a form of the room asks for by its `intent`. */
export async function releaseRoomActions(input: Input) {
  const { params, form, href } = input;
  const page = `/teach/${params.course}/release`;
  switch (form.get("intent")) {
    case "release":
      return releaseAction(input, page);
    case "bring-back":
      return bringBack(input, page);
    case "try-links":
      await tryLinks(input.personCtx(), params);
      throw redirectWithNotice(href(page), "release:notice.tryingLinks");
    default:
      throw notFound();
  }
}

async function bringBack(input: Input, page: string) {
  const { form, params, href } = input;
  const refused = await handleForm({
    form,
    schema: bringBackSchema,
    run: async ({ number: older }): Promise<never> => {
      const { number } = await bringBackRelease(input.personCtx(), { ...params, number: older });
      throw redirectWithNotice(href(page), "release:notice.broughtBack", { number, older });
    },
  });
  return data({ intent: "bring-back" as const, result: refused.data.result }, refused.init ?? undefined);
}

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
      const { number, created } = await releaseCourse(ctx, { courseId: check.courseId, notes });
      const done = created ? "release:notice.released" : "release:notice.unchanged";
      throw redirectWithNotice(href(page), done, { number });
    },
  });
  return data({ intent: "release" as const, result: refused.data.result }, refused.init ?? undefined);
}
