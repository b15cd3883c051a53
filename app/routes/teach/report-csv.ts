import { writeReportCsv } from "#app/features/report/csv/write-report-csv.server.ts";
import { findReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportChoiceSchema, reportFileSchema } from "#app/features/report/report-schema.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** A part of a course's reports, for a spreadsheet. */
export const loader = declareLoader({
  access: "teaching",
  params: reportFileSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params: { course: slug, part }, search: choice }) => {
    const ctx = personCtx();
    const course = await findReportedCourse(ctx, { course: slug, choice });
    return new Response(await writeReportCsv(ctx, { course, part }), { headers: csvHeaders(`${slug}-${part}.csv`) });
  },
});
