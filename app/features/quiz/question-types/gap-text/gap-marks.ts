const MARK = /\{\{\s*([a-z0-9-]{1,40})\s*\}\}/g;

/** A text in pieces: what stands between the gaps, and the ids of the gaps. */
export function splitAtGaps(text: string): ({ text: string } | { gap: string })[] {
  const pieces: ({ text: string } | { gap: string })[] = [];
  let end = 0;
  for (const { 0: mark, 1: gap = "", index } of text.matchAll(MARK)) {
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ gap });
    end = index + mark.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** The ids of the gaps of a text, in their order. */
export function gapsOf(text: string): string[] {
  return [...text.matchAll(MARK)].map(([, gap = ""]) => gap);
}
