import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createTeacher, sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginAttempt } from "./begin-attempt.server.ts";
import { correctQuestion } from "./correct-question.server.ts";
import { findAttempt } from "./find-attempt.server.ts";
import { unsafeFindQuiz } from "./find-quiz.server.ts";
import { findAttempts } from "./results/find-attempts.server.ts";
import { findItemStatistics } from "./results/find-item-statistics.server.ts";
import { findResultsOverview } from "./results/find-results-overview.server.ts";
import { findSatQuiz } from "./results/find-sat-quiz.server.ts";
import { saveAnswers } from "./save-answers.server.ts";
import { unsafeSubmitAttempt } from "./submit-attempt.server.ts";
import { restoreAttempt, voidAttempt } from "./void-attempt.server.ts";

const database = openTestDatabase();
const right = { choice: "right" };
const wrong = { choice: "wrong" };
const reason = "The line was cut while she sat it.";

/** A quiz that may be sat once, a learner who passed it, and who may set that aside. */
async function passed({ attempts = 1, answers = [right, right] }: { attempts?: number; answers?: unknown[] } = {}) {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 2, rules: { attempts, passPercent: 60 } });
  const { attemptId, enrolmentId, person, ctx } = await sitQuiz(db, { quiz, answers });
  const teacher = await createTeacher(db, { courseId: quiz.course.id });
  const { lessonId, course } = quiz;
  const act = { course: course.slug, enrolmentId, lessonId, number: 1, reason };
  const standing = () => db.quizStanding.findUnique({ where: { enrolmentId_lessonId: { enrolmentId, lessonId } } });
  const begin = () => beginAttempt(ctx, { enrolmentId, lessonId });
  const learnerSees = async () => {
    const view = await unsafeFindQuiz(ctx, { lessonId, releaseId: "", learner: { userId: person.id, enrolmentId } });
    return view?.learner;
  };
  return { db, quiz, ctx, person, teacher, enrolmentId, lessonId, attemptId, act, standing, begin, learnerSees };
}

test("what was set aside counts for nothing, and another attempt can be begun at once", async () => {
  const { db, act, teacher, standing, begin, learnerSees, attemptId } = await passed();
  expect(await standing()).toMatchObject({ attempts: 1, share: 10_000, passed: true });
  await expect(begin()).rejects.toMatchObject({ code: "noAttemptsLeft" });
  await voidAttempt(teacher, act);
  expect(await standing()).toMatchObject({ attempts: 0, share: null, passed: false, waiting: false });
  expect(await learnerSees()).toMatchObject({ left: 1, earnedBy: null, past: [{ setAside: { reason }, score: null }] });
  const { attemptId: second } = await begin();
  expect(await db.attempt.findUnique({ where: { id: second } })).toMatchObject({ number: 2, allowed: 2 });
  expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
    state: "voided",
    voidReason: reason,
  });
});

test("the learner is told by mail with the reason, once however often it is asked, and it is written down", async () => {
  const { db, act, teacher, enrolmentId, person } = await passed();
  await voidAttempt(teacher, act);
  await voidAttempt(teacher, act);
  const { rows } = await database.connections.query(
    `SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'mail' = 'attempt-voided' AND payload->>'to' = $1`,
    [person.email],
  );
  expect(rows).toMatchObject([{ payload: { values: { reason, number: 1 } } }]);
  const entries = await db.auditEntry.findMany({ where: { subjectId: enrolmentId, action: "attempt.void" } });
  expect(entries).toMatchObject([{ reason, actorId: teacher.actor.id, subjectType: "enrolment" }]);
});

test("of several attempts the others go on to count by the quiz's rule", async () => {
  const { db, quiz, act, teacher, standing, ctx, person, enrolmentId } = await passed({
    attempts: 3,
    answers: [right, wrong],
  });
  await sitQuiz(db, { quiz, answers: [right, right], learner: { ctx, person, enrolmentId } });
  expect(await standing()).toMatchObject({ attempts: 2, share: 10_000, passed: true });
  await voidAttempt(teacher, { ...act, number: 2 });
  expect(await standing()).toMatchObject({ attempts: 1, share: 5_000, passed: false });
  await restoreAttempt(teacher, { ...act, number: 2 });
  expect(await standing()).toMatchObject({ attempts: 2, share: 10_000, passed: true });
});

test("an open attempt that is set aside takes no answers, is closed by no clock, and runs on when it is put back", async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 1, rules: { attempts: 1, minutes: 10 } });
  const { enrolmentId, person } = await createEnrolment(db, { course: quiz.course });
  const at = (minutes: number) => contextOf(db, person, { now: new Date(START + minutes * 60_000) });
  const { attemptId } = await beginAttempt(at(0), { enrolmentId, lessonId: quiz.lessonId });
  const teacher = await createTeacher(db, { courseId: quiz.course.id });
  const act = { course: quiz.course.slug, enrolmentId, lessonId: quiz.lessonId, number: 1, reason };
  await voidAttempt(teacher, act);
  const edits = [{ slot: 1, sequence: 1, value: right, madeAt: START + 60_000 }];
  const saved = await saveAnswers(at(1), { attemptId, device: randomUUID(), edits });
  expect(saved).toMatchObject({ state: "voided", edits: [{ late: true }] });
  expect(await unsafeSubmitAttempt(at(60), { attemptId, by: "clock" })).toMatchObject({ changed: false, earns: null });
  expect(await findAttempt(at(60), { attemptId })).toMatchObject({ state: "voided", reason });
  await restoreAttempt(teacher, act);
  expect(await findAttempt(at(2), { attemptId })).toMatchObject({ state: "open" });
  expect(await unsafeSubmitAttempt(at(60), { attemptId, by: "clock" })).toMatchObject({ changed: true });
});

const START = Date.UTC(2026, 8, 1, 9);

test("an open attempt does not come back beside another that was begun meanwhile", async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 1, rules: { attempts: 1 } });
  const { enrolmentId, ctx } = await createEnrolment(db, { course: quiz.course });
  await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
  const teacher = await createTeacher(db, { courseId: quiz.course.id });
  const act = { course: quiz.course.slug, enrolmentId, lessonId: quiz.lessonId, number: 1, reason };
  await voidAttempt(teacher, act);
  await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
  await expect(restoreAttempt(teacher, act)).rejects.toMatchObject({ code: "anotherOpen" });
});

test("set aside and submitted at the same moment, it counts for nothing whichever came first", async () => {
  const { db } = database;
  for (let round = 0; round < 8; round += 1) {
    const quiz = await createQuiz(db, { questions: 1, rules: { attempts: 2 } });
    const { enrolmentId, ctx } = await createEnrolment(db, { course: quiz.course });
    const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
    const teacher = await createTeacher(db, { courseId: quiz.course.id });
    const edits = [{ slot: 1, sequence: 1, value: right, madeAt: Date.now() }];
    await Promise.all([
      saveAnswers(ctx, { attemptId, device: randomUUID(), edits }),
      unsafeSubmitAttempt(ctx, { attemptId, by: "learner" }),
      voidAttempt(teacher, { course: quiz.course.slug, enrolmentId, lessonId: quiz.lessonId, number: 1, reason }),
    ]);
    expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ state: "voided" });
    const where = { enrolmentId, lessonId: quiz.lessonId };
    expect((await db.quizStanding.findFirst({ where }))?.passed ?? false).toBe(false);
    const { attemptId: second } = await beginAttempt(ctx, where);
    expect(await unsafeSubmitAttempt(ctx, { attemptId: second, by: "learner" })).toMatchObject({ changed: true });
    expect(await db.quizStanding.findFirst({ where })).toMatchObject({ attempts: 1, passed: false });
  }
});

test("figures and lists do not count it, and a correction made meanwhile holds when it comes back", async () => {
  const { db, quiz, act, teacher, standing, attemptId } = await passed({ answers: [right, wrong] });
  await sitQuiz(db, { quiz, answers: [right, right] });
  await voidAttempt(teacher, act);
  const sat = await findSatQuiz(teacher, { course: quiz.course.slug, lesson: "quiz" });
  expect(await findResultsOverview(teacher, sat)).toMatchObject({
    attempts: 1,
    learners: 1,
    passed: 1,
    voided: 1,
    mean: 1,
  });
  for (const of of ["first", "all"] as const)
    expect(await findItemStatistics(teacher, { quiz: sat, choice: { of } })).toMatchObject([
      { asked: 1 },
      { asked: 1 },
    ]);
  const list = (state: "failed" | "voided") => findAttempts(teacher, { quiz: sat, choice: { sort: "latest", state } });
  expect((await list("failed")).attempts).toEqual([]);
  expect((await list("voided")).attempts).toMatchObject([{ id: attemptId, state: "voided" }]);
  const versionId = quiz.fixed[1]?.versionId ?? "";
  const { affected } = await correctQuestion(teacher, { versionId, body: null, reason, mayFail: false });
  expect(affected.map((one) => one.attemptId)).not.toContain(attemptId);
  await restoreAttempt(teacher, act);
  expect(await standing()).toMatchObject({ share: 10_000, passed: true });
});

test("an assistant, another course's teacher and a wrong address find no attempt to set aside", async () => {
  const { db, quiz, act, teacher } = await passed();
  const other = await createQuiz(db, { questions: 1 });
  const assistant = await createTeacher(db, { courseId: quiz.course.id, role: "assistant" });
  const elsewhere = await createTeacher(db, { courseId: other.course.id });
  for (const ctx of [assistant, elsewhere]) await expect(voidAttempt(ctx, act)).rejects.toMatchObject({ status: 404 });
  const wrongOne = { ...act, enrolmentId: (await createEnrolment(db, { course: quiz.course })).enrolmentId };
  await expect(voidAttempt(teacher, wrongOne)).rejects.toMatchObject({ status: 404 });
  await expect(restoreAttempt(assistant, act)).rejects.toMatchObject({ status: 404 });
});
