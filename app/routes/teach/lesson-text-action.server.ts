import { data } from "react-router";
import { textHref } from "#app/features/lesson/components/editing/text-href.ts";
import { markdownTextSchema } from "#app/features/lesson/editing/lesson-text-schema.ts";
import { saveMarkdownText } from "#app/features/lesson/editing/save-markdown-text.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

type Input = RouteInput<{ course: string; lesson: string }, unknown> & { form: FormData };

/** Saves a lesson's text in one language from Markdown, and returns to its page. */
export async function markdownTextAction({ form, params, href, personCtx }: Input) {
  const locale = localeSchema.safeParse(form.get("locale"));
  if (!locale.success) throw notFound();
  const page = textHref({ ...params, language: locale.data });
  const answer = await handleForm({
    form,
    schema: markdownTextSchema,
    run: async (given) => {
      const saved = await saveMarkdownText(personCtx(), { ...params, ...given });
      if (saved.ok) throw redirectWithNotice(href(page), "lesson-editor:saved");
      const { title, summary, markdown } = given;
      return { problems: saved.problems, typed: { title, summary, markdown } };
    },
  });
  if ("problems" in answer) return data({ locale: locale.data, ...answer }, { status: 422 });
  return data({ locale: locale.data, ...answer.data }, answer.init ?? undefined);
}
