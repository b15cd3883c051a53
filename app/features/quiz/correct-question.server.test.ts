import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { choiceBody, createQuiz } from "#tests/factories/quiz.ts";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addVersion, lockQuestion } from "./bank/add-version.server.ts";
import { beginAttempt } from "./begin-attempt.server.ts";
import { correctQuestion, previewCorrection } from "./correct-question.server.ts";
import { findAttempt } from "./find-attempt.server.ts";
import { shareGrading } from "./grading-lock.server.ts";
import { unsafeLoadPaper } from "./load-paper.server.ts";
import { saveAnswers } from "./save-answers.server.ts";
import { unsafeSubmitAttempt } from "./submit-attempt.server.ts";

const database = openTestDatabase();

/** A quiz of three questions in which each learner gave the choices named; all are submitted. */
async function sat(...papers: string[][]) {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 3 });
  const admin = { ...contextOf(db, await createPerson(db, { role: "admin" })) };
  const sittings = [];
  for (const choices of papers) {
    const { ctx, enrolmentId } = await createEnrolment(db, { course: quiz.course });
    const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
    const edits = choices.map((choice, i) => ({ slot: i + 1, sequence: i + 1, value: { choice }, madeAt: Date.now() }));
    await saveAnswers(ctx, { attemptId, device: randomUUID(), edits });
    await unsafeSubmitAttempt(ctx, { attemptId, by: "learner" });
    sittings.push({ ctx, enrolmentId, attemptId });
  }
  return { ...quiz, admin, sittings, versionId: quiz.fixed[0]?.versionId ?? "" };
}

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error("Nobody sat");
  return one;
}

/** The question with `wrong` as its right answer. */
function corrected() {
  const { stem, choices } = choiceBody("Fixed 1");
  const list = Array.isArray(choices) ? choices : [];
  return JSON.parse(
    JSON.stringify({ stem, choices: list.map((one) => ({ ...one, share: one.id === "wrong" ? 1 : 0 })) }),
  );
}

const gradeOf = async (attemptId: string) =>
  database.db.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { points: true, maxPoints: true, passed: true },
  });
const reason = "The key named the wrong gate.";

test("a corrected key is told beforehand, changes nothing until it is applied, and then exactly what was told", async () => {
  const { admin, sittings, versionId } = await sat(["wrong", "right", "wrong"], ["right", "right", "right"]);
  const [failed, passed] = sittings;
  const input = { versionId, body: corrected(), reason, mayFail: false };
  const told = await previewCorrection(admin, input);
  expect(await gradeOf(failed?.attemptId ?? "")).toEqual({ points: 1_000, maxPoints: 3_000, passed: false });
  expect(await database.db.questionVersion.count({ where: { questionId: { not: undefined } } })).toBeGreaterThan(0);
  expect(told.map(({ before, after }) => [before.points, after.points])).toEqual(
    expect.arrayContaining([
      [1_000, 2_000],
      [3_000, 2_000],
    ]),
  );
  expect((await correctQuestion(admin, input)).affected).toEqual(told);
  expect(await gradeOf(failed?.attemptId ?? "")).toEqual({ points: 2_000, maxPoints: 3_000, passed: true });
  expect(await gradeOf(passed?.attemptId ?? "")).toEqual({ points: 2_000, maxPoints: 3_000, passed: true });
});

test("nobody who passed is failed by a correction, unless the instructor says so", async () => {
  const gentle = await sat(["right", "right", "wrong"]);
  const attempt = gentle.sittings[0];
  await correctQuestion(gentle.admin, { versionId: gentle.versionId, body: corrected(), reason, mayFail: false });
  expect(await gradeOf(attempt?.attemptId ?? "")).toEqual({ points: 1_000, maxPoints: 3_000, passed: true });
  const standing = { enrolmentId_lessonId: { enrolmentId: attempt?.enrolmentId ?? "", lessonId: gentle.lessonId } };
  expect(await database.db.quizStanding.findUnique({ where: standing })).toMatchObject({ passed: true, share: 3_333 });

  const strict = await sat(["right", "right", "wrong"]);
  await correctQuestion(strict.admin, { versionId: strict.versionId, body: corrected(), reason, mayFail: true });
  expect(await gradeOf(strict.sittings[0]?.attemptId ?? "")).toMatchObject({ passed: false });
});

test("who passed by one attempt does not lose it by a correction that only touched her others", async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 3, rules: { counts: "last" } });
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  const given = (choices: string[]) => choices.map((choice) => ({ choice }));
  const learner = await sitQuiz(db, { quiz, answers: given(["right", "right", "right"]) });
  await sitQuiz(db, { quiz, answers: given(["wrong", "other", "other"]), learner });
  const versionId = quiz.fixed[0]?.versionId ?? "";
  await correctQuestion(admin, { versionId, body: corrected(), reason, mayFail: true });
  expect(await gradeOf(learner.attemptId)).toMatchObject({ points: 2_000, passed: true });
  const whose = { enrolmentId: learner.enrolmentId, lessonId: quiz.lessonId };
  const standing = await db.quizStanding.findUnique({ where: { enrolmentId_lessonId: whose } });
  expect(standing).toMatchObject({ share: 3_333, passed: true });
});

test("looking at what a correction would change waits for nobody who grades, and correcting for nobody elsewhere", async () => {
  const [here, elsewhere] = [await sat(["wrong", "right", "right"]), await sat(["wrong", "right", "right"])];
  const { enrolmentId } = first(here.sittings);
  const input = { body: corrected(), reason, mayFail: false };
  await inTransaction(database.db, async (tx) => {
    await shareGrading(tx, { enrolmentId });
    expect(await previewCorrection(here.admin, { ...input, versionId: here.versionId })).toHaveLength(1);
    const { affected } = await correctQuestion(elsewhere.admin, { ...input, versionId: elsewhere.versionId });
    expect(affected).toHaveLength(1);
  });
});

test("what was saved in the bank meanwhile stays what new papers will have", async () => {
  const { db } = database;
  const { admin, versionId, fixed, course } = await sat(["wrong", "right", "right"]);
  const questionId = fixed[0]?.questionId ?? "";
  const saved = inTransaction(db, async (tx) => {
    await lockQuestion(tx, { id: questionId, courseId: course.id });
    const correcting = correctQuestion(admin, { versionId, body: corrected(), reason, mayFail: false });
    await setTimeout(300);
    await addVersion(tx, { questionId, body: choiceBody("Later"), createdById: admin.actor.id, now: new Date() });
    return { correcting };
  });
  await (await saved).correcting;
  expect(await db.question.findUnique({ where: { id: questionId } })).toMatchObject({ current: 2 });
  expect(await db.questionVersion.count({ where: { questionId } })).toBe(3);
});

test("new papers follow a correction that was itself corrected", async () => {
  const { admin, versionId, ...quiz } = await sat(["right", "right", "right"]);
  const { db } = database;
  const { correctionId } = await correctQuestion(admin, { versionId, body: corrected(), reason, mayFail: false });
  const second = await db.questionCorrection.findUniqueOrThrow({ where: { id: correctionId } });
  await sitQuiz(db, { quiz, answers: [] });
  const later = { ...admin, clock: { now: () => new Date(Date.now() + 60_000) } };
  const dropped = { versionId: second.correctedById ?? "", body: null, reason, mayFail: false };
  await correctQuestion(later, dropped);
  const { attemptId } = await sitQuiz(db, { quiz, answers: [] });
  const { paper } = await unsafeLoadPaper(db, attemptId);
  expect(paper.slots.map((slot) => slot.versionId)).toEqual(quiz.fixed.slice(1).map((one) => one.versionId));
});

test("a dropped question counts for nobody, and who passes by that is completed by the job", async () => {
  const { admin, sittings, versionId } = await sat(["wrong", "right", "wrong"], ["wrong", "wrong", "wrong"]);
  await correctQuestion(admin, { versionId, body: null, reason, mayFail: false });
  expect(await gradeOf(sittings[0]?.attemptId ?? "")).toEqual({ points: 1_000, maxPoints: 2_000, passed: false });
  const second = await sat(["other", "right", "right"]);
  await correctQuestion(second.admin, {
    versionId: second.fixed[1]?.versionId ?? "",
    body: null,
    reason,
    mayFail: false,
  });
  expect(await gradeOf(second.sittings[0]?.attemptId ?? "")).toEqual({ points: 1_000, maxPoints: 2_000, passed: true });
});

test("whom it touches is told why, and the paper stays as it was sat", async () => {
  const { admin, sittings, versionId } = await sat(["wrong", "right", "wrong"]);
  const { ctx, attemptId } = first(sittings);
  const before = JSON.stringify((await database.db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).paper);
  await correctQuestion(admin, { versionId, body: corrected(), reason, mayFail: false });
  expect(JSON.stringify((await database.db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).paper)).toBe(
    before,
  );
  const view = await findAttempt(ctx, { attemptId });
  expect(view.state === "submitted" && view.slots[0]).toMatchObject({
    earned: { points: 1_000, correction: reason },
    key: { choice: "wrong" },
    parts: { wrong: "right" },
  });
});

test("papers drawn after a correction have the corrected question, and none that was dropped", async () => {
  const { admin, sittings, versionId, fixed, lessonId } = await sat(["wrong", "wrong", "wrong"]);
  await correctQuestion(admin, { versionId, body: corrected(), reason, mayFail: false });
  await correctQuestion(admin, { versionId: fixed[1]?.versionId ?? "", body: null, reason, mayFail: false });
  const { ctx, enrolmentId } = first(sittings);
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId });
  const { paper } = await unsafeLoadPaper(database.db, attemptId);
  expect(paper.slots).toHaveLength(2);
  expect(paper.slots.map((slot) => slot.versionId)).not.toContain(versionId);
});

test("an attempt that is open when a key is corrected is graded by the corrected key", async () => {
  const { admin, versionId, course, lessonId } = await sat(["wrong", "wrong", "wrong"]);
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId });
  const edits = [{ slot: 1, sequence: 1, value: { choice: "wrong" }, madeAt: Date.now() }];
  await saveAnswers(ctx, { attemptId, device: randomUUID(), edits });
  await Promise.all([
    correctQuestion(admin, { versionId, body: corrected(), reason, mayFail: false }),
    unsafeSubmitAttempt(ctx, { attemptId, by: "learner" }),
  ]);
  expect(await gradeOf(attemptId)).toMatchObject({ points: 1_000 });
});

test("a correction to which answers already given do not fit is refused whole", async () => {
  const { admin, versionId, sittings } = await sat(["other", "right", "right"]);
  const { stem, choices } = corrected();
  const body = { stem, choices: choices.filter((one: { id: string }) => one.id !== "other") };
  await expect(correctQuestion(admin, { versionId, body, reason, mayFail: false })).rejects.toMatchObject({
    code: "unfitCorrection",
  });
  expect(await database.db.questionCorrection.count({ where: { versionId } })).toBe(0);
  expect(await gradeOf(sittings[0]?.attemptId ?? "")).toMatchObject({ points: 2_000 });
});

test("a correction is one entry of the audit log, with reason, before and after; learners and guests find nothing to correct", async () => {
  const { admin, sittings, versionId } = await sat(["wrong", "right", "wrong"]);
  const learner = sittings[0]?.ctx ?? admin;
  const input = { versionId, body: corrected(), reason, mayFail: false };
  await expect(correctQuestion(learner, input)).rejects.toMatchObject({ status: 404 });
  await expect(previewCorrection(learner, input)).rejects.toMatchObject({ status: 404 });
  await correctQuestion(admin, input);
  const entries = await database.db.auditEntry.findMany({ where: { actorId: admin.actor.id } });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    action: "question.correct",
    reason,
    before: [{ points: 1_000 }],
    after: [{ points: 2_000 }],
  });
});

test("a correction whose text cannot be shown is refused, and changes nothing", async () => {
  const { admin, versionId } = await sat(["right", "right", "right"]);
  const body = { ...corrected(), stem: { ar: "<script>x</script>", en: "![x](media/not-there.png)" } };
  const asked = correctQuestion(admin, { versionId, body, reason, mayFail: false });
  await expect(asked).rejects.toMatchObject({ code: "unfitCorrection" });
  expect(await database.db.questionCorrection.count({ where: { versionId } })).toBe(0);
});
