import { expect, it } from "vitest";
import { type OwnLessonGrade, ownCourseGrade } from "./own-grades.ts";

const lesson = (came: OwnLessonGrade["came"], more: Partial<OwnLessonGrade> = {}): OwnLessonGrade => ({
  ...{ lessonId: "1", weight: 1, given: null, came },
  ...more,
});
const given = { share: 4_000, reason: "Sat it on paper", givenAt: new Date() };

it("counts what she may see", () => {
  const lessons = [
    lesson({ to: "share", share: 9_000 }),
    lesson({ to: "share", share: 5_000 }),
    lesson({ to: "none" }),
  ];
  expect(ownCourseGrade(lessons, 0)).toBe(7_000);
  expect(ownCourseGrade(lessons, 1)).toBe(9_000);
});

it("is hidden where it would tell a score that is, and waits where an answer does", () => {
  const seen = lesson({ to: "share", share: 9_000 });
  expect(ownCourseGrade([seen, lesson({ to: "hidden" })], 0)).toBe("hidden");
  expect(ownCourseGrade([seen, lesson({ to: "hidden" }, { weight: 0 })], 0)).toBe(9_000);
  expect(ownCourseGrade([seen, lesson({ to: "waiting" })], 0)).toBe("waiting");
});

it("takes a grade that a person gave, whatever is hidden or waits beneath it", () => {
  expect(ownCourseGrade([lesson({ to: "hidden" }, { given }), lesson({ to: "waiting" }, { given })], 0)).toBe(4_000);
});
