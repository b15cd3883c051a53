import { expect, test } from "vitest";
import { pointsGiven } from "./points-given.ts";

const form = { levels: {}, given: {} };

test.each([
  ["2", 2_000],
  ["2.5", 2_500],
  ["٢٫٥", 2_500],
  ["2,5", 2_500],
  ["۰", 0],
])("%s typed points of 3 are %i thousandths", (points, thousandths) => {
  expect(pointsGiven([], { form: { ...form, points }, maxPoints: 3_000 })).toEqual({
    points: thousandths,
    rubric: null,
  });
});

test.each([
  ["", "badPoints"],
  ["three", "badPoints"],
  ["-1", "badPoints"],
  ["3.001", "tooManyPoints"],
])("%s typed is refused: %s", (points, code) => {
  expect(() => pointsGiven([], { form: { ...form, points }, maxPoints: 3_000 })).toThrow(
    expect.objectContaining({ code }),
  );
});
