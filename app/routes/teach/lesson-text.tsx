import { z } from "zod";
import { MarkdownForm } from "#app/features/lesson/components/editing/markdown-form.tsx";
import { TextFrame } from "#app/features/lesson/components/editing/text-frame.tsx";
import { TextDesk } from "#app/features/lesson/components/saving/text-desk.tsx";
import { findTextEditor } from "#app/features/lesson/editing/find-text-editor.server.ts";
import { InBrowser } from "#app/platform/browser/in-browser.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Route } from "./+types/lesson-text";
import { markdownTextAction } from "./lesson-text-action.server.ts";

const params = z.object({ course: z.string(), lesson: z.string() });
const search = z.object({ language: localeSchema.optional() });

export const loader = declareLoader({
  access: "teaching",
  params,
  search,
  load: async ({ personCtx, params, search }) => {
    const ctx = personCtx();
    return { ...(await findTextEditor(ctx, { ...params, ...search })), owner: ctx.actor.id };
  },
});

export const action = declareAction({ access: "teaching", params, search, act: (input) => markdownTextAction(input) });

export default function LessonTextPage({ loaderData, actionData }: Route.ComponentProps) {
  const { course, lesson, locale, owner, text, markdown } = loaderData;
  const { title = "", summary = "", updatedAt = null } = text ?? {};
  return (
    <TextFrame editor={loaderData} room="text">
      <noscript>
        <MarkdownForm locale={locale} text={{ title, summary, markdown, updatedAt }} answer={actionData} />
      </noscript>
      <InBrowser key={`${lesson.id} ${locale}`}>
        {() => <TextDesk {...{ course, locale, owner, text }} lesson={lesson.slug} />}
      </InBrowser>
    </TextFrame>
  );
}
