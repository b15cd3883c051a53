import { expect, test } from "vitest";
import { growthOf, overviewHref, overviewSearchSchema } from "./overview-period.ts";

test.each([
  ["7", 7],
  ["90", 90],
  ["8", 30],
  ["a week", 30],
  [undefined, 30],
])("of %s days the overview shows %i", (typed, days) => {
  expect(overviewSearchSchema.parse({ days: typed })).toEqual({ days });
});

test("each choice has one address", () => {
  expect([7, 30, 90].map((days) => overviewHref(overviewSearchSchema.parse({ days }).days))).toEqual([
    "/admin?days=7",
    "/admin",
    "/admin?days=90",
  ]);
});

test("growth is a share of what was before, and nothing is said where there was none", () => {
  expect(growthOf({ now: 15, before: 10 })).toBe(0.5);
  expect(growthOf({ now: 5, before: 10 })).toBe(-0.5);
  expect(growthOf({ now: 0, before: -10 })).toBe(1);
  expect(growthOf({ now: 3, before: 0 })).toBeUndefined();
});
