import type { Seconds } from "../playback.ts";

const RANGE = /\[(-?\d+),(-?\d+)\)/g;

/** The ranges of an `int4multirange` as PostgreSQL writes it: in order, none touching another. */
export function readMultirange(text: string): Seconds[] {
  return [...text.matchAll(RANGE)].map(([, from, to]) => [Number(from), Number(to)]);
}

/** How many seconds are in ranges that do not overlap. */
export function countSeconds(ranges: readonly Seconds[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** Whether one of the ranges, none touching another, holds all of `seconds`. */
export function holdsSeconds(ranges: readonly Seconds[], [from, to]: Seconds): boolean {
  return ranges.some((range) => range[0] <= from && to <= range[1]);
}

/** Whether so much of a lecture was watched that it is complete. */
export function isWatchedEnough(input: { coveredSeconds: number; lengthSeconds: number; thresholdPercent: number }) {
  return input.coveredSeconds * 100 >= input.thresholdPercent * input.lengthSeconds;
}
