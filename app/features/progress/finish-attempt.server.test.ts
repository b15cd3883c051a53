import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import type { QuizRules } from "#app/features/quiz/quiz-rules.ts";
import { saveAnswers } from "#app/features/quiz/save-answers.server.ts";
import { unsafeSubmitAttempt } from "#app/features/quiz/submit-attempt.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import {
  closeAttemptHandler,
  closeOverdueHandler,
  completeQuizHandler,
  finishAttempt,
} from "./finish-attempt.server.ts";

const database = openTestDatabase();
const START = new Date("2027-03-01T12:00:00Z");

async function sit({
  rules = {},
  right = 2,
  of = 3,
}: {
  rules?: Partial<QuizRules>;
  right?: number;
  of?: number;
} = {}) {
  const quiz = await createQuiz(database.db, { rules, questions: of });
  const { person, enrolmentId } = await createEnrolment(database.db, { course: quiz.course });
  const at = (seconds: number) => ({
    ...contextOf(database.db, person, { now: new Date(START.getTime() + seconds * 1_000) }),
  });
  const begin = () => beginAttempt(at(0), { enrolmentId, lessonId: quiz.lessonId });
  const { attemptId } = await begin();
  const edits = Array.from({ length: of }, (_, i) => ({
    ...{ slot: i + 1, sequence: i + 1, madeAt: START.getTime() + 1_000 },
    value: { choice: i < right ? "right" : "wrong" },
  }));
  await saveAnswers(at(1), { attemptId, device: randomUUID(), edits });
  return { ...quiz, person, enrolmentId, attemptId, at, begin };
}

const completionsOf = (enrolmentId: string) =>
  database.db.completion.findMany({ where: { enrolmentId }, select: { cause: true } });
const job = (seconds: number) => ({
  db: database.db,
  clock: { now: () => new Date(START.getTime() + seconds * 1_000) },
  log,
});

test("a passing attempt completes the lesson once, however often it is submitted", async () => {
  const { attemptId, enrolmentId, at } = await sit({ right: 2 });
  expect(await finishAttempt(at(10), { attemptId })).toEqual({ completed: true });
  expect(await finishAttempt(at(11), { attemptId })).toEqual({ completed: true });
  expect(await completionsOf(enrolmentId)).toEqual([{ cause: "passed" }]);
  const { completedRequired } = await database.db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  expect(completedRequired).toBe(1);
});

test("a failing attempt completes nothing, and the better one after it does", async () => {
  const { attemptId, enrolmentId, at, begin } = await sit({ right: 1 });
  expect(await finishAttempt(at(10), { attemptId })).toEqual({ completed: false });
  expect(await completionsOf(enrolmentId)).toEqual([]);
  const next = await begin();
  const edits = [1, 2, 3].map((slot) => ({
    slot,
    sequence: slot,
    value: { choice: "right" },
    madeAt: START.getTime(),
  }));
  await saveAnswers(at(20), { attemptId: next.attemptId, device: randomUUID(), edits });
  expect(await finishAttempt(at(30), next)).toEqual({ completed: true });
});

test("where the instructor says so, submitting completes the lesson whatever was earned", async () => {
  const { attemptId, enrolmentId, at } = await sit({ rules: { completesOn: "submitting" }, right: 0 });
  expect(await finishAttempt(at(10), { attemptId })).toEqual({ completed: true });
  expect(await completionsOf(enrolmentId)).toEqual([{ cause: "submitted" }]);
});

test("a worse attempt after a passed one takes nothing away", async () => {
  const { attemptId, enrolmentId, lessonId, at, begin } = await sit({ rules: { counts: "last" }, right: 3 });
  await finishAttempt(at(10), { attemptId });
  await finishAttempt(at(30), await begin());
  const standing = await database.db.quizStanding.findFirstOrThrow({ where: { enrolmentId, lessonId } });
  expect(standing).toMatchObject({ share: 0, passed: true, attempts: 2 });
  expect(await completionsOf(enrolmentId)).toHaveLength(1);
});

test("when time is over the clock submits what was saved, without a browser, and not before the grace is", async () => {
  const { attemptId, enrolmentId } = await sit({ rules: { minutes: 10, graceSeconds: 60 }, right: 3 });
  await closeAttemptHandler.handle(job(659), { attemptId });
  expect(await database.db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ state: "open" });
  await closeAttemptHandler.handle(job(660), { attemptId });
  await closeAttemptHandler.handle(job(900), { attemptId });
  expect(await database.db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
    state: "submitted",
    submittedBy: "clock",
    points: 3_000,
  });
  expect(await completionsOf(enrolmentId)).toEqual([{ cause: "passed" }]);
});

test("an attempt brings the job that closes it where it ends soon, else that is planned minutes before, and once", async () => {
  const rules = { graceSeconds: 60 };
  const [soon, later] = [
    await sit({ rules: { ...rules, minutes: 1 } }),
    await sit({ rules: { ...rules, minutes: 10 } }),
  ];
  const jobsOf = async (attemptId: string) =>
    (
      await database.connections.query(
        `SELECT run_at AS "runAt", payload, max_attempts AS "maxAttempts"
         FROM graphile_worker._private_jobs WHERE key = 'attempt:' || $1`,
        [attemptId],
      )
    ).rows;
  expect(await jobsOf(soon.attemptId)).toHaveLength(1);
  expect(await jobsOf(later.attemptId)).toEqual([]);
  await closeOverdueHandler.handle(job(470), {});
  expect(await jobsOf(later.attemptId)).toEqual([]);
  await closeOverdueHandler.handle(job(490), {});
  await closeOverdueHandler.handle(job(550), {});
  const runAt = new Date(START.getTime() + 660_000);
  const payload = { attemptId: later.attemptId };
  expect(await jobsOf(later.attemptId)).toEqual([expect.objectContaining({ runAt, payload, maxAttempts: 24 })]);
});

test("a grade that earns it brings the job that completes", async () => {
  const { attemptId, at } = await sit({ rules: { minutes: 1 }, right: 3 });
  const jobs = async () =>
    (
      await database.connections.query(
        `SELECT task_identifier AS kind, run_at AS "runAt" FROM graphile_worker.jobs WHERE key LIKE '%' || $1 ORDER BY kind`,
        [attemptId],
      )
    ).rows;
  await finishAttempt(at(1), { attemptId });
  expect((await jobs()).map(({ kind }) => kind)).toEqual(["closeAttempt", "completeQuiz"]);
});

test("a crash between the grade and the completion is healed by the job", async () => {
  const { attemptId, enrolmentId, at } = await sit({ right: 3 });
  await unsafeSubmitAttempt(at(10), { attemptId, by: "learner" });
  expect(await completionsOf(enrolmentId)).toEqual([]);
  await completeQuizHandler.handle(job(20), { attemptId });
  expect(await completionsOf(enrolmentId)).toEqual([{ cause: "passed" }]);
});

test("nobody submits another learner's attempt", async () => {
  const { attemptId } = await sit();
  const other = contextOf(database.db, await createPerson(database.db));
  await expect(finishAttempt(other, { attemptId })).rejects.toMatchObject({ status: 404 });
});

test("attempts whose own jobs were lost are closed past their grace, with their completions; none before", async () => {
  const rules = { minutes: 10, graceSeconds: 60 };
  const [lost, open] = [await sit({ rules }), await sit({ rules: { minutes: 20, graceSeconds: 60 } })];
  const stateOf = async (id: string) => (await database.db.attempt.findUniqueOrThrow({ where: { id } })).state;
  await closeOverdueHandler.handle(job(664), {});
  expect(await stateOf(lost.attemptId)).toBe("open");
  await closeOverdueHandler.handle(job(666), {});
  await closeOverdueHandler.handle(job(667), {});
  expect([await stateOf(lost.attemptId), await stateOf(open.attemptId)]).toEqual(["submitted", "open"]);
  expect(await completionsOf(lost.enrolmentId)).toEqual([{ cause: "passed" }]);
});
