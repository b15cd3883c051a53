import { diffArrays } from "diff";
import { textOfPart } from "./part-text.ts";
import { blocksOf, type LessonPart } from "./split-document.ts";

/** Where a part went: to which place, and whether it is the same there as it was. */
export type PartMatch = { to: number; same: boolean };

type Open = { index: number; type: string; words: Map<string, number>; count: number };
type Gap = { before: number[]; after: number[] };

const MOVED_AND_EDITED = 0.5;
const WIDEST_GAP = 40_000;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function opened(part: LessonPart, index: number): Open {
  const words = new Map<string, number>();
  const all = wordsOf(textOfPart(part));
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
  return { index, type: blocksOf(part)[0]?.type ?? "", words, count: all.length };
}

/** The share of words that two parts have in common (Dice), 0 to 1. */
function likeness(a: Open, b: Open): number {
  if (a.count + b.count === 0) return 1;
  let common = 0;
  for (const [word, times] of a.words) common += Math.min(times, b.words.get(word) ?? 0);
  return (2 * common) / (a.count + b.count);
}

/** What a pair is worth: words tell most, then the kind of block; any pair is better than none. */
function worth(a: Open, b: Open): number {
  return 0.01 + (a.type === b.type ? 0.2 : 0) + 2 * likeness(a, b);
}

/** The places that hold what they held, in order; and the gaps between them. */
export function findAnchors(before: string[], after: string[]) {
  const anchors = new Map<number, number>();
  const gaps: Gap[] = [{ before: [], after: [] }];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of diffArrays(before, after)) {
    const last = gaps.at(-1);
    for (let step = 0; step < count; step += 1) {
      if (!added && !removed) anchors.set(from, to);
      else if (removed) last?.before.push(from);
      else last?.after.push(to);
      if (!added) from += 1;
      if (!removed) to += 1;
    }
    if (!added && !removed) gaps.push({ before: [], after: [] });
  }
  return { anchors, gaps };
}

/** Pairs those of a gap in order so that the pairs are worth most together. */
function pairInOrder(before: Open[], after: Open[]): [Open, Open][] {
  if (before.length * after.length > WIDEST_GAP)
    return before.flatMap((one, place) => (after[place] ? [[one, after[place]] as [Open, Open]] : []));
  const best: number[][] = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const worths = before.map((one) => after.map((other) => worth(one, other)));
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const paired = (worths[row]?.[column] ?? 0) + at(row + 1, column + 1);
      best[row]?.splice(column, 1, Math.max(paired, at(row + 1, column), at(row, column + 1)));
    }
  return walkPairs(before, after, { at, worths });
}

function walkPairs(
  before: Open[],
  after: Open[],
  { at, worths }: { at: (row: number, column: number) => number; worths: number[][] },
): [Open, Open][] {
  const pairs: [Open, Open][] = [];
  let [row, column] = [0, 0];
  for (let [one, other] = [before[0], after[0]]; one && other; one = before[row], other = after[column]) {
    if (at(row, column) === (worths[row]?.[column] ?? 0) + at(row + 1, column + 1)) {
      pairs.push([one, other]);
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Those that stand elsewhere, word for word. */
function pairMoved(before: string[], after: string[], gaps: Gap[]): [number, number][] {
  const places = new Map<string, number[]>();
  for (const to of gaps.flatMap((gap) => gap.after)) {
    const key = after[to] ?? "";
    places.set(key, [...(places.get(key) ?? []), to]);
  }
  return gaps
    .flatMap((gap) => gap.before)
    .flatMap((from) => {
      const to = places.get(before[from] ?? "")?.shift();
      return to === undefined ? [] : [[from, to] as [number, number]];
    });
}

/** Those that stand elsewhere and were edited too, the likest first. */
function pairLike(before: Open[], after: Open[]): [Open, Open][] {
  const candidates = before
    .flatMap((one) => after.map((other) => ({ one, other, like: likeness(one, other) })))
    .filter(({ like }) => like >= MOVED_AND_EDITED)
    .sort((a, b) => b.like - a.like);
  const used = new Set<Open>();
  return candidates.flatMap(({ one, other }) => {
    if (used.has(one) || used.has(other)) return [];
    used.add(one).add(other);
    return [[one, other] as [Open, Open]];
  });
}

/**
 * Says for each part of a text where it is in a later state of the text: what is equal first, then, between those that
 * kept their place, the pairs that are most alike, then the like elsewhere. Null for a part that is gone.
 */
export function matchParts(before: readonly LessonPart[], after: readonly LessonPart[]): (PartMatch | null)[] {
  const keys = { before: before.map((part) => JSON.stringify(part)), after: after.map((part) => JSON.stringify(part)) };
  const { anchors, gaps } = findAnchors(keys.before, keys.after);
  const matches = new Map<number, PartMatch>();
  for (const [from, to] of [...anchors, ...pairMoved(keys.before, keys.after, gaps)])
    matches.set(from, { to, same: true });
  const taken = new Set([...matches.values()].map(({ to }) => to));
  const openBefore = (indexes: number[]) =>
    indexes.flatMap((index) => (before[index] && !matches.has(index) ? [opened(before[index], index)] : []));
  const openAfter = (indexes: number[]) =>
    indexes.flatMap((index) => (after[index] && !taken.has(index) ? [opened(after[index], index)] : []));
  const keep = (pairs: [Open, Open][]) => {
    for (const [one, other] of pairs) {
      matches.set(one.index, { to: other.index, same: false });
      taken.add(other.index);
    }
  };
  for (const gap of gaps) keep(pairInOrder(openBefore(gap.before), openAfter(gap.after)));
  keep(pairLike(openBefore(gaps.flatMap((gap) => gap.before)), openAfter(gaps.flatMap((gap) => gap.after))));
  return before.map((_, index) => matches.get(index) ?? null);
}
