import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { giveSchemasMessageKeys } from "#app/platform/i18n/form-messages.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginAttempt } from "../begin-attempt.server.ts";
import { questionTypes } from "../question-types/registry.ts";
import { saveAnswers } from "../save-answers.server.ts";
import { unsafeSubmitAttempt } from "../submit-attempt.server.ts";
import type { QuestionDraft } from "./bank-schema.ts";
import { removeQuestions } from "./change-questions.server.ts";
import { findQuestion } from "./find-question.server.ts";
import { restoreVersion } from "./restore-version.server.ts";
import { saveQuestion } from "./save-question.server.ts";

const database = openTestDatabase();
giveSchemasMessageKeys();

async function teach(courseId: string, role: "owner" | "teacher" | "assistant") {
  const { db } = database;
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId, instructorId: instructor.id, role } });
  return contextOf(db, person, { instructorId: instructor.id });
}

async function setUp() {
  const { course } = await createCourse(database.db);
  const ctx = await teach(course.id, "teacher");
  return { ctx, course: course.slug, courseId: course.id };
}

/** A draft as the editor sends it. */
function draftOf(type: string, changed: Partial<QuestionDraft> = {}): QuestionDraft {
  const body = JSON.parse(JSON.stringify(sampleQuestions[type]?.body));
  return { type, body, name: `A ${type}`, tags: ["walls"], categoryId: null, ...changed };
}

const openedAs = (draft: QuestionDraft, current: number) => {
  const { name, tags, categoryId } = draft;
  return { name, tags, categoryId, current };
};

async function make(setting: Awaited<ReturnType<typeof setUp>>, draft: QuestionDraft) {
  const saved = await saveQuestion(setting.ctx, { course: setting.course, questionId: null, draft, opened: null });
  if (saved.result !== "saved") throw new Error(JSON.stringify(saved));
  return saved.questionId;
}

test.each([...questionTypes.keys()])(
  "a question of the type %s is saved, opened again and is the same",
  async (type) => {
    const setting = await setUp();
    const media = { courseId: setting.courseId, path: "media/plan.svg", sha256: "0".repeat(64), bytes: 1 };
    await database.db.courseMedia.create({ data: { ...media, contentType: "image/svg+xml" } });
    const draft = draftOf(type);
    const questionId = await make(setting, draft);
    const { question } = await findQuestion(setting.ctx, { course: setting.course, question: questionId });
    expect(question).toMatchObject({ body: draft.body, type, current: 1, name: draft.name, tags: ["walls"] });
    const again = { questionId, draft: { ...draft, body: Object(question.body) }, opened: openedAs(draft, 1) };
    expect(await saveQuestion(setting.ctx, { course: setting.course, ...again })).toMatchObject({ newVersion: false });
  },
);

test("a changed body is a new version, and the old one stays; name, tags and category make none", async () => {
  const setting = await setUp();
  const draft = draftOf("true-false");
  const questionId = await make(setting, draft);
  const save = (changed: QuestionDraft, opened: ReturnType<typeof openedAs>) =>
    saveQuestion(setting.ctx, { course: setting.course, questionId, draft: changed, opened });
  const renamed = { ...draft, name: "Ottoman", tags: ["walls", "ottoman"] };
  expect(await save(renamed, openedAs(draft, 1))).toMatchObject({ result: "saved", current: 1, newVersion: false });
  const turned = { ...renamed, body: { ...draft.body, right: false } };
  expect(await save(turned, openedAs(renamed, 1))).toMatchObject({ result: "saved", current: 2, newVersion: true });
  const { question } = await findQuestion(setting.ctx, { course: setting.course, question: questionId });
  expect(question.versions.map(({ number, by }) => [number, by])).toEqual([
    [2, "Amina Yusuf"],
    [1, "Amina Yusuf"],
  ]);
  const restored = await restoreVersion(setting.ctx, { course: setting.course, question: questionId, number: 1 });
  expect(restored).toBe(3);
  const bodies = await database.db.questionVersion.findMany({ where: { questionId }, orderBy: { number: "asc" } });
  expect(bodies.map(({ body }) => body)).toEqual([draft.body, turned.body, draft.body]);
  expect(await restoreVersion(setting.ctx, { course: setting.course, question: questionId, number: 1 })).toBe(3);
});

test("the second of two who save is told, and nothing of the first is lost", async () => {
  const setting = await setUp();
  const other = await teach(setting.courseId, "owner");
  const draft = draftOf("true-false");
  const questionId = await make(setting, draft);
  const stem = (en: string) => ({ ...draft, body: { ...draft.body, stem: { en } } });
  const save = (ctx: typeof other, changed: QuestionDraft, current: number) =>
    saveQuestion(ctx, { course: setting.course, questionId, draft: changed, opened: openedAs(draft, current) });
  const both = await Promise.all([save(setting.ctx, stem("Mine"), 1), save(other, stem("Hers"), 1)]);
  expect(both.map(({ result }) => result).sort()).toEqual(["conflict", "saved"]);
  // The same sent twice, as where the answer to the first was lost on the way.
  const won = both[0]?.result === "saved" ? stem("Mine") : stem("Hers");
  const ctx = both[0]?.result === "saved" ? setting.ctx : other;
  expect(await save(ctx, won, 1)).toMatchObject({ result: "saved", current: 2, newVersion: false });
  const lost = both[0]?.result === "saved" ? stem("Hers") : stem("Mine");
  expect(await save(setting.ctx, lost, 2)).toMatchObject({ result: "saved", current: 3, newVersion: true });
});

test("a name that somebody else gave meanwhile is not overwritten unseen", async () => {
  const setting = await setUp();
  const draft = draftOf("true-false");
  const questionId = await make(setting, draft);
  const save = (name: string) =>
    saveQuestion(setting.ctx, {
      course: setting.course,
      questionId,
      draft: { ...draft, name },
      opened: openedAs(draft, 1),
    });
  expect(await save("Hers")).toMatchObject({ result: "saved" });
  expect(await save("Mine")).toEqual({ result: "conflict" });
});

test("what is wrong is told field by field, and nothing is saved", async () => {
  const setting = await setUp();
  const body = {
    ...draftOf("single-choice").body,
    stem: { ar: "# <b>", en: ':::figure{src="media/none.png" alt="x" credit="x" licence="x"}\nA caption.\n:::' },
  };
  const draft = draftOf("single-choice", { body, name: "x".repeat(201), categoryId: randomUUID() });
  const saved = await saveQuestion(setting.ctx, { course: setting.course, questionId: null, draft, opened: null });
  expect(saved).toMatchObject({
    result: "invalid",
    fields: { name: 'form:tooLong|{"count":200}', categoryId: "question-bank:errors.categoryMissing" },
  });
  const problems = saved.result === "invalid" ? saved.problems : [];
  expect(problems.map(({ path, message }) => [path, message.split("|")[0]])).toEqual([
    [["stem", "ar"], "question-bank:problems.markdown"],
    [["stem", "en"], "question-bank:problems.noFile"],
  ]);
  expect(await database.db.question.count({ where: { courseId: setting.courseId } })).toBe(0);
});

test("a question without a name is called by its beginning", async () => {
  const setting = await setUp();
  const questionId = await make(setting, draftOf("single-choice", { name: "  " }));
  const { question } = await findQuestion(setting.ctx, { course: setting.course, question: questionId });
  expect(question.name).toBe("من بنى الأسوار القائمة؟");
});

test("only who may edit the course finds its questions, and only by its own course", async () => {
  const setting = await setUp();
  const elsewhere = await setUp();
  const questionId = await make(setting, draftOf("true-false"));
  const assistant = await teach(setting.courseId, "assistant");
  const learner = contextOf(database.db, await createPerson(database.db));
  for (const ctx of [assistant, learner, elsewhere.ctx]) {
    await expect(findQuestion(ctx, { course: setting.course, question: questionId })).rejects.toThrow("notFound");
    const draft = draftOf("true-false");
    const save = { course: setting.course, questionId, draft, opened: openedAs(draft, 1) };
    await expect(saveQuestion(ctx, save)).rejects.toThrow("notFound");
  }
  const there = { course: elsewhere.course, question: questionId };
  await expect(findQuestion(elsewhere.ctx, there)).rejects.toThrow("notFound");
  const draft = draftOf("true-false", { name: "Stolen" });
  const steal = { course: elsewhere.course, questionId, draft, opened: openedAs(draft, 1) };
  await expect(saveQuestion(elsewhere.ctx, steal)).rejects.toThrow("notFound");
});

/** Everything that is kept of all attempts, as text. */
async function attemptsAsBytes(lessonId: string): Promise<string> {
  const rows = await database.db.$queryRaw<{ all: string }[]>`
    SELECT coalesce(jsonb_agg(jsonb_build_array(to_jsonb(a),
      (SELECT jsonb_agg(to_jsonb(g) ORDER BY g."slot") FROM "SlotGrade" g WHERE g."attemptId" = a."id"),
      (SELECT jsonb_agg(to_jsonb(w) ORDER BY w."slot") FROM "Answer" w WHERE w."attemptId" = a."id"))
      ORDER BY a."id"), '[]')::text AS "all" FROM "Attempt" a WHERE a."lessonId" = ${lessonId}::uuid`;
  return rows[0]?.all ?? "";
}

test("a changed or removed question leaves running and past attempts exactly as they were", async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 2 });
  const teacher = await teach(quiz.course.id, "owner");
  const sit = async () => {
    const { ctx, enrolmentId } = await createEnrolment(db, { course: quiz.course });
    const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
    const edits = [1, 2].map((slot) => ({ slot, sequence: slot, value: { choice: "right" }, madeAt: Date.now() }));
    await saveAnswers(ctx, { attemptId, device: randomUUID(), edits });
    return { ctx, attemptId };
  };
  const [past, running] = [await sit(), await sit()];
  await unsafeSubmitAttempt(past.ctx, { attemptId: past.attemptId, by: "learner" });
  const before = await attemptsAsBytes(quiz.lessonId);
  expect(before).toContain('"passed": true');

  for (const { questionId } of quiz.fixed) {
    const address = { course: quiz.course.slug, question: questionId };
    const { question } = await findQuestion(teacher, address);
    const body = draftOf("single-choice").body;
    const draft = { ...draftOf("single-choice"), body };
    const opened = { name: question.name, tags: question.tags, categoryId: null, current: 1 };
    const saved = await saveQuestion(teacher, { course: quiz.course.slug, questionId, draft, opened });
    expect(saved).toMatchObject({ result: "saved", current: 2 });
  }
  const questions = quiz.fixed.map(({ questionId }) => questionId);
  expect(await removeQuestions(teacher, { course: quiz.course.slug, questions })).toHaveLength(2);
  expect(await attemptsAsBytes(quiz.lessonId)).toBe(before);

  await unsafeSubmitAttempt(running.ctx, { attemptId: running.attemptId, by: "learner" });
  const grades = await db.attempt.findMany({
    where: { lessonId: quiz.lessonId },
    select: { points: true, maxPoints: true },
  });
  expect(grades).toEqual([
    { points: 2_000, maxPoints: 2_000 },
    { points: 2_000, maxPoints: 2_000 },
  ]);
  const [question = ""] = questions;
  const seen = await findQuestion(teacher, { course: quiz.course.slug, question });
  expect(seen.question.versions.map(({ number, attempts }) => [number, attempts])).toEqual([
    [2, 0],
    [1, 2],
  ]);
  expect(seen.question.releases).toMatchObject([{ release: 1, lesson: "quiz", version: 1 }]);
});
