import fc from "fast-check";
import { expect, test } from "vitest";
import { checkBeats } from "./check-beats.ts";

const OPENED = Date.UTC(2026, 10, 22, 2);
const SECOND = 1_000;

function check(beats: unknown[], elapsed = 3_600 * SECOND, lengthSeconds = 600) {
  return checkBeats(beats, { lengthSeconds, openedAt: OPENED, now: OPENED + elapsed });
}

const reasonsOf = (beats: unknown[], elapsed?: number) => check(beats, elapsed).refused.map(({ reason }) => reason);

test("a beat of fifteen seconds counts at every speed up to double", () => {
  for (const to of [7, 15, 22, 30, 31]) {
    expect(check([{ from: 0, to, start: 0, end: 15_000 }])).toMatchObject({
      refused: [],
      checked: [{ played: [0, to] }],
    });
  }
});

test("more than double speed is refused: sixteenfold, and a whole lecture in a second", () => {
  expect(reasonsOf([{ from: 0, to: 240, start: 0, end: 15_000 }])).toEqual(["tooFast"]);
  expect(reasonsOf([{ from: 0, to: 32, start: 0, end: 15_000 }])).toEqual(["tooFast"]);
  expect(reasonsOf([{ from: 0, to: 600, start: 0, end: 1_000 }])).toEqual(["tooFast"]);
});

test("a beat that ends later than now is refused, but for two seconds of two clocks' difference", () => {
  const beat = { from: 0, to: 15, start: 0, end: 15_000 };
  expect(reasonsOf([beat], 12_999)).toEqual(["ahead"]);
  expect(reasonsOf([beat], 13_000)).toEqual([]);
});

test("what lies beyond the length is refused", () => {
  expect(reasonsOf([{ from: 595, to: 601, start: 0, end: 15_000 }])).toEqual(["outside"]);
  expect(reasonsOf([{ from: 595, to: 600, start: 0, end: 15_000 }])).toEqual([]);
});

test.each([
  ["nothing", null],
  ["a word", "beat"],
  ["a list", [0, 15, 0, 15_000]],
  ["an end before its beginning", { from: 15, to: 0, start: 0, end: 15_000 }],
  ["no length", { from: 5, to: 5, start: 0, end: 15_000 }],
  ["parts of seconds", { from: 0.5, to: 5, start: 0, end: 15_000 }],
  ["a time before the sitting was opened", { from: 0, to: 15, start: -15_000, end: 0 }],
  ["time that runs back", { from: 0, to: 15, start: 15_000, end: 0 }],
  ["no time", { from: 0, to: 1, start: 5_000, end: 5_000 }],
  ["a number that is none", { from: 0, to: 15, start: 0, end: Number.NaN }],
  ["words for numbers", { from: "0", to: "15", start: "0", end: "15000" }],
])("%s is malformed, and takes no other beat with it", (_, beat) => {
  const good = { from: 0, to: 15, start: 0, end: 15_000 };
  const { checked, refused } = check([good, beat, good]);
  expect(refused).toEqual([{ index: 1, reason: "malformed" }]);
  expect(checked.map(({ index }) => index)).toEqual([0, 2]);
});

test("times that do not overlap take no second of each other, however they are cut", () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 3_600_000 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(cuts, (times) => {
      const sorted = times
        .sort((a, b) => a - b)
        .filter((time, i, all) => i === 0 || time - (all[i - 1] ?? 0) >= SECOND);
      const beats = sorted.slice(1).map((end, i) => ({ from: 0, to: 1, start: sorted[i] ?? 0, end }));
      const { checked } = check(beats);
      expect(checked).toHaveLength(beats.length);
      for (const [i, { moment }] of checked.entries())
        expect(moment[0]).toBeGreaterThanOrEqual(checked[i - 1]?.moment[1] ?? 0);
    }),
  );
});
