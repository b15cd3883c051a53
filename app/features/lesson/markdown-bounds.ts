const MOST_LINES = 20_000;
const MOST_ITEMS = 4_000;
const MOST_NESTED = 12;
const MOST_DIRECTIVES = 600;
const MOST_SIGNS = 3_000;

// Quotes, items and notes that begin one another on one line.
const MARKERS = new RegExp(
  `^(?:[ \\t]*(?:[-*+>]|\\d{1,9}[.)]|\\[\\^[^\\]]{1,64}\\]:)){${MOST_NESTED},}[ \\t]*[^\\s*-]`,
);
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(:{3,})(.*)$/;
const SIGNS = /[*_[\]!`<:&~|{]/g;

export type MarkdownExcess = { line: number; reason: string };

/** How many directives are open after a line, by the number of colons of each. */
function opened(open: readonly number[], line: string): number[] {
  const [, colons = "", rest = ""] = FENCE.exec(line) ?? [];
  if (colons === "") return [...open];
  if (rest.trim() !== "") return [...open, colons.length];
  return colons.length >= (open.at(-1) ?? 0) ? open.slice(0, -1) : [...open];
}

/**
 * Where Markdown stops being what a person writes: readers take time that grows with the square of what is nested, left
 * open or listed, until nothing else is done. Null for a text that may be read.
 */
export function findExcess(markdown: string): MarkdownExcess | null {
  const lines = markdown.split("\n");
  if (lines.length > MOST_LINES) return { line: MOST_LINES, reason: `A text has at most ${MOST_LINES} lines.` };
  let open: number[] = [];
  let directives = 0;
  let items = 0;
  let signs = 0;
  for (const [index, line] of lines.entries()) {
    const after = opened(open, line);
    if (after.length > open.length) directives += 1;
    open = after;
    signs = line.trim() === "" ? 0 : signs + (line.match(SIGNS)?.length ?? 0);
    if (ITEM.test(line)) items += 1;
    const isNested = MARKERS.test(line) || open.length > MOST_NESTED;
    if (isNested || directives > MOST_DIRECTIVES || items > MOST_ITEMS)
      return { line: index + 1, reason: "Blocks stand in one another too deeply, or there are too many." };
    if (signs > MOST_SIGNS) return { line: index + 1, reason: "A block has more signs than any text needs." };
  }
  return null;
}
