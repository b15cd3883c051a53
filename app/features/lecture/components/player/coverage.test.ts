import fc from "fast-check";
import { expect, test } from "vitest";
import { gapsOf, joinSeconds, nextGap, shareOf, wholePercent } from "./coverage.ts";

const LENGTH = 50;
const ranges = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]): [number, number] => [from, Math.min(LENGTH, from + length)]),
  { maxLength: 12 },
);
const secondsIn = (list: readonly (readonly [number, number])[]) =>
  new Set(list.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)));

test("a union holds each second once, and with its gaps the whole length", () => {
  fc.assert(
    fc.property(ranges, ranges, (some, others) => {
      const union = joinSeconds(some, others);
      const gaps = gapsOf(union, LENGTH);
      expect(secondsIn(union)).toEqual(secondsIn([...some, ...others]));
      expect(union.every(([from], i) => i === 0 || from > (union[i - 1]?.[1] ?? 0))).toBe(true);
      expect(joinSeconds(union, gaps)).toEqual([[0, LENGTH]]);
      expect(shareOf(union, LENGTH) + shareOf(gaps, LENGTH)).toBeCloseTo(1);
    }),
  );
});

test("a hundred percent is shown only when nothing is left", () => {
  expect(wholePercent(shareOf([[0, 999]], 1_000))).toBe(99);
  expect(wholePercent(0.29)).toBe(29);
  expect(wholePercent(1)).toBe(100);
});

test("the next gap is the one ahead, and after the last one the first", () => {
  const gaps: [number, number][] = [
    [5, 10],
    [20, 30],
  ];
  expect(nextGap(gaps, 12)).toEqual([20, 30]);
  expect(nextGap(gaps, 25)).toEqual([5, 10]);
  expect(nextGap([], 3)).toBeUndefined();
});
