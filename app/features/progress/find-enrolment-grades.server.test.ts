import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { createCourse, createRelease } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findCourseGrades } from "./find-course-grades.server.ts";
import { findEnrolmentGrades } from "./find-enrolment-grades.server.ts";

const database = openTestDatabase();

const quiz = (slug: string, { required = true, weight = 1 } = {}) => ({
  ...{ id: randomUUID(), slug, required, preview: false, weight },
  kind: "quiz" as const,
});

/** A course of two required quizzes, the second weighing three times the first, an optional one, and a text. */
async function makeGradedCourse({ dropLowest = 0 } = {}) {
  const { db } = database;
  const [first, second, extra] = [quiz("first"), quiz("second", { weight: 3 }), quiz("extra", { required: false })];
  const text = { id: randomUUID(), slug: "text", required: true, preview: false };
  const made = await createCourse(db, { lessons: [first, text, second, extra], dropLowest });
  const { enrolmentId, person } = await createEnrolment(db, { course: made.course });
  const stand = (lessonId: string, share: number | null, waiting = false) =>
    db.quizStanding.create({ data: { enrolmentId, lessonId, attempts: 1, share, waiting } });
  const override = (lessonId: string, share: number) =>
    db.gradeOverride.create({ data: { enrolmentId, lessonId, share, reason: "Sat it on paper" } });
  const find = async () => (await findEnrolmentGrades(db, { enrolmentIds: [enrolmentId] })).get(enrolmentId);
  return { ...made, enrolmentId, person, first, second, extra, text, stand, override, find };
}

it("counts the required quizzes of the enrolment's release by what they weigh, and no others", async () => {
  const { first, second, extra, stand, find } = await makeGradedCourse();
  expect(await find()).toEqual({
    grade: null,
    lessons: [
      { lessonId: first.id, share: null, waiting: false, overridden: false, weight: 1 },
      { lessonId: second.id, share: null, waiting: false, overridden: false, weight: 3 },
    ],
  });
  await stand(first.id, 10_000);
  await stand(second.id, 6_000);
  await stand(extra.id, 0);
  expect((await find())?.grade).toBe(7_000);
});

it("takes what a person gave in place of what was earned, of what waits, and of what was never sat", async () => {
  const { first, second, text, stand, override, find } = await makeGradedCourse();
  await stand(first.id, 2_000, true);
  expect((await find())?.grade).toBe("waiting");
  await override(first.id, 8_000);
  expect(await find()).toMatchObject({
    grade: 8_000,
    lessons: [{ share: 8_000, overridden: true, waiting: false }, {}],
  });
  await override(second.id, 4_000);
  await override(text.id, 0);
  expect((await find())?.grade).toBe(5_000);
});

it("leaves out the lowest as the release to which she is pinned says, whatever a later one does", async () => {
  const { db } = database;
  const { course, first, second, stand, find } = await makeGradedCourse({ dropLowest: 1 });
  await stand(first.id, 9_000);
  await stand(second.id, 1_000);
  const later = await createRelease(db, { courseId: course.id, number: 2, lessons: [quiz("other")] });
  await db.course.update({ where: { id: course.id }, data: { currentReleaseId: later.id, dropLowest: 0 } });
  expect((await find())?.grade).toBe(9_000);
});

it("answers for many at once, and for a learner by course", async () => {
  const { db } = database;
  const [one, other] = [await makeGradedCourse(), await makeGradedCourse()];
  await one.stand(one.first.id, 5_000);
  const nobody = randomUUID();
  const grades = await findEnrolmentGrades(db, { enrolmentIds: [one.enrolmentId, other.enrolmentId, nobody] });
  expect([...grades].map(([id, { grade }]) => [id, grade])).toEqual(
    expect.arrayContaining([
      [one.enrolmentId, 5_000],
      [other.enrolmentId, null],
    ]),
  );
  expect(grades.size).toBe(2);
  expect(await findEnrolmentGrades(db, { enrolmentIds: [] })).toEqual(new Map());
  const byCourse = await findCourseGrades(db, { userId: one.person.id, courseIds: [one.course.id, other.course.id] });
  expect(byCourse).toEqual(
    new Map([
      [one.course.id, 5_000],
      [other.course.id, null],
    ]),
  );
});
