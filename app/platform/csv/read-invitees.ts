import { CsvError, type Options, parse } from "csv-parse/sync";
import { z } from "zod";

/** More lines than these are not looked at. */
export const MOST_INVITEES = 5_000;
export const MOST_NAME = 80;

/** Somebody whom a line names. */
export type Invitee = {
  /** Of the file or the field, from 1. */
  line: number;
  name: string;
  /** In lower case; undefined where what stands there is none. */
  email: string | undefined;
  /** As it was written, where that is no address. */
  typed: string;
};

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));
const addressSchema = z.string().toLowerCase().max(254).pipe(z.email());

const usual: Options = {
  ...{ bom: true, trim: true, info: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true },
  ...{ delimiter: [",", ";", "\t"], max_record_size: 20_000, to: MOST_INVITEES + 2 },
};

function readRecords(text: string) {
  // A line by which Excel is told what stands between cells.
  const table = text.replace(/^\uFEFF?sep=.(?=\r?\n)/i, "");
  try {
    return recordsSchema.parse(parse(table, usual));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark that is never closed is no more than a letter then.
    return recordsSchema.parse(parse(table, { ...usual, quote: false, max_record_size: 0 }));
  }
}

/** One line without control characters, and without what makes a spreadsheet take it for a formula. */
const lineOf = (cell: string) =>
  cell
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");

function invitee(typed: string, { line, name }: { line: number; name: string }): Invitee {
  const { data: email } = addressSchema.safeParse(typed);
  return { line, name: name.slice(0, MOST_NAME).trim(), email, typed: typed.slice(0, 254) };
}

/** «Amina Yusuf <amina@example.org>», as mail programs write it. */
const NAMED = /^"?([^"<>]*)"?\s*<([^<>]*@[^<>]*)>$/;

function readCell(cell: string): { name?: string; address: string }[] {
  const [, name, address] = NAMED.exec(cell) ?? [];
  if (address) return [{ name: name?.trim(), address: address.trim() }];
  return cell.split(/\s+/).flatMap((word) => (word.includes("@") ? [{ address: word }] : []));
}

/** Those whom one line names: one with a name, or several addresses. */
function readLine(cells: readonly string[], line: number): Invitee[] {
  const found = cells.flatMap(readCell);
  const rest = cells.filter((cell) => !cell.includes("@")).join(" ");
  if (found.length === 0) return [invitee(rest, { line, name: "" })];
  const alone = found.length === 1 ? rest : "";
  return found.map(({ name, address }) => invitee(address, { line, name: name || alone }));
}

/**
 * Those whom a table of names and addresses names, in the order of its lines: CSV with its columns in either order and
 * with or without a head, or addresses as they are pasted. At most one line more than `MOST_INVITEES` is read.
 */
export function readInvitees(text: string): Invitee[] {
  const records = readRecords(text)
    .map(({ record, info }) => ({ cells: record.map(lineOf).filter((cell) => cell !== ""), line: info.lines }))
    .filter(({ cells }) => cells.length > 0);
  const isHead = records[0]?.cells.every((cell) => !/[@.]/.test(cell)) ?? false;
  return records.slice(isHead ? 1 : 0).flatMap(({ cells, line }) => readLine(cells, line));
}
