import { type FoldedText, foldText } from "./fold-text.ts";

/** Where something was found: the line, and from where to where in its text. */
export type Find = { line: number; from: number; to: number };

const LATIN_ARTICLE = /(?<![\p{Letter}\p{Number}])(al|el)[-‐–](?=\p{Letter})/giu;
const ARTICLE = /^(?:وال|بال|ولل|لل|ال)(?=[\p{Letter}\p{Number}]{2})/u;
/** What may stand before a word whose article does not count. */
const JOINED = "(?<![\\p{Letter}\\p{Number}])[وف]?(?:[بكل]?ال|لل|[بكل])?";

function patternFor(query: string): RegExp | undefined {
  const words = foldText(query.replace(LATIN_ARTICLE, "")).folded.trim().split(" ");
  if (words[0] === "") return undefined;
  const parts = words.map((word) => (ARTICLE.test(word) ? JOINED + word.replace(ARTICLE, "") : word));
  return new RegExp(parts.join(" "), "gu");
}

/** Prepares the lines of a transcript for being searched. */
export function foldLines(lines: readonly { text: string }[]): FoldedText[] {
  return lines.map(({ text }) => foldText(text));
}

/**
 * All places, in order, where what is asked for stands in one line; none where nothing but marks is asked for.
 * The Arabic article and the letters that join a word do not count.
 */
export function searchTranscript(lines: readonly FoldedText[], query: string): Find[] {
  const pattern = patternFor(query);
  if (!pattern) return [];
  return lines.flatMap((line, number) => placesIn(line, pattern).map((place) => ({ line: number, ...place })));
}

function placesIn({ folded, starts }: FoldedText, pattern: RegExp): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  for (const { 0: found, index } of folded.matchAll(pattern)) {
    const from = starts[index] ?? 0;
    const last = starts[index + found.length - 1] ?? from;
    // A ligature that was searched as its letters is one place.
    const to = starts.slice(index + found.length).find((start) => start > last) ?? last;
    if (from >= (places.at(-1)?.to ?? 0)) places.push({ from, to });
  }
  return places;
}
