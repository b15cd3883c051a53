import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { questionTypes } from "../question-types/registry.ts";
import type { QuizPlan } from "../quiz-plan.ts";
import { checkPreview } from "./check-preview.server.ts";
import { previewPaper } from "./preview-paper.server.ts";

const database = openTestDatabase();

async function setUp(bodies: [type: string, body: object][]) {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const slots: QuizPlan["sections"][number]["slots"] = [];
  const questionIds: string[] = [];
  for (const [type, body] of bodies) {
    const { questionId } = await createQuestion(db, { courseId: course.id, type, body: { ...body } });
    slots.push({ id: `q${slots.length}`, points: 1_000, count: 1, from: { questionId } });
    questionIds.push(questionId);
  }
  const plan = { sections: [{ id: "all", titles: {}, slots }] };
  const { lesson } = await createQuizDraft(db, { courseId: course.id, plan });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  return { db, ctx, questionIds, address: { course: course.slug, lesson: lesson.slug } };
}

test("a paper is drawn from the draft, the same for the same seed, with no key in it and nothing kept", async () => {
  const { db, ctx, address } = await setUp([
    ["single-choice", choiceBody("One")],
    ["single-choice", choiceBody("Two")],
  ]);
  const before = await db.attempt.count();
  const one = await previewPaper(ctx, { ...address, seed: 7 });
  expect(one.paper.slots).toHaveLength(2);
  expect(JSON.stringify(one)).not.toMatch(/share/);
  expect(await previewPaper(ctx, { ...address, seed: 7 })).toEqual(one);
  expect(await db.attempt.count()).toBe(before);
});

test("answers to every type are graded with marks, remarks and key, as an attempt's would be", async () => {
  const bodies = Object.entries(sampleQuestions).map(([type, { body }]): [string, object] => [type, body]);
  const { ctx, address } = await setUp(bodies);
  const { paper, mark } = await previewPaper(ctx, { ...address, seed: 1 });
  const keys = paper.slots.map(({ slot, type }) => {
    const known = questionTypes.get(type);
    return [slot, known?.key(sampleQuestions[type]?.body) ?? sampleQuestions[type]?.answer];
  });
  const checked = await checkPreview(ctx, { ...address, seed: 1, mark, answers: Object.fromEntries(keys) });
  const byHand = paper.slots.filter(({ type }) => questionTypes.get(type)?.rubric).map(({ slot }) => String(slot));
  for (const [slot, { earned, key }] of Object.entries(checked.slots)) {
    expect(earned?.points, paper.slots[Number(slot) - 1]?.type).toBe(byHand.includes(slot) ? null : 1_000);
    if (!byHand.includes(slot)) expect(key).toBeTruthy();
  }
  expect(checked).toMatchObject({ points: null, passed: null, maxPoints: bodies.length * 1_000 });
});

test("a quiz answered wholly right is passed, and answers of other questions count as none", async () => {
  const { ctx, address } = await setUp([["single-choice", choiceBody("One")]]);
  const { mark } = await previewPaper(ctx, { ...address, seed: 3 });
  const check = (choice: string) => checkPreview(ctx, { ...address, seed: 3, mark, answers: { 1: { choice } } });
  expect(await check("right")).toMatchObject({ points: 1_000, maxPoints: 1_000, passed: true });
  expect(await check("nowhere")).toMatchObject({ points: 0, passed: false });
});

test("answers to a paper that the draft no longer draws are not graded by another", async () => {
  const { db, ctx, address, questionIds } = await setUp([
    ["single-choice", choiceBody("One")],
    ["single-choice", choiceBody("Two")],
  ]);
  const { mark } = await previewPaper(ctx, { ...address, seed: 3 });
  await db.question.update({ where: { id: questionIds[0] ?? "" }, data: { removedAt: new Date() } });
  await expect(checkPreview(ctx, { ...address, seed: 3, mark, answers: {} })).rejects.toMatchObject({
    code: "draftChanged",
  });
});

test("nobody else previews or checks", async () => {
  const { db, ctx, address } = await setUp([["single-choice", choiceBody("One")]]);
  const { mark } = await previewPaper(ctx, { ...address, seed: 3 });
  const stranger = (await setUp([])).ctx;
  for (const who of [stranger, contextOf(db, await createPerson(db))]) {
    await expect(previewPaper(who, { ...address, seed: 3 })).rejects.toMatchObject({ status: 404 });
    await expect(checkPreview(who, { ...address, seed: 3, mark, answers: {} })).rejects.toMatchObject({ status: 404 });
  }
});
