import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { type CsvCell, streamCsv } from "#app/platform/csv/write-csv.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import type { AuditFilters } from "./audit-filters.ts";
import { type AuditRow, readEntries } from "./find-audit-entries.server.ts";

const PIECE = 1_000;

const columns = [
  ...(["id", "at", "actorId", "actorName", "action", "subjectType", "subjectId", "reason"] as const),
  ...(["before", "after", "requestId"] as const),
];

export type AuditColumn = (typeof columns)[number];

/** The entries that pass the filters, the newest first, a thousand at a time; no entry written meanwhile is among them. */
async function* readAll({ db, actor }: PersonContext, filters: AuditFilters): AsyncGenerator<AuditRow[]> {
  const timeZone = await readerZone(db, actor);
  for (let last: AuditRow | undefined; ; ) {
    const cursor = last && ({ direction: "after", at: last.at.toISOString(), id: last.id } as const);
    const rows = await readEntries(db, { filters, cursor, limit: PIECE, timeZone });
    yield rows;
    last = rows.at(-1);
    if (rows.length < PIECE) return;
  }
}

async function beginExport(ctx: PersonContext, filters: AuditFilters, format: string): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const act = { action: "audit.export", subjectType: "audit", after: { ...filters, format } };
  await inTransaction(ctx.db, (tx) => writePlainEntry(tx, ctx, act));
}

const cellOf = (row: AuditRow, column: AuditColumn): CsvCell => {
  if (column === "before" || column === "after") return row[column] === null ? null : JSON.stringify(row[column]);
  return row[column];
};

/**
 * All entries that pass the filters as CSV, read and sent a thousand at a time. Itself written to the log; throws 404
 * for all but admins.
 */
export async function streamAuditCsv(
  ctx: PersonContext,
  { filters, head }: { filters: AuditFilters; head: (column: AuditColumn) => string },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  await beginExport(ctx, filters, "csv");
  async function* lines() {
    for await (const rows of readAll(ctx, filters))
      yield rows.map((row) => columns.map((column) => cellOf(row, column)));
  }
  return streamCsv(columns.map(head), lines());
}

/** The same as one JSON object a line (https://jsonlines.org), for machines. */
export async function streamAuditLines(
  ctx: PersonContext,
  { filters }: { filters: AuditFilters },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  await beginExport(ctx, filters, "jsonl");
  const encoder = new TextEncoder();
  const pieces = readAll(ctx, filters);
  const write = (row: AuditRow) => `${JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name]])))}\n`;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(write).join("")));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
