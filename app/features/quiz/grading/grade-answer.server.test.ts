import { expect, test } from "vitest";
import { log } from "#app/platform/log/log.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createTeacher, sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findAttempt } from "../find-attempt.server.ts";
import { tellGradedHandler } from "../notices/tell-graded.server.ts";
import type { QuizRules } from "../quiz-rules.ts";
import { gradeAnswer, takeGradeBack } from "./grade-answer.server.ts";

const database = openTestDatabase();
const START = new Date("2027-03-01T12:00:00Z");
const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);
const form = { seen: "", levels: {}, given: {}, comment: "" };
const byRubric = (level: string, language: string) => ({ ...form, levels: { depth: level }, given: { language } });

/** One single-choice question of 1 point, and one essay of 10 whose answer waits. */
async function waiting(rules: Partial<QuizRules> = {}) {
  const { db } = database;
  const quiz = await createQuiz(db, { rules, questions: 1, essays: 1 });
  const sat = await sitQuiz(db, { quiz, answers: [{ choice: "right" }, { text: "The gates." }], now: START });
  const teach = async (role: "teacher" | "assistant", seconds: number) =>
    createTeacher(db, { courseId: quiz.course.id, role, now: later(seconds) });
  const address = { course: quiz.course.slug, attempt: sat.attemptId, slot: 2 };
  const seen = async () =>
    (
      await db.slotGrade.findUniqueOrThrow({ where: { attemptId_slot: { attemptId: sat.attemptId, slot: 2 } } })
    ).gradedAt?.toISOString() ?? "";
  const attempt = () => db.attempt.findUniqueOrThrow({ where: { id: sat.attemptId } });
  const standing = () =>
    db.quizStanding.findUniqueOrThrow({
      where: { enrolmentId_lessonId: { enrolmentId: sat.enrolmentId, lessonId: quiz.lessonId } },
    });
  return { quiz, ...sat, teach, address, seen, attempt, standing };
}

test("an assistant grades by the rubric: points, total, standing, completion and audit follow, and the learner reads the comment", async () => {
  const { address, teach, attempt, standing, attemptId, ctx } = await waiting();
  expect(await attempt()).toMatchObject({ points: null, passed: null });
  const assistant = await teach("assistant", 60);
  const graded = await gradeAnswer(assistant, { ...address, ...byRubric("full", "٣٫٥"), comment: "Well argued." });
  expect(graded).toEqual({ attemptGraded: true, lostPass: false });
  expect(await attempt()).toMatchObject({ points: 10_500, maxPoints: 11_000, passed: true });
  expect(await standing()).toMatchObject({ share: 9_545, passed: true, waiting: false });
  const { rows } = await database.connections.query(
    `SELECT task_identifier AS kind FROM graphile_worker.jobs WHERE key LIKE '%' || $1 ORDER BY kind`,
    [attemptId],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["completeQuiz", "tellGraded"]);
  const [entry] = await database.db.auditEntry.findMany({ where: { actorId: assistant.actor.id } });
  expect(entry).toMatchObject({
    action: "answer.grade",
    subjectId: attemptId,
    before: { slot: 2, points: null },
    after: { slot: 2, points: 9_500, comment: "Well argued." },
  });
  const view = await findAttempt(ctx, { attemptId });
  expect(view.state === "submitted" && view.slots[1]?.earned).toMatchObject({ points: 9_500, comment: "Well argued." });
});

test("of two graders the second is refused until she has seen what the first gave", async () => {
  const { address, teach, attempt, seen } = await waiting();
  const [first, second] = [await teach("teacher", 60), await teach("assistant", 61)];
  const results = await Promise.allSettled([
    gradeAnswer(first, { ...address, ...byRubric("full", "4") }),
    gradeAnswer(second, { ...address, ...byRubric("none", "0") }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "gradedMeanwhile" });
  await gradeAnswer(await teach("assistant", 90), { ...address, ...byRubric("some", "1"), seen: await seen() });
  expect(await attempt()).toMatchObject({ points: 5_000 });
});

test("a grade sent twice is taken once", async () => {
  const { address, teach, attempt } = await waiting();
  const teacher = await teach("teacher", 60);
  await gradeAnswer(teacher, { ...address, ...byRubric("full", "4") });
  await expect(gradeAnswer(teacher, { ...address, ...byRubric("full", "4") })).rejects.toMatchObject({
    code: "gradedMeanwhile",
  });
  expect(await attempt()).toMatchObject({ points: 11_000 });
  expect(await database.db.auditEntry.count({ where: { actorId: teacher.actor.id } })).toBe(1);
});

test("a lower grade fails the attempt and says so, while a completed lesson stays completed", async () => {
  const { address, teach, attempt, standing, seen, enrolmentId, quiz } = await waiting();
  await gradeAnswer(await teach("teacher", 60), { ...address, ...byRubric("full", "4") });
  await database.db.completion.create({
    data: { enrolmentId, lessonId: quiz.lessonId, cause: "passed", completedAt: later(61) },
  });
  const lowered = { ...address, ...byRubric("none", "1"), seen: await seen() };
  expect(await gradeAnswer(await teach("teacher", 90), lowered)).toEqual({ attemptGraded: true, lostPass: true });
  expect(await attempt()).toMatchObject({ points: 2_000, passed: false });
  expect(await standing()).toMatchObject({ passed: false });
  expect(await database.db.completion.count({ where: { enrolmentId, lessonId: quiz.lessonId } })).toBe(1);
});

test("a lower grade of one attempt takes nothing from who passed by another", async () => {
  const made = await waiting({ counts: "last" });
  await gradeAnswer(await made.teach("teacher", 60), { ...made.address, ...byRubric("full", "4") });
  const answers = [{ choice: "right" }, { text: "Again." }];
  const next = await sitQuiz(database.db, { quiz: made.quiz, answers, now: later(100), learner: made });
  const address = { ...made.address, attempt: next.attemptId };
  const teacher = await made.teach("teacher", 200);
  await gradeAnswer(teacher, { ...address, ...byRubric("full", "4") });
  const seen = later(200).toISOString();
  const graded = await gradeAnswer(await made.teach("teacher", 300), { ...address, ...byRubric("none", "0"), seen });
  expect(graded.lostPass).toBe(true);
  expect(await made.standing()).toMatchObject({ share: 909, passed: true });
});

test("a grade that is taken back leaves the answer waiting", async () => {
  const { address, teach, attempt, standing, seen } = await waiting();
  await gradeAnswer(await teach("teacher", 60), { ...address, ...byRubric("full", "4") });
  await takeGradeBack(await teach("teacher", 90), { ...address, seen: await seen() });
  expect(await attempt()).toMatchObject({ points: null, passed: null });
  expect(await standing()).toMatchObject({ waiting: true, share: null });
});

test.each([
  [{ levels: { depth: "full" } }, "rubricIncomplete"],
  [{ levels: { depth: "great" }, given: { language: "1" } }, "rubricIncomplete"],
  [{ levels: { depth: "full" }, given: { language: "5" } }, "tooManyPoints"],
  [{ levels: { depth: "full" }, given: { language: "-1" } }, "badPoints"],
  [{ levels: { depth: "full" }, given: { language: "many" } }, "badPoints"],
])("a grade of %o is refused: %s", async (given, code) => {
  const { address, teach, attempt } = await waiting();
  const graded = gradeAnswer(await teach("teacher", 60), { ...address, ...form, ...given });
  await expect(graded).rejects.toMatchObject({ code });
  expect(await attempt()).toMatchObject({ points: null });
});

test("learners, other instructors and those who ask for an answer that no person grades find nothing", async () => {
  const { address, ctx, teach } = await waiting();
  const grade = { ...address, ...byRubric("full", "4") };
  await expect(gradeAnswer(ctx, grade)).rejects.toMatchObject({ status: 404 });
  const other = await createQuiz(database.db, { questions: 1 });
  const stranger = await createTeacher(database.db, { courseId: other.course.id });
  await expect(gradeAnswer(stranger, grade)).rejects.toMatchObject({ status: 404 });
  const teacher = await teach("teacher", 60);
  await expect(gradeAnswer(teacher, { ...grade, slot: 1 })).rejects.toMatchObject({ status: 404 });
  await expect(gradeAnswer(teacher, { ...grade, course: other.course.slug })).rejects.toMatchObject({ status: 404 });
  const admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  expect(await gradeAnswer(admin, grade)).toMatchObject({ attemptGraded: true });
});

test("the learner is mailed once for a grade, again for another one, and never of what she may not see", async () => {
  const { address, teach, attemptId, seen, person } = await waiting();
  let at = 900;
  const run = () => {
    at += 1;
    const now = later(at);
    const clock = { now: () => now };
    return tellGradedHandler.handle({ db: database.db, clock, log }, { attemptId });
  };
  const mails = async () => {
    const { rows } = await database.connections.query(
      `SELECT payload->'values'->>'again' AS again FROM graphile_worker._private_jobs
        WHERE payload->>'to' = $1 AND payload->'values'->>'again' IS NOT NULL ORDER BY id`,
      [person.email],
    );
    return rows.map(({ again }) => again);
  };
  await run();
  expect(await mails()).toEqual([]);
  await gradeAnswer(await teach("teacher", 60), { ...address, ...byRubric("full", "4") });
  await run();
  await run();
  expect(await mails()).toEqual(["false"]);
  await gradeAnswer(await teach("teacher", 90), { ...address, ...byRubric("some", "4"), seen: await seen() });
  await run();
  expect(await mails()).toEqual(["false", "true"]);

  const hidden = await waiting({ revealAfterSubmitting: [] });
  await gradeAnswer(await hidden.teach("teacher", 60), { ...hidden.address, ...byRubric("full", "4") });
  const job = { db: database.db, clock: { now: () => later(900) }, log };
  await tellGradedHandler.handle(job, { attemptId: hidden.attemptId });
  expect(await database.db.attempt.findUnique({ where: { id: hidden.attemptId } })).toMatchObject({ toldPoints: null });
});
