import { z } from "zod";
import { exportFormats } from "#app/features/quiz/exchange/exchange-formats.ts";
import { sayExportLosses } from "#app/features/quiz/exchange/say-exchange.ts";
import { exportQuestions } from "#app/features/quiz/export-questions.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

const MOST_IDS = 1_000;

const search = z.object({
  format: z.enum(exportFormats).default("yaml"),
  category: z.uuid().optional(),
  /** With commas between them. */
  ids: z
    .string()
    .transform((ids) => ids.split(",").filter((id) => id !== ""))
    .pipe(z.array(z.uuid()).min(1).max(MOST_IDS))
    .optional(),
});

/** Questions of a bank as a file: all, those of a category, or those chosen. */
export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search,
  load: async ({ personCtx, params, search }) => {
    const ctx = personCtx();
    const t = serverWords(ctx.locale).of("question-import");
    const { file } = await exportQuestions(ctx, {
      ...params,
      ...search,
      sayLosses: (report) => sayExportLosses(t, report),
    });
    return new Response(file.bytes, {
      headers: {
        "Content-Type": file.contentType,
        "Content-Disposition": `attachment; filename="${file.name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});
