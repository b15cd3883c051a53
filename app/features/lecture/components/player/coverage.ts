import type { Seconds } from "../../playback.ts";

/** The union of ranges, in order, none touching another. */
export function joinSeconds(...lists: (readonly Seconds[])[]): Seconds[] {
  const joined: Seconds[] = [];
  for (const [from, to] of lists.flat().toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** What is left of a length: the ranges that are not covered, in order. `covered` is a union. */
export function gapsOf(covered: readonly Seconds[], lengthSeconds: number): Seconds[] {
  const edges = [0, ...covered.flat(), lengthSeconds];
  const gaps: Seconds[] = [];
  for (let i = 0; i < edges.length; i += 2) {
    const [from = 0, to = 0] = edges.slice(i, i + 2);
    if (from < to) gaps.push([from, to]);
  }
  return gaps;
}

/** The share of a length that is covered, from 0 to 1. `covered` is a union. */
export function shareOf(covered: readonly Seconds[], lengthSeconds: number): number {
  const seconds = covered.reduce((sum, [from, to]) => sum + to - from, 0);
  return Math.min(1, seconds / lengthSeconds);
}

/** Whole percent as it may be shown: never 100 while something is left, nor the threshold before it is reached. */
export function wholePercent(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}

/** The gap to go to next from a place: the one it lies in or the first after it, else the first of all. */
export function nextGap(gaps: readonly Seconds[], seconds: number): Seconds | undefined {
  return gaps.find(([from]) => from > seconds) ?? gaps[0];
}
