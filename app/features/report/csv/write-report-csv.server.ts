import { writeCsv } from "#app/platform/csv/write-csv.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import type { ReportPart } from "../report-parts.ts";
import { tableOfGrades, tableOfLectures, tableOfLessons, tableOfQuestions } from "./lesson-tables.server.ts";
import type { ReportTable, TableWords } from "./report-table.ts";
import { tableOfCompletions, tableOfDurations, tableOfEnrolments } from "./time-tables.server.ts";

type TableContext = Pick<PersonContext, "db" | "clock" | "locale">;

const tables: Record<
  ReportPart,
  (ctx: TableContext, course: ReportedCourse, words: TableWords) => Promise<ReportTable>
> = {
  enrolments: tableOfEnrolments,
  completions: tableOfCompletions,
  lessons: tableOfLessons,
  duration: tableOfDurations,
  questions: tableOfQuestions,
  lectures: tableOfLectures,
  grades: tableOfGrades,
};

/** What a part of the reports shows, as CSV in the reader's language. Days are those of her time zone. */
export async function writeReportCsv(
  ctx: TableContext,
  { course, part }: { course: ReportedCourse; part: ReportPart },
): Promise<string> {
  const word = serverWords(ctx.locale).of("report");
  const names = new Map(course.cohorts.map(({ id, names: of }) => [id, pickTranslated(of, ctx.locale).text]));
  const { head, rows } = await tables[part](ctx, course, {
    heads: (...columns) => columns.map((column) => word(`csv.${column}`)),
    cohort: (cohortId) => (cohortId === null ? word("filter.noCohort") : (names.get(cohortId) ?? "")),
    title: (titles) => pickTranslated(titles, ctx.locale).text,
    word,
  });
  return writeCsv(head, rows);
}
