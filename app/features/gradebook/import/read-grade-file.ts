import { CsvError, type Options, parse } from "csv-parse/sync";
import { z } from "zod";
import { readText } from "#app/platform/csv/read-text.ts";
import { gradesRefused } from "../gradebook-errors.ts";

/** What one file may weigh, in bytes: ten thousand learners with some twenty grades each take about half of it. */
export const MOST_FILE_BYTES = 6 * 1024 * 1024;
const MOST_LINES = 20_000;

/** Excel writes semicolons where the comma stands before decimals, and tabs in what it calls Unicode text. */
const delimiters = [",", ";", "\t"] as const;

/** A line of a table with its number in the file, from 1. */
export type Line = { number: number; cells: string[] };

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** The text of a file. Throws `notText` for what is none. */
export function decodeText(bytes: Uint8Array): string {
  const text = readText(bytes);
  if (text === undefined) throw gradesRefused("notText");
  return text;
}

const usual: Options = { relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: 100_000 };

function parseBy(text: string, delimiter: string, more: Options = {}): Line[] {
  return recordsSchema
    .parse(parse(text, { ...usual, ...more, delimiter }))
    .map(({ record, info }) => ({ number: info.lines, cells: record.map(unguard) }));
}

/** The cells of the head, were this the delimiter; none where it cannot be. */
function headBy(text: string, delimiter: string): string[] {
  try {
    return parseBy(text, delimiter, { to: 1 })[0]?.cells ?? [];
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

/** A text that a spreadsheet would take for a formula was written with an apostrophe before it. */
const unguard = (cell: string) => cell.trim().replace(/^'(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/, "");

/**
 * The head and the lines of a table of CSV, its cells trimmed; empty lines are left out. Of the delimiters that may
 * stand between them it is the one by which `isHead` knows the head. Throws `notCsv` where it knows none, or what
 * follows is no CSV, and `tooMany` for more lines than are taken at once.
 */
export function readTable(text: string, isHead: (cells: readonly string[]) => boolean): { head: Line; lines: Line[] } {
  // A line by which Excel is told the delimiter; it tells us nothing that we do not see.
  const table = text.replace(/^sep=.(?=\r?\n)/i, "");
  try {
    const delimiter = delimiters.find((one) => isHead(headBy(table, one)));
    if (!delimiter) throw gradesRefused("notCsv");
    const [head, ...lines] = parseBy(table, delimiter, { to: MOST_LINES + 2 });
    if (!head) throw gradesRefused("notCsv");
    if (lines.length > MOST_LINES) throw gradesRefused("tooMany");
    return { head, lines: lines.filter(({ cells }) => cells.some((cell) => cell !== "")) };
  } catch (error) {
    throw error instanceof CsvError ? gradesRefused("notCsv") : error;
  }
}
