export type Cell = string | number;

/** A table in Markdown, its columns lined up. */
export function table(head: string[], rows: Cell[][]): string {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const print = (line: string[]) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [first = [], ...rest] = lines;
  return [print(first), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rest.map(print)].join("\n");
}

export const verdict = (met: boolean | undefined) => (met === undefined ? "" : met ? "met" : "missed");
