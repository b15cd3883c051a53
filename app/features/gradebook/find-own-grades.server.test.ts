import { expect, it } from "vitest";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createTeacher, sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findOwnGrades } from "./find-own-grades.server.ts";
import { overrideGrade } from "./override-grade.server.ts";

const database = openTestDatabase();
const right = { choice: "right" };

it("tells a learner what she came to, and which grade a person gave and why", async () => {
  const { db } = database;
  const quiz = await createQuiz(db);
  const { course, lessonId } = quiz;
  const { ctx, enrolmentId } = await sitQuiz(db, { quiz, answers: [right, right] });
  expect(await findOwnGrades(ctx, { course: course.slug })).toEqual({
    grade: 6_666,
    dropLowest: 0,
    lessons: [
      {
        lessonId,
        weight: 1,
        given: null,
        came: { to: "share", share: 6_666 },
        titles: { ar: "الدرس 1", en: "Lesson 1" },
      },
    ],
  });
  const owner = await createTeacher(db, { courseId: course.id });
  const given = { share: 9_000, reason: "The key was wrong" };
  await overrideGrade(owner, { course: course.slug, enrolment: enrolmentId, lesson: lessonId, ...given });
  expect(await findOwnGrades(ctx, { course: course.slug })).toMatchObject({
    grade: 9_000,
    lessons: [{ given: { ...given, givenAt: owner.clock.now() }, came: { to: "share", share: 6_666 } }],
  });
});

it("keeps a score that the quiz does not show yet, and the course's grade with it, until it shows it", async () => {
  const { db } = database;
  const closesAt = "2026-12-01T00:00:00.000Z";
  const rules = { closesAt, revealAfterSubmitting: [], revealAfterClosing: ["score" as const] };
  const quiz = await createQuiz(db, { rules });
  const { ctx } = await sitQuiz(db, { quiz, answers: [right], now: new Date("2026-11-30T00:00:00Z") });
  const address = { course: quiz.course.slug };
  expect(await findOwnGrades(ctx, address)).toMatchObject({ grade: "hidden", lessons: [{ came: { to: "hidden" } }] });
  const later = { ...ctx, clock: { now: () => new Date("2026-12-02T00:00:00Z") } };
  expect(await findOwnGrades(later, address)).toMatchObject({ grade: 3_333 });
});

it("says that an answer waits for a person, and nothing of what is graded so far", async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { essays: 1 });
  const { ctx } = await sitQuiz(db, { quiz, answers: [right, right, right, { text: "An essay" }] });
  const found = await findOwnGrades(ctx, { course: quiz.course.slug });
  expect(found).toMatchObject({ grade: "waiting", lessons: [{ came: { to: "waiting" } }] });
});

it("is nothing for somebody without a place, and where nothing is graded", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const { ctx } = await createEnrolment(db, { course });
  expect(await findOwnGrades(ctx, { course: course.slug })).toBeNull();
  const quiz = await createQuiz(db);
  expect(await findOwnGrades(ctx, { course: quiz.course.slug })).toBeNull();
});
