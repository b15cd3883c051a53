import { z } from "zod";
import { findMarkdown } from "#app/features/lesson/importing/find-markdown.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

/** A lesson's text in one language as a file of Markdown, as academy packages hold it. */
export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string() }),
  search: z.object({ language: localeSchema }),
  load: async ({ personCtx, params, search: { language } }) => {
    const markdown = await findMarkdown(personCtx(), { ...params, locale: language });
    return new Response(markdown, {
      headers: {
        "Content-Type": "text/markdown; charset=utf-8",
        "Content-Disposition": `attachment; filename="${encodeURIComponent(params.lesson)}.${language}.md"`,
        "Cache-Control": "no-store",
      },
    });
  },
});
