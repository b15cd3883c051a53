import fc from "fast-check";
import { expect, test } from "vitest";
import { gradeFigures } from "./grade-figures.ts";

test("grades fall into tenths, of which the last has the whole in it", () => {
  const { histogram, graded, mean, quartiles } = gradeFigures([10_000, 9_000, 8_999, 0]);
  expect(histogram.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
  expect(graded).toBe(4);
  expect(mean).toBeCloseTo(0.699975);
  expect(quartiles?.[1]).toBeCloseTo(0.89995);
});

test("of no grades there is neither mean nor median", () => {
  expect(gradeFigures([])).toMatchObject({ graded: 0, mean: null, quartiles: null });
});

test("each grade is counted once, whatever it is", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 })), (grades) => {
      const { histogram } = gradeFigures(grades);
      expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(grades.length);
    }),
  );
});
