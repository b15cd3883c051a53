import { expect, test } from "vitest";
import { shareOf, standingOf } from "./standing.ts";

const tries = (...points: (number | null)[]) => points.map((earned) => ({ points: earned, maxPoints: 3_000 }));
const by = (counts: "best" | "last" | "first" | "average") => ({ counts, passPercent: 60 });

test("best, last, first and average count what they say", () => {
  const attempts = tries(1_000, 3_000, 2_000);
  expect(standingOf(attempts, by("best")).share).toBe(10_000);
  expect(standingOf(attempts, by("last")).share).toBe(6_666);
  expect(standingOf(attempts, by("first")).share).toBe(3_333);
  expect(standingOf(attempts, by("average")).share).toBe(6_666);
});

test("an attempt that waits for a person is not counted as nothing", () => {
  expect(standingOf(tries(1_000, null), by("best"))).toMatchObject({ share: 3_333, waiting: true });
  expect(standingOf(tries(1_000, null), by("last"))).toMatchObject({ share: null, passed: false, waiting: true });
  expect(standingOf(tries(null), by("average"))).toMatchObject({ share: null, waiting: true });
});

test("nobody passes by rounding, and the pass mark itself passes", () => {
  expect(shareOf({ points: 1_999, maxPoints: 3_000 })).toBe(6_663);
  expect(standingOf([{ points: 5_999, maxPoints: 10_000 }], by("best")).passed).toBe(false);
  expect(standingOf([{ points: 6_000, maxPoints: 10_000 }], by("best")).passed).toBe(true);
});

test("without an attempt there is no share, and a paper without points is passed by sitting it", () => {
  expect(standingOf([], by("best"))).toEqual({ attempts: 0, share: null, passed: false, waiting: false });
  expect(standingOf([{ points: 0, maxPoints: 0 }], by("best")).passed).toBe(true);
});
