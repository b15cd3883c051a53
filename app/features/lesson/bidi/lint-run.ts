import { countKinds, findNumbers, inDigits } from "./digits.ts";
import { baseOf, type Direction, type Laid, looksAlike } from "./display-order.ts";
import { findLooseRuns, touchesOther } from "./loose-runs.ts";

export type FindingKind =
  | "override"
  | "unpaired"
  | "embedding"
  | "strayMark"
  | "mixedNumber"
  | "mixedDigits"
  | "unisolated"
  | "blockDirection";

/** Puts `text` in the place of a range. */
export type Edit = { from: number; to: number; text: string };

/** Something in one run of text, with what mends it: edits, or a range to be isolated in a direction. */
export type RunFinding = {
  kind: FindingKind;
  from: number;
  to: number;
  edits: Edit[];
  isolate: Direction | null;
};

const MARK = /[\u200E\u200F\u061C]/;
const drop = (at: number): Edit => ({ from: at, to: at + 1, text: "" });

type Opened = { at: number; kind: "isolate" | "embedding" | "override"; direction: Direction };

function opens(letter: string, at: number): Opened | null {
  if ("\u2066\u2067\u2068".includes(letter)) return { at, kind: "isolate", direction: "ltr" };
  if (letter === "\u202A" || letter === "\u202B")
    return { at, kind: "embedding", direction: letter === "\u202A" ? "ltr" : "rtl" };
  if (letter === "\u202D" || letter === "\u202E")
    return { at, kind: "override", direction: letter === "\u202D" ? "ltr" : "rtl" };
  return null;
}

function reportPair(open: Opened, end: number | null): RunFinding | null {
  const { at, kind, direction } = open;
  if (kind === "isolate" && end !== null) return null;
  const edits = [drop(at), ...(end === null ? [] : [drop(end)])];
  const range = { from: at, to: end === null ? at + 1 : end + 1 };
  if (kind === "override") return { kind, ...range, edits, isolate: null };
  if (end === null) return { kind: "unpaired", ...range, edits, isolate: null };
  return { kind: "embedding", ...range, edits, isolate: end - at > 1 ? direction : null };
}

/** Characters that open or close an embedding, an override or an isolate. Each line of a run is by itself. */
function lintPairs({ text }: Laid): RunFinding[] {
  const found: (RunFinding | null)[] = [];
  let open: Opened[] = [];
  const closeLast = (at: number, isIsolate: boolean) => {
    const last = open.at(-1);
    if (!last || (last.kind === "isolate") !== isIsolate) {
      found.push({ kind: "unpaired", from: at, to: at + 1, edits: [drop(at)], isolate: null });
      return;
    }
    open.pop();
    found.push(reportPair(last, at));
  };
  const endLine = () => {
    found.push(...open.map((one) => reportPair(one, null)));
    open = [];
  };
  [...text].reduce((at, letter) => {
    const opened = opens(letter, at);
    if (opened) open.push(opened);
    else if (letter === "\u2069") closeLast(at, true);
    else if (letter === "\u202C") closeLast(at, false);
    else if (letter === "\n") endLine();
    return at + letter.length;
  }, 0);
  endLine();
  return found.filter((one) => one !== null);
}

function without({ text, isolates, base }: Laid, at: number): Laid {
  const shift = (place: number) => (place > at ? place - 1 : place);
  return {
    text: text.slice(0, at) + text.slice(at + 1),
    isolates: isolates.map(({ from, to, direction }) => ({ from: shift(from), to: shift(to), direction })),
    base,
  };
}

/** Direction marks that move nothing: the run looks the same without them. */
function lintMarks(laid: Laid): RunFinding[] {
  const places = [...laid.text.matchAll(new RegExp(MARK, "g"))].map(({ index }) => index);
  const found: RunFinding[] = [];
  let rest = laid;
  for (const at of places) {
    const now = at - found.length;
    const bare = without(rest, now);
    if (!looksAlike(rest, bare, (place) => (place > now ? place - 1 : place))) continue;
    rest = bare;
    found.push({ kind: "strayMark", from: at, to: at + 1, edits: [drop(at)], isolate: null });
  }
  return found;
}

/** Numbers in digits of several kinds, and numbers in other digits than most of the run's. */
function lintDigits(laid: Laid): RunFinding[] {
  const { text, isolates } = laid;
  const base = baseOf(laid);
  const numbers = findNumbers(text).filter(({ from, to }) => !isolates.some((one) => one.from < to && from < one.to));
  const own = numbers.filter(({ from, to }) => !touchesOther(text, { from, to, base }));
  const [most] = countKinds(own.map((number) => number.text).join(" "));
  return numbers.flatMap((number): RunFinding[] => {
    const { from, to, kinds } = number;
    const [first] = kinds;
    if (!first) return [];
    if (kinds.length > 1) {
      const edits = [{ from, to, text: inDigits(number.text, first) }];
      return [{ kind: "mixedNumber", from, to, edits, isolate: null }];
    }
    if (!most || first === most.kind || !own.includes(number)) return [];
    const edits = [{ from, to, text: inDigits(number.text, most.kind) }];
    return [{ kind: "mixedDigits", from, to, edits, isolate: null }];
  });
}

/** Runs in the other direction whose digits or signs at their edges are seen elsewhere than they belong. */
function lintLooseRuns(laid: Laid): RunFinding[] {
  return findLooseRuns(laid).flatMap(({ from, to, direction }): RunFinding[] => {
    const isolated = { ...laid, isolates: [...laid.isolates, { from, to, direction }] };
    if (looksAlike(laid, isolated)) return [];
    return [{ kind: "unisolated", from, to, edits: [], isolate: direction }];
  });
}

/**
 * What is wrong with the directions within one run of text, in its order. `marked` says whether a range may be put into
 * a language or direction of its own; in an attribute there is nothing to hold that.
 */
export function lintRun(laid: Laid, { marked }: { marked: boolean }): RunFinding[] {
  const found = [
    ...lintPairs(laid),
    ...lintMarks(laid),
    ...lintDigits(laid),
    ...(marked ? lintLooseRuns(laid) : []),
  ].map((finding) => (marked ? finding : { ...finding, isolate: null }));
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}
