import bidiFactory from "bidi-js";

export type Direction = "ltr" | "rtl";

/** A run of text as it is laid out: its letters, the ranges that stand by themselves in it, and its own direction. */
export type Laid = { text: string; isolates: readonly Isolate[]; base: Direction | "auto" };
export type Isolate = { from: number; to: number; direction: Direction | "auto" };

const bidi = bidiFactory();

const OPENERS = { ltr: "\u2066", rtl: "\u2067", auto: "\u2068" } as const;
const CLOSER = "\u2069";
// Marks, embeddings, overrides and isolates: they move others and are not seen themselves.
const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** The direction of a strong letter; null for digits, marks, punctuation and spaces. */
export function strongDirection(character: string): Direction | null {
  const type = bidi.getBidiCharTypeName(character);
  if (type === "L") return UNSEEN.test(character) ? null : "ltr";
  return (type === "R" || type === "AL") && !UNSEEN.test(character) ? "rtl" : null;
}

/** The text with its isolates as characters; and for each unit the place where it stood, -1 for what was put in. */
function withIsolates({ text, isolates }: Pick<Laid, "text" | "isolates">) {
  let written = "";
  const places: number[] = [];
  const put = (letters: string, from: number) => {
    written += letters;
    for (let unit = 0; unit < letters.length; unit += 1) places.push(from < 0 ? -1 : from + unit);
  };
  let at = 0;
  for (const { from, to, direction } of [...isolates].sort((a, b) => a.from - b.from)) {
    put(text.slice(at, from), at);
    put(OPENERS[direction], -1);
    put(text.slice(from, to), from);
    put(CLOSER, -1);
    at = to;
  }
  put(text.slice(at), at);
  return { written, places };
}

/** The direction in which a run is laid out: its own, or that of its first strong letter. */
export function baseOf({ text, isolates, base }: Laid): Direction {
  if (base !== "auto") return base;
  const { written } = withIsolates({ text, isolates });
  const level = bidi.getEmbeddingLevels(written, "auto").paragraphs[0]?.level ?? 0;
  return level % 2 === 1 ? "rtl" : "ltr";
}

/** The places of the letters in the order in which they are seen from the left, without what is not seen. */
export function displayOrder(laid: Laid): number[] {
  const { written, places } = withIsolates(laid);
  const levels = bidi.getEmbeddingLevels(written, baseOf(laid));
  return bidi
    .getReorderedIndices(written, levels)
    .map((index) => places[index] ?? -1)
    .filter((place) => place >= 0 && !UNSEEN.test(laid.text[place] ?? ""));
}

/** Whether a change of how a run is laid out leaves every letter where it was seen. `place` says where a letter went. */
export function looksAlike(before: Laid, after: Laid, place: (at: number) => number = (at) => at): boolean {
  const [one, other] = [displayOrder(before).map(place), displayOrder(after)];
  return one.length === other.length && one.every((at, index) => at === other[index]);
}
