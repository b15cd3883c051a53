import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { type CsvCell, streamCsv } from "#app/platform/csv/write-csv.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { writeAmount } from "#app/platform/i18n/amount.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { readScholarships, type ScholarshipRow } from "./find-scholarships.server.ts";
import { type ScholarshipFilters, type ScholarshipStatus, scholarshipStatus } from "./scholarship-filters.ts";

const PIECE = 500;

const columns = [
  ...["id", "name", "email", "course", "title", "status", "asked", "percent", "fund", "amount", "currency"],
  ...["decided", "decidedBy", "reason", "order"],
] as const;

type Words = { head: (column: string) => string; status: (status: ScholarshipStatus) => string };

/**
 * All scholarships that pass the filters as CSV, in the order of the list, read and sent a piece at a time. What a
 * learner wrote of herself is not among it. Written to the audit log; throws 404 for all but admins.
 */
export async function streamScholarships(
  ctx: PersonContext,
  { filters, words }: { filters: ScholarshipFilters; words: Words },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { db, actor, locale } = ctx;
  if (!isAdmin(actor)) throw notFound();
  const entry = { action: "scholarship.export", subjectType: "scholarship", after: { ...filters } };
  await inTransaction(db, (tx) => writePlainEntry(tx, ctx, entry));
  const line = (row: ScholarshipRow): CsvCell[] => [
    ...[row.id, row.name, row.email, row.course, pickTranslated(row.titles, locale).text],
    ...[words.status(scholarshipStatus(row)), row.createdAt, row.percent, row.fund],
    row.amount !== null && row.currency ? writeAmount(row.amount, row.currency) : null,
    ...[row.currency, row.decidedAt, row.decidedBy, row.reason, row.order],
  ];
  async function* pieces() {
    for (let last: ScholarshipRow | undefined; ; ) {
      const cursor = last && ({ direction: "after", at: last.createdAt.toISOString(), id: last.id } as const);
      const rows = await readScholarships(db, { filters, cursor, limit: PIECE });
      yield rows.map(line);
      last = rows.at(-1);
      if (rows.length < PIECE) return;
    }
  }
  return streamCsv(columns.map(words.head), pieces());
}
