import { expect, it } from "vitest";
import { averageGrade, courseGrade } from "./course-grade.ts";

it("is the average of the quizzes, rounded down", () => {
  expect(courseGrade([{ share: 10_000, waiting: false }])).toBe(10_000);
  expect(courseGrade([10_000, 9_999, 9_999].map((share) => ({ share, waiting: false })))).toBe(9_999);
});

it("is not known while an answer waits for a person", () => {
  expect(
    courseGrade([
      { share: 10_000, waiting: false },
      { share: 8_000, waiting: true },
    ]),
  ).toBe("waiting");
});

it("leaves out a quiz of which nothing is graded, and is none where that is all", () => {
  expect(
    courseGrade([
      { share: null, waiting: false },
      { share: 7_000, waiting: false },
    ]),
  ).toBe(7_000);
  expect(courseGrade([{ share: null, waiting: false }])).toBeNull();
  expect(courseGrade([])).toBeNull();
});

it("weighs each course of a programme the same, and leaves out those without a grade", () => {
  expect(averageGrade([10_000, null, 5_000])).toBe(7_500);
  expect(averageGrade([null, null])).toBeNull();
});

it("waits, for a programme, as long as the grade of one of its courses does", () => {
  expect(averageGrade([10_000, "waiting", null])).toBe("waiting");
});
