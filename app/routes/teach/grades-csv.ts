import { gradebookAddressSchema, gradebookChoiceSchema } from "#app/features/gradebook/gradebook-schema.ts";
import { streamGrades } from "#app/features/gradebook/stream-grades.server.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** The grades of a course, for a spreadsheet; what is changed there can be imported again. */
export const loader = declareLoader({
  access: "teaching",
  params: gradebookAddressSchema,
  search: gradebookChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const t = serverWords(ctx.locale).of("gradebook");
    const table = await streamGrades(ctx, { ...params, choice, word: (column) => t(`csv.${column}`) });
    return new Response(table, { headers: csvHeaders(`${params.course}-grades.csv`) });
  },
});
