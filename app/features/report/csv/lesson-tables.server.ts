import type { CsvCell } from "#app/platform/csv/write-csv.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findFunnel } from "../find-funnel.server.ts";
import { findGradeDistribution } from "../find-grade-distribution.server.ts";
import { findLectureHeats } from "../find-lecture-heats.server.ts";
import { findQuestionFigures } from "../find-question-figures.server.ts";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import type { GradeFigures } from "../grade-figures.ts";
import { numberCell, percentCell, type ReportTable, type TableWords } from "./report-table.ts";

type TableContext = Pick<PersonContext, "db" | "clock">;

/** One line for each lesson. */
export async function tableOfLessons(
  ctx: TableContext,
  course: ReportedCourse,
  words: TableWords,
): Promise<ReportTable> {
  const { lessons } = await findFunnel(ctx, course);
  const figures = ["asked", "opened", "completed", "stopped", "stoppedAfter", "here"] as const;
  const rows = lessons.map((lesson, place) => [
    place + 1,
    words.title(lesson.titles),
    words.word(lesson.required ? "csv.yes" : "csv.no"),
    ...figures.map((figure) => lesson[figure]),
  ]);
  return { head: words.heads("number", "lesson", "required", ...figures), rows };
}

/** One line for each version of a question, by quiz. */
export async function tableOfQuestions(
  ctx: TableContext,
  course: ReportedCourse,
  words: TableWords,
): Promise<ReportTable> {
  const questions = await findQuestionFigures(ctx, course);
  const rows = questions.map(({ titles, name, number, asked, graded, facility, discrimination, dropped }) => [
    words.title(titles),
    name,
    number,
    asked,
    graded,
    percentCell(facility),
    numberCell(discrimination),
    words.word(dropped ? "csv.yes" : "csv.no"),
  ]);
  const names = ["quiz", "question", "version", "timesAsked", "graded", "facility", "discrimination", "dropped"];
  return { head: words.heads(...names), rows };
}

/** One line for each part of each lecture. */
export async function tableOfLectures(
  ctx: TableContext,
  course: ReportedCourse,
  words: TableWords,
): Promise<ReportTable> {
  const lectures = await findLectureHeats(ctx, course);
  const figures = ["watched", "rewatched", "skipped", "unreached", "stopped"] as const;
  const rows = lectures.flatMap(({ titles, heat }) =>
    heat.columns.map((column) => [
      words.title(titles),
      column.from,
      column.to,
      ...figures.map((figure) => numberCell(column[figure])),
    ]),
  );
  return { head: words.heads("lesson", "fromSecond", "toSecond", ...figures), rows };
}

const tenths = (histogram: GradeFigures["histogram"]): CsvCell[] => histogram.map(({ count }) => count);

/** One line for the course, and one for each graded lesson, with how many are in each tenth. */
export async function tableOfGrades(
  ctx: TableContext,
  course: ReportedCourse,
  words: TableWords,
): Promise<ReportTable> {
  const { lessons, ...whole } = await findGradeDistribution(ctx, course);
  const lineOf = (
    name: string,
    { graded, mean, quartiles, histogram, waiting }: GradeFigures & { waiting: number },
  ) => [name, graded, waiting, ...[mean, ...(quartiles ?? [null, null, null])].map(percentCell), ...tenths(histogram)];
  const percent = (share: number) => Math.round(share * 100);
  return {
    head: [
      ...words.heads("lesson", "graded", "waiting", "mean", "firstQuartile", "median", "thirdQuartile"),
      ...whole.histogram.map(({ from, to }) => words.word("csv.tenth", { from: percent(from), to: percent(to) })),
    ],
    rows: [
      lineOf(words.word("csv.wholeCourse"), whole),
      ...lessons.map((lesson) => lineOf(words.title(lesson.titles), lesson)),
    ],
  };
}
