import fc from "fast-check";
import { expect, test } from "vitest";
import type { Seconds } from "../playback.ts";
import { newlyLoaded, newTally } from "./data-meter.ts";

test("only what was not there before is new", () => {
  expect(newlyLoaded([], [[0, 10]])).toBe(10);
  expect(newlyLoaded([[0, 10]], [[0, 14]])).toBe(4);
  expect(
    newlyLoaded(
      [[0, 10]],
      [
        [0, 10],
        [30, 35],
      ],
    ),
  ).toBe(5);
});

test("what the browser threw away and fetched again was fetched twice", () => {
  expect(newlyLoaded([[0, 60]], [[40, 60]])).toBe(0);
  expect(newlyLoaded([[40, 60]], [[0, 60]])).toBe(40);
});

test("loading the whole in any steps comes to the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }), (steps) => {
      let before: Seconds[] = [];
      let at = 0;
      let sum = 0;
      for (const step of steps) {
        at += step;
        const now: Seconds[] = [[0, at]];
        sum += newlyLoaded(before, now);
        before = now;
      }
      expect(sum).toBeCloseTo(at);
    }),
  );
});

test("what a stream shows of itself takes the place of what was guessed, and the sum never goes down", () => {
  const tally = newTally();
  tally.guess(1_000);
  expect(tally.total()).toBe(1_000);
  tally.see(700);
  expect(tally.total()).toBe(1_000);
  tally.see(600);
  expect(tally.total()).toBe(1_300);
  tally.settle();
  tally.guess(50.4);
  expect(tally.total()).toBe(1_350);
});
