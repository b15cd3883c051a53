/** One question or category of a file. `line` is that of its first words, counted from 1. */
export type GiftBlock = { line: number; comments: string[]; text: string };

const COMMENT = /^\/\//;
const BEGINS = /^(?:::|\$CATEGORY:)/;

type Line = { line: number; text: string };

/** The place of the first brace of a kind that is not escaped. */
function braceAt(text: string, brace: "{" | "}", from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === brace) return at;
  }
  return -1;
}

const isOpen = (text: string) => {
  const open = braceAt(text, "{");
  return open !== -1 && braceAt(text, "}", open + 1) === -1;
};

function blockOf(lines: readonly Line[]): GiftBlock[] {
  const comments = lines.filter(({ text }) => COMMENT.test(text)).map(({ text }) => text);
  const said = lines.filter(({ text }) => !COMMENT.test(text));
  const [first] = said;
  return first ? [{ line: first.line, comments, text: said.map(({ text }) => text).join("\n") }] : [];
}

/** A category, or a question whose answers have ended, is followed by another where no empty line parts them. */
function splitLines(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  let current: Line[] = [];
  let text = "";
  const flush = () => {
    if (current.length > 0) parts.push(current);
    [current, text] = [[], ""];
  };
  for (const line of lines) {
    const isComment = COMMENT.test(line.text);
    const hasEnded = braceAt(text, "}") !== -1 && !isOpen(text);
    if (hasEnded && (isComment || BEGINS.test(line.text) || braceAt(line.text, "{") !== -1)) flush();
    else if (text.startsWith("$CATEGORY:") && !isComment) flush();
    current.push(line);
    if (!isComment) text = text === "" ? line.text : `${text}\n${line.text}`;
  }
  flush();
  return parts;
}

/** How many of the runs that follow belong to one whose brace is open: an empty line stands among its answers. */
function runsToClose(runs: readonly Line[][], from: number): number {
  for (let index = from + 1; index < Math.min(runs.length, from + 20); index += 1) {
    const text = (runs[index] ?? []).map((line) => line.text).join("\n");
    if (BEGINS.test(text)) return 0;
    const [open, close] = [braceAt(text, "{"), braceAt(text, "}")];
    if (open !== -1 && (close === -1 || open < close)) return 0;
    if (close !== -1) return index - from;
  }
  return 0;
}

function runsOf(source: string): Line[][] {
  const runs: Line[][] = [[]];
  for (const [index, raw] of source.split("\n").entries()) {
    const text = raw.trim();
    if (text !== "") runs.at(-1)?.push({ line: index + 1, text });
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs;
}

/** The questions of a GIFT file one by one, whatever each of them holds. */
export function splitGift(source: string): GiftBlock[] {
  const runs = runsOf(source.replace(/^\uFEFF/, ""));
  const blocks: GiftBlock[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    let lines = runs[index] ?? [];
    if (isOpen(lines.map(({ text }) => (COMMENT.test(text) ? "" : text)).join("\n"))) {
      const more = runsToClose(runs, index);
      lines = runs.slice(index, index + more + 1).flat();
      index += more;
    }
    blocks.push(...splitLines(lines).flatMap(blockOf));
  }
  return blocks;
}
