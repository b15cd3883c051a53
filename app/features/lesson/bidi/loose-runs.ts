import { baseOf, type Direction, type Laid, strongDirection } from "./display-order.ts";

type Range = { from: number; to: number };
type Letter = Range & { direction: Direction | null };

// What a word may begin or end with and that belongs to it: C++, #5, .NET, 50%. Full stops, commas and quotation marks
// after a word belong to the sentence.
const SIGNS_BEFORE = /(?<=^|[\s(])[.#@$+*~/\\_<=%-]+$/u;
const SIGNS_AFTER = /^[#+*~/\\_<>=%&-]+(?=$|[\s.,،؛;:!?؟)])/u;
const DIGITS_BEFORE = /[\p{Nd}][\p{Nd}.,:/-]*[ \u00a0]?$/u;
const DIGITS_AFTER = /^[ \u00a0]?[\p{Nd}](?:[.,:/-]?\p{Nd})*/u;
const CLOSING = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);

function lettersOf(text: string): Letter[] {
  let at = 0;
  return [...text].map((letter) => {
    const from = at;
    at += letter.length;
    return { from, to: at, direction: strongDirection(letter) };
  });
}

/** From the first to the last letter of a run against the direction of the text, with nothing in it that is not. */
function coresOf(text: string, base: Direction, barriers: readonly Range[]): Range[] {
  const cores: Range[] = [];
  let open = false;
  for (const { from, to, direction } of lettersOf(text)) {
    const isBarrier = text[from] === "\n" || barriers.some((one) => from >= one.from && from < one.to);
    const last = cores.at(-1);
    if (isBarrier || direction === base) open = false;
    else if (direction && open && last) last.to = to;
    else if (direction) {
      cores.push({ from, to });
      open = true;
    }
  }
  return cores;
}

/** Ranges between isolating characters, which hold their own. */
function isolatedByLetters(text: string): Range[] {
  const ranges: Range[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if ("\u2066\u2067\u2068".includes(letter)) open.push(at);
    else if (letter === "\u2069") {
      const from = open.pop();
      if (from !== undefined) ranges.push({ from, to: at + 1 });
    }
  }
  return ranges;
}

/** A bracket that closes one within the core. */
function closingAfter(core: string, rest: string): number {
  const opening = CLOSING.get(rest[0] ?? "");
  if (!opening) return 0;
  const opened = core.split(opening).length - 1;
  return opened > core.split(rest[0] ?? "").length - 1 ? 1 : 0;
}

function widened(text: string, { from, to }: Range, limits: Range): Range {
  const before = text.slice(limits.from, from);
  const after = text.slice(to, limits.to);
  const lead = DIGITS_BEFORE.exec(before)?.[0] ?? SIGNS_BEFORE.exec(before)?.[0] ?? "";
  const closing = closingAfter(text.slice(from, to), after);
  const rest = after.slice(closing);
  const tail = SIGNS_AFTER.exec(rest)?.[0] ?? DIGITS_AFTER.exec(rest)?.[0] ?? "";
  return { from: from - lead.length, to: to + closing + tail.length };
}

/**
 * Runs against the direction of a text that have digits or signs at their edges and are not isolated: with those, and
 * in their own direction. Whether it makes a difference is for the caller to see.
 */
export function findLooseRuns(laid: Laid): (Range & { direction: Direction })[] {
  const { text, isolates } = laid;
  const base = baseOf(laid);
  const barriers = [...isolates, ...isolatedByLetters(text)];
  const edges = [0, text.length, ...barriers.flatMap(({ from, to }) => [from, to])];
  return coresOf(text, base, barriers).flatMap((core) => {
    const limits = {
      from: Math.max(...edges.filter((edge) => edge <= core.from)),
      to: Math.min(...edges.filter((edge) => edge >= core.to)),
    };
    const wide = widened(text, core, limits);
    if (wide.from === core.from && wide.to === core.to) return [];
    return [{ ...wide, direction: base === "rtl" ? ("ltr" as const) : ("rtl" as const) }];
  });
}

/** Whether a range stands at a letter against the direction of the text, with a space or a hyphen between at most. */
export function touchesOther(text: string, { from, to, base }: Range & { base: Direction }): boolean {
  const before = [...text.slice(0, from).replace(/[ \u00a0(-]$/u, "")].at(-1);
  const after = [...text.slice(to).replace(/^[ \u00a0)-]/u, "")][0];
  return [before, after].some((letter) => {
    const direction = letter === undefined ? null : strongDirection(letter);
    return direction !== null && direction !== base;
  });
}
