import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { type CsvCell, streamCsv } from "#app/platform/csv/write-csv.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { writeAmount } from "#app/platform/i18n/amount.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { type OrderRow, readOrders } from "./find-orders.server.ts";
import type { OrderFilters } from "./order-filters.ts";

const PIECE = 1_000;

const columns = [
  ...(["number", "placed", "paidAt", "state", "method", "kind", "what", "course", "quantity"] as const),
  ...(["name", "email", "country", "currency", "amount", "paid", "refunded", "lost", "tax"] as const),
  ...(["coupon", "payment"] as const),
] as const;

export type OrderColumn = (typeof columns)[number];

type Words = {
  head: (column: OrderColumn) => string;
  state: (state: OrderRow["state"]) => string;
  method: (method: OrderRow["method"]) => string;
  kind: (kind: OrderRow["kind"]) => string;
};

/**
 * All orders that pass the filters as CSV, the newest first, read and sent a thousand at a time; amounts as decimals of
 * their currency. Written to the audit log; throws 404 for all but admins.
 */
export async function streamOrders(
  ctx: PersonContext,
  { filters, words }: { filters: OrderFilters; words: Words },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { db, actor, locale } = ctx;
  if (!isAdmin(actor)) throw notFound();
  const entry = { action: "orders.export", subjectType: "orders", after: { ...filters } };
  await inTransaction(db, (tx) => writePlainEntry(tx, ctx, entry));
  const timeZone = await readerZone(db, actor);
  const line = (row: OrderRow): CsvCell[] => {
    const { currency } = row;
    return [
      ...[row.number, row.placedAt, row.paidAt, words.state(row.state), words.method(row.method)],
      ...[words.kind(row.kind), pickTranslated(row.titles, locale).text, row.course, row.quantity],
      ...[row.buyerName, row.buyerEmail, row.buyerCountry, currency, writeAmount(row.amount, currency)],
      ...[writeAmount(row.paidAmount, currency), writeAmount(row.refundedAmount, currency)],
      ...[writeAmount(row.lostAmount, currency), writeAmount(row.taxAmount, currency)],
      ...[row.coupon, row.stripePaymentIntentId],
    ];
  };
  async function* pieces() {
    for (let last: OrderRow | undefined; ; ) {
      const cursor = last && ({ direction: "after", at: last.placedAt.toISOString(), id: last.id } as const);
      const rows = await readOrders(db, { filters, cursor, limit: PIECE, timeZone });
      yield rows.map(line);
      last = rows.at(-1);
      if (rows.length < PIECE) return;
    }
  }
  return streamCsv(columns.map(words.head), pieces());
}
