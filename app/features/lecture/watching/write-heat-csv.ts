import type { Heat, HeatColumn } from "./heat.ts";

const figures = ["from", "to", "watched", "rewatched", "skipped", "unreached", "stopped"] as const;

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const round = (value: number) => Math.round(value * 100) / 100;

/**
 * A lecture's heat as CSV (RFC 4180), one line for each column of it. It begins with a byte order mark, without which
 * spreadsheets take Arabic heads for something else.
 */
export function writeHeatCsv({ columns }: Heat, headOf: (figure: keyof HeatColumn) => string): string {
  const lines = columns.map((column) => figures.map((figure) => round(column[figure])).join(","));
  return `\uFEFF${[figures.map((figure) => quote(headOf(figure))).join(","), ...lines].join("\r\n")}\r\n`;
}
