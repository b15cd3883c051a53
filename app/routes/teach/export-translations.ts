import { z } from "zod";
import { exportXliff } from "#app/features/lesson/translation/xliff/exchange-translations.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

/** Translations of a course into a language as an XLIFF file: of all its lessons, or of one. */
export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: z.object({
    language: localeSchema,
    lesson: z
      .string()
      .optional()
      .transform((slug) => slug || undefined),
  }),
  load: async ({ personCtx, params, search }) => {
    const { name, xliff } = await exportXliff(personCtx(), { ...params, ...search });
    return new Response(xliff, {
      headers: {
        "Content-Type": "application/xliff+xml; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});
