import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { type CsvCell, streamCsv } from "#app/platform/csv/write-csv.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { gradeLearners, type RosterLearner } from "./grade-learners.server.ts";
import { openRoster } from "./open-roster.server.ts";
import { placeOf, type RosterRow, readRoster } from "./read-roster.server.ts";
import type { RosterChoice } from "./roster-filters.ts";

const PIECE = 1_000;

const columns = [
  "enrolment",
  "name",
  "email",
  "state",
  "cohort",
  "enrolled",
  "seen",
  "completed",
  "required",
  "progress",
  "grade",
  "finished",
  "until",
] as const;

type Words = {
  head: (column: (typeof columns)[number]) => string;
  state: (state: RosterRow["state"]) => string;
};

/**
 * All learners of a course who pass the filters as CSV, read and sent a thousand at a time. Written to the audit log.
 * Throws 404 where the actor holds no role in the course, or it was deleted.
 */
export async function streamRoster(
  ctx: PersonContext,
  { course: slug, choice, words }: { course: string; choice: RosterChoice; words: Words },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { db, clock, locale } = ctx;
  const course = await openRoster(ctx, { course: slug });
  const entry = { action: "roster.export", subjectType: "course", subjectId: course.id, after: { ...choice } };
  await inTransaction(db, (tx) => writePlainEntry(tx, ctx, entry));
  const now = clock.now();
  const line = (row: RosterLearner): CsvCell[] => [
    row.enrolmentId,
    row.name,
    row.email,
    words.state(row.state),
    row.cohortNames && pickTranslated(row.cohortNames, locale).text,
    row.enrolledAt,
    row.lastSeenAt,
    row.completedRequired,
    row.required,
    row.progress / 100,
    // Nothing is known while an answer waits for a person.
    typeof row.grade === "number" ? row.grade / 100 : null,
    row.completedAt,
    row.accessUntil,
  ];
  async function* pieces() {
    for (let last: RosterRow | undefined; ; ) {
      const cursor = last && placeOf(last, choice.sort);
      const rows = await readRoster(db, { courseId: course.id, choice, cursor, limit: PIECE, now });
      yield (await gradeLearners(db, rows)).map(line);
      last = rows.at(-1);
      if (rows.length < PIECE) return;
    }
  }
  return streamCsv(columns.map(words.head), pieces());
}
