import { writeCsv } from "#app/platform/csv/write-csv.ts";
import type { SatAttempt } from "./find-attempts.server.ts";

const columns = [
  "learner",
  "number",
  "state",
  "started",
  "submitted",
  "minutes",
  "points",
  "most",
  "passed",
  "late",
] as const;

/** Whole minutes from beginning to submitting; null for one that is open. */
export const minutesUsed = ({ startedAt, submittedAt }: Pick<SatAttempt, "startedAt" | "submittedAt">) =>
  submittedAt === null ? null : Math.round((submittedAt.getTime() - startedAt.getTime()) / 60_000);

/** Attempts as CSV, moments in UTC, points as points. */
export function writeAttemptsCsv(
  attempts: readonly SatAttempt[],
  headOf: (column: (typeof columns)[number]) => string,
): string {
  return writeCsv(
    columns.map(headOf),
    attempts.map((attempt) => [
      attempt.learner,
      attempt.number,
      attempt.state,
      attempt.startedAt,
      attempt.submittedAt,
      minutesUsed(attempt),
      attempt.points === null ? null : attempt.points / 1_000,
      attempt.maxPoints / 1_000,
      attempt.passed,
      attempt.late,
    ]),
  );
}
