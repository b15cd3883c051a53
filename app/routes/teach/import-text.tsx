import { data } from "react-router";
import { z } from "zod";
import { ImportForm } from "#app/features/lesson/components/editing/import-form.tsx";
import { TextFrame } from "#app/features/lesson/components/editing/text-frame.tsx";
import { textHref } from "#app/features/lesson/components/editing/text-href.ts";
import { openHistory } from "#app/features/lesson/history/open-history.server.ts";
import { importText } from "#app/features/lesson/importing/import-text.server.ts";
import { MOST_IMPORTED } from "#app/features/lesson/importing/imported-text.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Route } from "./+types/import-text";

const params = z.object({ course: z.string(), lesson: z.string() });
const search = z.object({ language: localeSchema });

const schema = z.object({
  file: z
    .instanceof(File, { error: "lesson-text:import.errors.file" })
    .refine(({ size }) => size > 0, "lesson-text:import.errors.file"),
  mode: z.enum(["replace", "append"]),
});

export const loader = declareLoader({
  access: "teaching",
  params,
  search,
  load: ({ personCtx, params, search }) => openHistory(personCtx(), { ...params, ...search }),
});

export const action = declareAction({
  access: "teaching",
  params,
  search,
  // The file, and the fields around it.
  limit: MOST_IMPORTED + 64 * 1024,
  act: async ({ personCtx, params, search: { language: locale }, form, href }) => {
    const ctx = personCtx();
    await openHistory(ctx, { ...params, language: locale });
    const answer = await handleForm({
      form,
      schema,
      run: async ({ file: given, mode }) => {
        const file = { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) };
        const { leftOut } = await importText(ctx, { ...params, locale, file, mode });
        if (leftOut.length > 0) return { leftOut };
        throw redirectWithNotice(href(textHref({ ...params, language: locale })), "lesson-text:import.done");
      },
      fieldOf: (code) => (code === "changedMeanwhile" ? undefined : "file"),
    });
    if ("leftOut" in answer) return { leftOut: answer.leftOut, result: undefined };
    return data({ leftOut: undefined, result: answer.data.result }, answer.init ?? undefined);
  },
});

export default function ImportText({ loaderData, actionData }: Route.ComponentProps) {
  const { course, lesson, locale } = loaderData;
  const address = { course: course.slug, lesson: lesson.slug, language: locale };
  return (
    <TextFrame editor={loaderData} room="import">
      <ImportForm address={address} leftOut={actionData?.leftOut} result={actionData?.result} />
    </TextFrame>
  );
}
