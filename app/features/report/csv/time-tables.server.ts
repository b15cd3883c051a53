import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findCompletionCounts } from "../find-completion-counts.server.ts";
import { findDurations } from "../find-durations.server.ts";
import { findEnrolmentCounts } from "../find-enrolment-counts.server.ts";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import { numberCell, type ReportTable, type TableWords } from "./report-table.ts";

type TableContext = Pick<PersonContext, "db" | "clock">;

/** One line for each step of time and cohort. */
export async function tableOfEnrolments(
  ctx: TableContext,
  course: ReportedCourse,
  words: TableWords,
): Promise<ReportTable> {
  const { buckets, cohorts } = await findEnrolmentCounts(ctx, course);
  const rows = buckets.flatMap(({ from, to }, place) =>
    cohorts.map(({ cohortId, enrolledBy }) => [from, to, words.cohort(cohortId), enrolledBy[place] ?? 0]),
  );
  return { head: words.heads("from", "to", "cohort", "enrolled"), rows };
}

/** One line for each step of time. */
export async function tableOfCompletions(
  ctx: TableContext,
  course: ReportedCourse,
  words: TableWords,
): Promise<ReportTable> {
  const { buckets } = await findCompletionCounts(ctx, course);
  const rows = buckets.map(({ from, to, finished, lessons }) => [from, to, finished, lessons]);
  return { head: words.heads("from", "to", "finished", "lessonsCompleted"), rows };
}

/** One line for each bar of the histogram. */
export async function tableOfDurations(
  ctx: TableContext,
  course: ReportedCourse,
  words: TableWords,
): Promise<ReportTable> {
  const { histogram } = await findDurations(ctx, course);
  const rows = histogram.map(({ from, to, count }) => [numberCell(from), numberCell(to), count]);
  return { head: words.heads("fromDays", "toDays", "learners"), rows };
}
