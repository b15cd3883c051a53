import { expect, it } from "vitest";
import { averageGrade, courseGrade } from "./course-grade.ts";

const sat = (share: number | null, weight = 1) => ({ share, weight, waiting: false });

it("is the average of the graded lessons, rounded down", () => {
  expect(courseGrade([sat(10_000)], 0)).toBe(10_000);
  expect(courseGrade([sat(10_000), sat(9_999), sat(9_999)], 0)).toBe(9_999);
});

it("counts each lesson by what it weighs, and not at all where it weighs nothing", () => {
  expect(courseGrade([sat(10_000, 3), sat(2_000, 1)], 0)).toBe(8_000);
  expect(courseGrade([sat(10_000, 0), sat(2_000, 1)], 0)).toBe(2_000);
  expect(courseGrade([sat(10_000, 0)], 0)).toBeNull();
});

it("leaves out the worst, the heavier of two that are equal, and never the last one", () => {
  expect(courseGrade([sat(4_000), sat(9_000), sat(7_000)], 1)).toBe(8_000);
  expect(courseGrade([sat(10_000, 1), sat(5_000, 1), sat(5_000, 4)], 1)).toBe(7_500);
  expect(courseGrade([sat(6_000), sat(4_000)], 5)).toBe(6_000);
});

it("drops nothing in place of what was not sat, and nothing that weighs nothing", () => {
  expect(courseGrade([sat(null), sat(8_000), sat(6_000)], 1)).toBe(8_000);
  expect(courseGrade([sat(0, 0), sat(8_000), sat(6_000)], 1)).toBe(8_000);
});

it("is not known while an answer waits for a person, unless the lesson weighs nothing", () => {
  expect(courseGrade([sat(10_000), { ...sat(8_000), waiting: true }], 1)).toBe("waiting");
  expect(courseGrade([sat(10_000), { ...sat(8_000, 0), waiting: true }], 0)).toBe(10_000);
});

it("leaves out a lesson of which nothing is graded, and is none where that is all", () => {
  expect(courseGrade([sat(null), sat(7_000)], 0)).toBe(7_000);
  expect(courseGrade([sat(null)], 2)).toBeNull();
  expect(courseGrade([], 0)).toBeNull();
});

it("weighs each course of a programme the same, and leaves out those without a grade", () => {
  expect(averageGrade([10_000, null, 5_000])).toBe(7_500);
  expect(averageGrade([null, null])).toBeNull();
});

it("waits, for a programme, as long as the grade of one of its courses does", () => {
  expect(averageGrade([10_000, "waiting", null])).toBe("waiting");
});
