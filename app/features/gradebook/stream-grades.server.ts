import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { type CsvCell, streamCsv } from "#app/platform/csv/write-csv.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { type GradebookRow, readGradebook } from "./find-gradebook.server.ts";
import { findGradedColumns, type GradedColumn } from "./find-graded-columns.server.ts";
import type { GradeColumn } from "./grade-columns.ts";
import type { GradebookChoice } from "./gradebook-schema.ts";
import { openGradebook } from "./open-gradebook.server.ts";

const PIECE = 1_000;

/** As numbers, so that a spreadsheet can count with them; nothing where there is no grade, or not yet. */
const percentOf = (share: number | null | "waiting" | undefined): CsvCell =>
  typeof share === "number" ? share / 100 : null;

function lineOf(row: GradebookRow, columns: readonly GradedColumn[], cohort: string | null): CsvCell[] {
  const shares = new Map(row.lessons.map(({ lessonId, share, waiting }) => [lessonId, waiting ? null : share]));
  return [
    ...[row.enrolmentId, row.name, row.email, cohort],
    ...columns.map(({ lessonId }) => percentOf(shares.get(lessonId))),
    percentOf(row.grade),
  ];
}

/**
 * The grades of a course as they are filtered, in percent, as CSV: a column for each graded lesson, which ends in its
 * address in brackets so that an import knows it again. Read and sent a thousand learners at a time, and written to the
 * audit log. Throws 404 where the actor holds no role in the course.
 */
export async function streamGrades(
  ctx: Pick<PersonContext, "db" | "actor" | "locale" | "requestId">,
  { course: slug, choice, word }: { course: string; choice: GradebookChoice; word: (column: GradeColumn) => string },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { db, locale } = ctx;
  const { courseId } = await openGradebook(ctx, { course: slug });
  const columns = await findGradedColumns(db, { courseId });
  const { q, cohort } = choice;
  const act = { action: "gradebook.export", subjectType: "course", subjectId: courseId };
  await inTransaction(db, (tx) => writePlainEntry(tx, ctx, { ...act, after: { q, cohort } }));
  async function* pieces() {
    for (let after: string | undefined; ; ) {
      const { rows, next } = await readGradebook(db, { courseId, choice: { q, cohort, after }, limit: PIECE });
      const cohortOf = ({ cohortNames }: GradebookRow) => cohortNames && pickTranslated(cohortNames, locale).text;
      yield rows.map((row) => lineOf(row, columns, cohortOf(row)));
      if (!next) return;
      after = next;
    }
  }
  const lessons = columns.map(({ titles, slug: own }) => `${pickTranslated(titles, locale).text} [${own}]`);
  const before = (["enrolment", "name", "email", "cohort"] as const).map(word);
  return streamCsv([...before, ...lessons, word("grade")], pieces());
}
