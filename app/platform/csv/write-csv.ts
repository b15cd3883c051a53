export type CsvCell = string | number | boolean | Date | null;

/** A spreadsheet takes what begins so for a formula, also in the wide forms of East Asia (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;

/** Without a byte order mark spreadsheets take Arabic for something else. */
const BYTE_ORDER_MARK = "\uFEFF";

function writeCell(value: CsvCell): string {
  if (value === null) return "";
  if (value instanceof Date) return `"${value.toISOString()}"`;
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

const writeLines = (rows: readonly (readonly CsvCell[])[]) =>
  rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");

/**
 * A table as CSV (RFC 4180) with its head. Moments are written in UTC, and what a spreadsheet would take for a formula
 * is made text.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + writeLines([head, ...rows]);
}

/** The same of a table that comes in pieces, each sent as it is there: a long table is never whole in memory. */
export function streamCsv(
  head: readonly string[],
  pieces: AsyncIterable<readonly (readonly CsvCell[])[]>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(writeCsv(head, []))),
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(writeLines(value)));
    },
    async cancel() {
      await source.return?.();
    },
  });
}

/** The headers of an answer that is saved under `fileName`, of letters that need no escaping. */
export const csvHeaders = (fileName: string) => ({
  "Content-Type": "text/csv; charset=utf-8",
  "Content-Disposition": `attachment; filename="${fileName}"`,
});
