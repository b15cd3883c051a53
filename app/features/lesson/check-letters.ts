import type { Text } from "mdast";
import type { ReadContext } from "./read-context.ts";

const STRAY_STAR = /(?<!\\)(?:\\\\)*\*[^\s*]|(?<![\s\\*])\*(?=\*|\s|$)/;
const STRAY_FENCE = /^[ \t>]*:{2,}/m;
const LOST_NOTE = /(?<!\\)(?:\\\\)*\[\^([^\]\s]+)\]/;
const OTHER_DIRECTIVE = /(?<!\\):(?:[a-z]+\[[^\]]*\]|cite)\{/;

/**
 * Reports letters that read like a note, a block or emphasis that failed: far likelier slips than meant. What is meant
 * is escaped, so the letters are taken from the file as it is, `source`.
 */
export function checkLetters(node: Text, source: string, report: ReadContext["report"]): void {
  const start = node.position?.start.offset ?? 0;
  const letters = source.slice(start, node.position?.end.offset);
  const lineStart = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  const note = LOST_NOTE.exec(letters);
  if (note) report(node, "footnote", `Note ${note[1]} has no text.`);
  if (STRAY_STAR.test(letters))
    report(node, "text", "A star emphasises nothing here: put the stars at the ends of words, or write \\*.");
  if (STRAY_FENCE.test(lineStart + letters)) report(node, "unclosedBlock", "A line of colons begins or ends no block.");
  if (OTHER_DIRECTIVE.test(letters))
    report(node, "unknownBlock", 'Inside a line there are :span[…]{lang=…} and :cite{works="…"} alone.');
}
