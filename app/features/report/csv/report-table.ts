import type { CsvCell } from "#app/platform/csv/write-csv.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

/** A table for spreadsheets. */
export type ReportTable = { head: readonly string[]; rows: readonly (readonly CsvCell[])[] };

/** How a table says what has a name, in the reader's language. */
export type TableWords = {
  /** What stands above the columns of these names: `report:csv.<name>`. */
  heads: (...names: string[]) => string[];
  cohort: (cohortId: string | null) => string;
  title: (titles: Translated) => string;
  word: (key: string, values?: Record<string, unknown>) => string;
};

/** A share from 0 to 1 as a percentage with two decimals, which spreadsheets take for a number. */
export const percentCell = (share: number | null): CsvCell =>
  share === null ? null : Math.round(share * 10_000) / 100;

/** With so many decimals as anybody compares. */
export const numberCell = (value: number | null): CsvCell =>
  value === null ? null : Math.round(value * 1_000) / 1_000;
