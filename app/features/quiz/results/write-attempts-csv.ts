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

/** A spreadsheet takes what begins so for a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n]/;

function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

/** Whole minutes from beginning to submitting; null for one that is open. */
export const minutesUsed = ({ startedAt, submittedAt }: Pick<SatAttempt, "startedAt" | "submittedAt">) =>
  submittedAt === null ? null : Math.round((submittedAt.getTime() - startedAt.getTime()) / 60_000);

/**
 * Attempts as CSV (RFC 4180), moments in UTC, points as points. It begins with a byte order mark, without which
 * spreadsheets take Arabic for something else; what would be taken for a formula is made text.
 */
export function writeAttemptsCsv(
  attempts: readonly SatAttempt[],
  headOf: (column: (typeof columns)[number]) => string,
): string {
  const lines = attempts.map((attempt) =>
    [
      attempt.learner,
      attempt.number,
      attempt.state,
      attempt.startedAt.toISOString(),
      attempt.submittedAt?.toISOString() ?? null,
      minutesUsed(attempt),
      attempt.points === null ? null : attempt.points / 1_000,
      attempt.maxPoints / 1_000,
      attempt.passed,
      attempt.late,
    ]
      .map(cell)
      .join(","),
  );
  return `\uFEFF${[columns.map((column) => cell(headOf(column))).join(","), ...lines].join("\r\n")}\r\n`;
}
