import { findLectureReport } from "#app/features/lecture/watching/find-lecture-report.server.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/lecture/watching/report-schema.ts";
import { writeHeatCsv } from "#app/features/lecture/watching/write-heat-csv.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** How a lecture is watched, for a spreadsheet. */
export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: { cohort, length } }) => {
    const ctx = personCtx();
    const { shown } = await findLectureReport(ctx, { ...params, cohortId: cohort, length });
    if (!shown) throw notFound();
    const t = serverWords(ctx.locale).of("watching");
    return new Response(
      writeHeatCsv(shown.heat, (figure) => t(`csv.${figure}`)),
      { headers: csvHeaders(`${params.course}-${params.lesson}.csv`) },
    );
  },
});
