import { writeCsv } from "#app/platform/csv/write-csv.ts";
import type { Heat, HeatColumn } from "./heat.ts";

const figures = ["from", "to", "watched", "rewatched", "skipped", "unreached", "stopped"] as const;

const round = (value: number) => Math.round(value * 100) / 100;

/** A lecture's heat as CSV, one line for each column of it. */
export function writeHeatCsv({ columns }: Heat, headOf: (figure: keyof HeatColumn) => string): string {
  return writeCsv(
    figures.map(headOf),
    columns.map((column) => figures.map((figure) => round(column[figure]))),
  );
}
