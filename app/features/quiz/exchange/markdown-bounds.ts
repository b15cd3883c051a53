const MOST_LETTERS = 20_000;
const MOST_NESTED = 12;
const MOST_FENCES = 100;

const MARKERS = new RegExp(`^[ \\t]*(?:(?:[-*+>]|\\d{1,9}[.)])[ \\t]*){${MOST_NESTED},}[^\\s*-]`, "m");
const FENCES = /^[ \t>]*:{3,}/gm;

/**
 * Whether a text may be read as Markdown at all: readers take far longer over lists in lists in lists, and over blocks
 * that never close, than over any text that a person writes.
 */
export function isReadable(markdown: string): boolean {
  if (markdown.length > MOST_LETTERS || MARKERS.test(markdown)) return false;
  return (markdown.match(FENCES)?.length ?? 0) <= MOST_FENCES;
}
