import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginAttempt } from "./begin-attempt.server.ts";
import { unsafeFindQuiz } from "./find-quiz.server.ts";
import type { QuizRules } from "./quiz-rules.ts";
import { saveAnswers } from "./save-answers.server.ts";
import { unsafeSubmitAttempt } from "./submit-attempt.server.ts";

const database = openTestDatabase();
const START = new Date("2027-03-01T12:00:00Z");

async function openQuiz(rules: Partial<QuizRules> = {}) {
  const { db } = database;
  const quiz = await createQuiz(db, { rules, questions: 2, pool: { of: 4, draw: 2 } });
  const { person, enrolmentId } = await createEnrolment(db, { course: quiz.course });
  const { lessonId } = quiz;
  const at = (minutes: number) => contextOf(db, person, { now: new Date(START.getTime() + minutes * 60_000) });
  const find = (minutes = 0) =>
    unsafeFindQuiz(at(minutes), {
      lessonId,
      releaseId: quiz.release.id,
      learner: { userId: person.id, enrolmentId },
    });
  const sit = async (minutes: number, right: number) => {
    const { attemptId } = await beginAttempt(at(minutes), { enrolmentId, lessonId });
    const edits = [1, 2, 3, 4].map((slot) => ({
      ...{ slot, sequence: slot, madeAt: START.getTime() },
      value: { choice: slot <= right ? "right" : "wrong" },
    }));
    await saveAnswers(at(minutes), { attemptId, device: randomUUID(), edits });
    await unsafeSubmitAttempt(at(minutes), { attemptId, by: "learner" });
    return attemptId;
  };
  return { ...quiz, enrolmentId, at, find, sit };
}

test("its rules are told, and neither its questions nor its password", async () => {
  const { find, fixed } = await openQuiz({ minutes: 20, attempts: 3, password: "olive-tree" });
  const quiz = await find();
  expect(quiz).toMatchObject({ minutes: 20, attempts: 3, questions: 4, points: 4_000, hasPassword: true });
  expect(quiz?.learner).toMatchObject({ obstacle: null, left: 3, open: null, past: [] });
  const told = JSON.stringify(quiz);
  for (const secret of ["olive-tree", "Fixed", ...fixed.map(({ versionId }) => versionId)])
    expect(told).not.toContain(secret);
});

test("the time and the window that were granted to her are told in the place of the rules'", async () => {
  const { find, enrolmentId, lessonId, course } = await openQuiz({ minutes: 20, closesAt: "2027-03-01T11:00:00Z" });
  expect((await find())?.learner?.obstacle).toBe("closed");
  const section = await database.db.section.create({ data: { courseId: course.id, position: 0, titles: {} } });
  await database.db.lesson.create({
    data: { id: lessonId, courseId: course.id, sectionId: section.id, slug: "quiz", position: 0, minutes: 1 },
  });
  await database.db.quiz.create({ data: { lessonId, courseId: course.id, rules: {}, plan: {} } });
  const closesAt = new Date("2027-03-02T12:00:00Z");
  await database.db.quizAccommodation.create({ data: { lessonId, enrolmentId, extraMinutes: 10, closesAt } });
  expect(await find()).toMatchObject({ minutes: 30, extraMinutes: 10, closesAt, learner: { obstacle: null } });
});

test("her attempts are told newest first, with their scores, and what is left", async () => {
  const { find, sit } = await openQuiz({ attempts: 3 });
  const first = await sit(0, 1);
  const second = await sit(1, 3);
  const { learner } = (await find(2)) ?? {};
  expect(learner).toMatchObject({ left: 1, earnedBy: second, obstacle: null });
  expect(learner?.past).toMatchObject([
    { id: second, number: 2, score: { points: 3_000, maxPoints: 4_000, passed: true }, waiting: false },
    { id: first, number: 1, score: { points: 1_000, passed: false } },
  ]);
  await sit(3, 4);
  expect((await find(4))?.learner).toMatchObject({ left: 0, obstacle: "noAttemptsLeft" });
});

test("a score that may not be seen yet is not told, and is once it may be", async () => {
  const { find, sit } = await openQuiz({ revealAfterSubmitting: [], closesAt: "2027-03-01T13:00:00Z" });
  await sit(0, 4);
  expect((await find(1))?.learner?.past).toMatchObject([{ score: null, waiting: false }]);
  expect((await find(61))?.learner?.past).toMatchObject([{ score: { points: 4_000 } }]);
});

test("an attempt that is open is told with its deadline, and as overdue once its grace is over", async () => {
  const { find, at, enrolmentId, lessonId } = await openQuiz({ minutes: 10, graceSeconds: 60 });
  const { attemptId } = await beginAttempt(at(0), { enrolmentId, lessonId });
  const open = { id: attemptId, number: 1, deadlineAt: new Date(START.getTime() + 600_000) };
  expect((await find(10))?.learner).toMatchObject({ open, overdue: null });
  expect((await find(11))?.learner).toMatchObject({ overdue: attemptId });
});

test("who teaches the course is told the rules alone", async () => {
  const { at, lessonId, release } = await openQuiz({ password: "olive-tree" });
  const quiz = await unsafeFindQuiz(at(0), { lessonId, releaseId: release.id, learner: null });
  expect(quiz).toMatchObject({ questions: 4, learner: null });
  expect(JSON.stringify(quiz)).not.toContain("olive-tree");
});
