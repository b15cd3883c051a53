import { data } from "react-router";
import { lessonTextSchema } from "#app/features/lesson/editing/lesson-text-schema.ts";
import { saveLessonText } from "#app/features/lesson/editing/save-lesson-text.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

type Kind = Parameters<typeof saveLessonText>[1]["kind"];
type Input = RouteInput<{ course: string; lesson: string }, unknown> & { form: FormData };

/** Saves a lesson's text in one language, and returns to `page`. */
export async function lessonTextAction(input: Input, { kind, page }: { kind: Kind; page: string }) {
  const locale = localeSchema.safeParse(input.form.get("locale"));
  if (!locale.success) throw notFound();
  const answer = await handleForm({
    form: input.form,
    schema: lessonTextSchema,
    run: async (given) => {
      const saved = await saveLessonText(input.personCtx(), { ...input.params, ...given, kind });
      if (saved.ok) throw redirectWithNotice(input.href(page), "lesson-editor:saved");
      const { title, summary, markdown } = given;
      return { problems: saved.problems, typed: { title, summary, markdown } };
    },
  });
  const text = { intent: "text" as const, locale: locale.data };
  if ("problems" in answer) return data({ ...text, ...answer }, { status: 422 });
  return data({ ...text, ...answer.data }, answer.init ?? undefined);
}
