import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import type { QuizRules } from "#app/features/quiz/quiz-rules.ts";
import { saveAnswers } from "#app/features/quiz/save-answers.server.ts";
import { unsafeSubmitAttempt } from "#app/features/quiz/submit-attempt.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginQuiz } from "./begin-quiz.server.ts";
import { findAttemptPage } from "./find-attempt-page.server.ts";
import { findCoursePage } from "./find-course-page.server.ts";
import { findLessonPage } from "./find-lesson-page.server.ts";

const database = openTestDatabase();
const START = new Date("2027-03-01T12:00:00Z");

async function openAttempt(rules: Partial<QuizRules> = {}, { essays = 0 } = {}) {
  const { db } = database;
  const quiz = await createQuiz(db, { rules, questions: 2, essays });
  const { person, enrolmentId } = await createEnrolment(db, { course: quiz.course });
  const at = (seconds: number) => contextOf(db, person, { now: new Date(START.getTime() + seconds * 1_000) });
  const { attemptId } = await beginAttempt(at(0), { enrolmentId, lessonId: quiz.lessonId });
  const edits = [1, 2].map((slot) => {
    return { slot, sequence: slot, value: { choice: "right" }, madeAt: START.getTime() };
  });
  await saveAnswers(at(1), { attemptId, device: randomUUID(), edits });
  const address = { course: quiz.course.slug, lesson: "quiz" };
  const find = (seconds: number) => findAttemptPage(at(seconds), { course: address.course, attempt: attemptId });
  const completions = () => database.db.completion.count({ where: { enrolmentId } });
  return { ...quiz, person, enrolmentId, attemptId, at, address, find, completions };
}

test("an attempt stands in its course, and once it is over with the lesson after it", async () => {
  const { find, course, attemptId, at } = await openAttempt();
  expect(await find(5)).toMatchObject({
    attempt: { state: "open", number: 1 },
    course: { slug: course.slug },
    lesson: { slug: "quiz", completed: false },
    next: null,
  });
  await unsafeSubmitAttempt(at(6), { attemptId, by: "learner" });
  expect(await find(7)).toMatchObject({
    attempt: { state: "submitted" },
    course: { slug: course.slug },
    lesson: { slug: "quiz" },
    next: { slug: "lesson-1" },
  });
});

test("nobody sees another's attempt, nor her own at another course's address", async () => {
  const { attemptId, course, at } = await openAttempt();
  const other = contextOf(database.db, await createPerson(database.db));
  const elsewhere = await openAttempt();
  const hidden = { status: 404 };
  await expect(findAttemptPage(other, { course: course.slug, attempt: attemptId })).rejects.toMatchObject(hidden);
  const wrong = { course: elsewhere.course.slug, attempt: attemptId };
  await expect(findAttemptPage(at(1), wrong)).rejects.toMatchObject(hidden);
});

test("where the job that closes it has not run, the page does so once the grace is over, and the lesson is complete", async () => {
  const { find, completions } = await openAttempt({ minutes: 10, graceSeconds: 60 });
  expect((await find(630)).attempt.state).toBe("open");
  expect(await completions()).toBe(0);
  const { attempt, lesson } = await find(660);
  expect(attempt).toMatchObject({ state: "submitted", submittedBy: "clock", score: { passed: true } });
  expect(lesson?.completed).toBe(true);
  expect(await completions()).toBe(1);
});

test("what an instructor gave by each criterion, and said, is told", async () => {
  const { find, attemptId, at } = await openAttempt({}, { essays: 1 });
  await unsafeSubmitAttempt(at(5), { attemptId, by: "learner" });
  const rubric = { depth: "full", language: 3 };
  await database.db.slotGrade.update({
    where: { attemptId_slot: { attemptId, slot: 3 } },
    data: { points: 9_000, comment: "Well argued.", rubric },
  });
  const { attempt } = await find(6);
  expect(attempt.state === "submitted" && attempt.slots[2]?.earned).toMatchObject({
    comment: "Well argued.",
    criteria: [
      { given: 6, points: 6, level: { en: "Level full" } },
      { given: 3, points: 4, level: null },
    ],
  });
});

test("where only the score may be seen, neither marks nor keys are in the page", async () => {
  const { find, attemptId, at } = await openAttempt({ revealAfterSubmitting: ["score"] });
  await unsafeSubmitAttempt(at(5), { attemptId, by: "learner" });
  const { attempt } = await find(6);
  if (attempt.state !== "submitted") throw new Error("It was not submitted");
  expect(attempt.slots.flatMap((slot) => Object.keys(slot))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(key|parts|remarks)$/)]),
  );
});

test("an edit that came after the end is told, and does not count", async () => {
  const { find, attemptId, at } = await openAttempt();
  await unsafeSubmitAttempt(at(5), { attemptId, by: "learner" });
  const edits = [{ slot: 2, sequence: 9, value: { choice: "wrong" }, madeAt: START.getTime() }];
  await saveAnswers(at(6), { attemptId, device: randomUUID(), edits });
  const { attempt } = await find(7);
  expect(attempt.state === "submitted" && attempt.slots.map(({ cameLate }) => cameLate)).toEqual([false, true]);
  expect(attempt.state === "submitted" && attempt.answers.map(({ value }) => value)).toEqual([
    { choice: "right" },
    { choice: "right" },
  ]);
});

test("the quiz's page costs few queries, and heals a pass whose completion was cut short", async () => {
  const { attemptId, at, address, completions } = await openAttempt();
  await findLessonPage(at(2), address);
  const asked = vi.spyOn(database.connections, "query");
  await findLessonPage(at(3), address);
  expect(asked.mock.calls.length).toBeLessThanOrEqual(5);
  asked.mockRestore();
  await unsafeSubmitAttempt(at(5), { attemptId, by: "learner" });
  expect(await completions()).toBe(0);
  const page = await findLessonPage(at(6), address);
  expect(page.lesson.completed).toBe(true);
  expect(await completions()).toBe(1);
});

test("the quiz's page submits an attempt whose time is over", async () => {
  const { at, address } = await openAttempt({ minutes: 10, graceSeconds: 0 });
  const page = await findLessonPage(at(600), address);
  expect(page.text && page.quiz?.learner).toMatchObject({ open: null, past: [{ number: 1 }] });
  expect(page.lesson.completed).toBe(true);
});

test("the outline says of a quiz that an attempt is open, and that answers wait to be graded", async () => {
  const { attemptId, at, address } = await openAttempt({}, { essays: 1 });
  const sittings = async (seconds: number) =>
    (await findCoursePage(at(seconds), address))?.outline.flatMap(({ lessons }) =>
      lessons.map(({ sitting }) => sitting),
    );
  expect(await sittings(2)).toEqual(["open", null, null]);
  const edits = [{ slot: 3, sequence: 3, value: { text: "An answer." }, madeAt: START.getTime() }];
  await saveAnswers(at(3), { attemptId, device: randomUUID(), edits });
  await unsafeSubmitAttempt(at(5), { attemptId, by: "learner" });
  expect(await sittings(6)).toEqual(["waiting", null, null]);
});

test("a learner begins at the quiz's address, and whoever has no place is sent to enrol", async () => {
  const { at, address, attemptId } = await openAttempt();
  expect(await beginQuiz(at(5), { ...address, password: undefined })).toEqual({ attemptId });
  const stranger = contextOf(database.db, await createPerson(database.db));
  expect(await beginQuiz(stranger, { ...address, password: undefined })).toBeUndefined();
  const admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  await expect(beginQuiz(admin, { ...address, password: undefined })).rejects.toMatchObject({ status: 404 });
});
