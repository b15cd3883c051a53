import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginAttempt } from "./begin-attempt.server.ts";
import { unsafeLoadPaper } from "./load-paper.server.ts";
import { unsafeSubmitAttempt } from "./submit-attempt.server.ts";

const database = openTestDatabase();

async function openQuiz(...input: Parameters<typeof createQuiz> extends [unknown, ...infer Rest] ? Rest : never) {
  const { db } = database;
  const quiz = await createQuiz(db, ...input);
  const { ctx, enrolmentId, person } = await createEnrolment(db, { course: quiz.course });
  return { ...quiz, ctx, enrolmentId, person, input: { enrolmentId, lessonId: quiz.lessonId } };
}

const submit = (attemptId: string, now = new Date()) =>
  unsafeSubmitAttempt({ ...database, clock: { now: () => now } }, { attemptId, by: "learner" });

test("ten tabs that begin at once begin one attempt", async () => {
  const { ctx, input } = await openQuiz({ rules: { attempts: 1 } });
  const begun = await Promise.all(Array.from({ length: 10 }, () => beginAttempt(ctx, input)));
  expect(new Set(begun.map(({ attemptId }) => attemptId)).size).toBe(1);
  expect(begun.filter((one) => one.begun)).toHaveLength(1);
});

test("past the limit none begins, however many ask at once", async () => {
  const { ctx, input } = await openQuiz({ rules: { attempts: 2 } });
  await submit((await beginAttempt(ctx, input)).attemptId);
  await submit((await beginAttempt(ctx, input)).attemptId);
  const asked = await Promise.allSettled(Array.from({ length: 5 }, () => beginAttempt(ctx, input)));
  expect(asked.map((one) => one.status)).toEqual(Array(5).fill("rejected"));
  await expect(beginAttempt(ctx, input)).rejects.toMatchObject({ code: "noAttemptsLeft" });
  expect(await database.db.attempt.count({ where: { enrolmentId: input.enrolmentId } })).toBe(2);
});

test("the database refuses a second open attempt and one past the limit by itself", async () => {
  const { ctx, input } = await openQuiz({ rules: { attempts: 1 } });
  const { attemptId } = await beginAttempt(ctx, input);
  const again = (number: number, allowed: number | null) =>
    database.connections.query(
      `INSERT INTO "Attempt" ("enrolmentId", "lessonId", "number", "allowed", "seed", "paper", "startedAt", "maxPoints")
      SELECT "enrolmentId", "lessonId", $2, $3, 1, "paper", now(), 0 FROM "Attempt" WHERE "id" = $1`,
      [attemptId, number, allowed],
    );
  await expect(again(2, null)).rejects.toThrow("Attempt_one_open");
  await expect(again(1, null)).rejects.toThrow("unique");
  await submit(attemptId);
  await expect(again(2, 1)).rejects.toThrow("Attempt_within_allowed");
});

test("a paper holds no key, and later versions of its questions change nothing in it", async () => {
  const { ctx, input, fixed } = await openQuiz({ questions: 2, pool: { of: 5, draw: 2 } });
  const { attemptId } = await beginAttempt(ctx, input);
  const { paper } = await unsafeLoadPaper(database.db, attemptId);
  expect(paper.slots).toHaveLength(4);
  expect(JSON.stringify(paper.slots)).not.toMatch(/share|remark|feedback|key|tolerance/);
  expect(JSON.stringify(paper.rules)).not.toContain("password");
  const before = JSON.stringify(await database.db.attempt.findUniqueOrThrow({ where: { id: attemptId } }));
  await database.db.question.update({ where: { id: fixed[0]?.questionId ?? "" }, data: { removedAt: new Date() } });
  expect(JSON.stringify(await database.db.attempt.findUniqueOrThrow({ where: { id: attemptId } }))).toBe(before);
  await expect(
    database.db.questionVersion.update({ where: { id: fixed[0]?.versionId ?? "" }, data: { body: {} } }),
  ).rejects.toThrow("never changes");
});

test.each([
  ["before it opens", { opensAt: "2027-01-02T00:00:00Z" }, undefined, "notOpenYet"],
  ["after it closed", { closesAt: "2026-12-31T00:00:00Z" }, undefined, "closed"],
  ["with another password", { password: "باب الأسباط" }, "باب العامود", "wrongPassword"],
  ["without the password", { password: "باب الأسباط" }, undefined, "wrongPassword"],
])("nobody begins %s", async (_, rules, password, code) => {
  const { person, input } = await openQuiz({ rules });
  const ctx = contextOf(database.db, person, { now: new Date("2027-01-01T00:00:00Z") });
  await expect(beginAttempt(ctx, { ...input, password })).rejects.toMatchObject({ code });
});

test("a learner who was granted another window begins in it, with her extra minutes", async () => {
  const { person, input, lessonId, enrolmentId, course } = await openQuiz({
    rules: { closesAt: "2026-12-31T00:00:00Z", minutes: 30, graceSeconds: 60 },
  });
  const section = await database.db.section.create({ data: { courseId: course.id, position: 0, titles: {} } });
  const lesson = { id: lessonId, courseId: course.id, sectionId: section.id, slug: "quiz", position: 0, minutes: 10 };
  await database.db.lesson.create({ data: { ...lesson, kind: "quiz" } });
  await database.db.quiz.create({ data: { lessonId, courseId: course.id, rules: {}, plan: {} } });
  await database.db.quizAccommodation.create({
    data: { lessonId, enrolmentId, extraMinutes: 15, closesAt: new Date("2027-02-01T00:00:00Z") },
  });
  const ctx = contextOf(database.db, person, { now: new Date("2027-01-01T00:00:00Z") });
  const { attemptId } = await beginAttempt(ctx, input);
  const { deadlineAt, graceUntil } = await database.db.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  expect(deadlineAt).toEqual(new Date("2027-01-01T00:45:00Z"));
  expect(graceUntil).toEqual(new Date("2027-01-01T00:46:00Z"));
});

test("for another learner's enrolment, or a lesson that is no quiz, there is nothing to begin", async () => {
  const { ctx, input, lessons } = await openQuiz();
  const other = contextOf(database.db, await createPerson(database.db));
  await expect(beginAttempt(other, input)).rejects.toMatchObject({ status: 404 });
  await expect(beginAttempt(ctx, { ...input, lessonId: lessons[1]?.id ?? "" })).rejects.toMatchObject({ status: 404 });
  await expect(beginAttempt(ctx, { ...input, enrolmentId: randomUUID() })).rejects.toMatchObject({ status: 404 });
});

test("a password is not found by trying", async () => {
  const { ctx, input, course } = await openQuiz({ rules: { password: "7431" } });
  for (let pin = 0; pin < 10; pin += 1)
    await expect(beginAttempt(ctx, { ...input, password: `${pin}` })).rejects.toMatchObject({ code: "wrongPassword" });
  await expect(beginAttempt(ctx, { ...input, password: "7431" })).rejects.toMatchObject({ code: "tooMany" });
  const other = await createEnrolment(database.db, { course });
  const hers = { ...input, enrolmentId: other.enrolmentId, password: "7431" };
  expect(await beginAttempt(other.ctx, hers)).toMatchObject({ begun: true });
});
