import { expect, test } from "vitest";
import { changeAccess } from "#app/features/enrolment/tending/change-access.server.ts";
import { waiveLesson } from "#app/features/progress/waive-lesson.server.ts";
import { voidAttempt } from "#app/features/quiz/void-attempt.server.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { createTeacher } from "#tests/factories/teacher.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findLearner } from "./find-learner.server.ts";

const database = openTestDatabase();
const reason = "As we spoke of it.";
const right = { choice: "right" };

async function sat({ blindGrading = false, essays = 0 }: { blindGrading?: boolean; essays?: number } = {}) {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 1, essays, rules: { attempts: 2, blindGrading } });
  const learner = await sitQuiz(db, { quiz, answers: [right, essays > 0 ? { text: "The gates." } : undefined] });
  const teacher = await createTeacher(db, { courseId: quiz.course.id });
  const address = { course: quiz.course.slug, enrolment: learner.enrolmentId };
  return { db, quiz, learner, teacher, address };
}

test("one page tells every fact: place, progress, lessons, attempts, grade, and what was done", async () => {
  const { quiz, learner, teacher, address } = await sat();
  const act = { course: address.course, enrolmentId: learner.enrolmentId, reason };
  await changeAccess(teacher, { ...act, accessUntil: new Date("2031-01-01T00:00:00Z") });
  await waiveLesson(teacher, { ...act, lessonId: quiz.lessons[1]?.id ?? "" });
  await sitQuiz(database.db, { quiz, answers: [{ choice: "wrong" }], learner });
  await voidAttempt(teacher, { ...act, lessonId: quiz.lessonId, number: 2 });
  const page = await findLearner(teacher, address);
  expect(page.person.email).toBe(learner.person.email);
  expect(page.tends).toBe(true);
  expect(page.place).toMatchObject({ state: "active", release: 1, accessUntil: new Date("2031-01-01T00:00:00Z") });
  expect(page.progress).toMatchObject({ required: 3, completed: 1, finished: false });
  expect(page.progress.missing).toHaveLength(2);
  const lessons = page.outline.flatMap((section) => section.lessons);
  expect(lessons[1]).toMatchObject({ completed: true, completion: { cause: "waived" } });
  expect(lessons[0]).toMatchObject({ grade: { share: 10_000, waiting: false, overridden: false } });
  expect(page.grade).toBe(10_000);
  expect(page.quizzes).toMatchObject([
    {
      nameless: false,
      attempts: [
        { number: 1, state: "submitted", passed: true },
        { number: 2, state: "voided", voidReason: reason },
      ],
    },
  ]);
  expect(page.acts.map(({ action, reason: why, number }) => [action, why, number])).toEqual([
    ["attempt.void", reason, 2],
    ["completion.waive", reason, null],
    ["enrolment.changeAccess", reason, null],
  ]);
});

test("as long as a quiz without names waits, nothing tells which attempt is hers", async () => {
  const { teacher, address, learner } = await sat({ blindGrading: true, essays: 1 });
  const page = await findLearner(teacher, address);
  expect(page.quizzes).toMatchObject([
    { nameless: true, attempts: [{ number: 1, id: null, startedAt: null, points: null, hidden: true }] },
  ]);
  expect(JSON.stringify(page)).not.toContain(learner.attemptId);
});

test("an assistant sees the page and may change nothing; other instructors find none, nor at another course", async () => {
  const { db, quiz, address } = await sat();
  const other = await createQuiz(db);
  const assistant = await createTeacher(db, { courseId: quiz.course.id, role: "assistant" });
  expect(await findLearner(assistant, address)).toMatchObject({ tends: false });
  const elsewhere = await createTeacher(db, { courseId: other.course.id });
  await expect(findLearner(elsewhere, address)).rejects.toMatchObject({ status: 404 });
  const { enrolmentId } = await createEnrolment(db, { course: other.course });
  await expect(findLearner(assistant, { ...address, enrolment: enrolmentId })).rejects.toMatchObject({ status: 404 });
});
