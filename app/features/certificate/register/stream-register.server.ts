import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { type CsvCell, streamCsv } from "#app/platform/csv/write-csv.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { certificateStatus } from "../certificate-status.ts";
import { writeSerial } from "../serial.ts";
import { type RegisterRow, readRegister } from "./find-register.server.ts";
import type { RegisterFilters } from "./register-filters.ts";

const PIECE = 1_000;

const columns = [
  "serial",
  "status",
  "arabic",
  "latin",
  "email",
  "kind",
  "slug",
  "title",
  "cause",
  "issued",
  "expires",
  "revoked",
  "reason",
  "supersededBy",
] as const;

export type RegisterColumn = (typeof columns)[number];

type Words = {
  head: (column: RegisterColumn) => string;
  status: (status: ReturnType<typeof certificateStatus>) => string;
  cause: (cause: RegisterRow["cause"]) => string;
  kind: (kind: RegisterRow["kind"]) => string;
};

/**
 * All certificates that pass the filters as CSV, those issued last first, read and sent a thousand at a time. Written to
 * the audit log; throws 404 for all but admins.
 */
export async function streamRegister(
  ctx: PersonContext,
  { filters, words }: { filters: RegisterFilters; words: Words },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { db, actor, clock, locale } = ctx;
  if (!isAdmin(actor)) throw notFound();
  const entry = { action: "certificateRegister.export", subjectType: "certificateRegister", after: { ...filters } };
  await inTransaction(db, (tx) => writePlainEntry(tx, ctx, entry));
  const now = clock.now();
  const timeZone = await readerZone(db, actor);
  const line = (row: RegisterRow): CsvCell[] => [
    writeSerial(row.serial),
    words.status(certificateStatus(row, now)),
    row.recipientArabic,
    row.recipientLatin,
    row.email,
    words.kind(row.kind),
    row.slug,
    pickTranslated(row.titles, locale).text,
    words.cause(row.cause),
    row.issuedAt,
    row.expiresAt,
    row.revokedAt,
    row.revokedReason,
    row.supersededBy && writeSerial(row.supersededBy),
  ];
  async function* pieces() {
    for (let last: RegisterRow | undefined; ; ) {
      const cursor = last && ({ direction: "after", at: last.issuedAt.toISOString(), id: last.id } as const);
      const rows = await readRegister(db, { filters, cursor, limit: PIECE, timeZone, now });
      yield rows.map(line);
      last = rows.at(-1);
      if (rows.length < PIECE) return;
    }
  }
  return streamCsv(columns.map(words.head), pieces());
}
