import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createQuestion } from "#tests/factories/quiz.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { questionTypes } from "../question-types/registry.ts";
import { printPapers } from "./print-papers.server.ts";

const database = openTestDatabase();

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const remarks = { feedback: { right: { en: "Well *read*." } } };
  const slots = [];
  for (const [type, { body }] of Object.entries(sampleQuestions)) {
    const { questionId } = await createQuestion(db, { courseId: course.id, type, body: { ...body, ...remarks } });
    slots.push({ id: type, points: 1_500, count: 1, from: { questionId } });
  }
  const { lesson } = await createQuizDraft(db, {
    courseId: course.id,
    plan: { sections: [{ id: "all", titles: {}, slots }] },
  });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  return { db, ctx, address: { course: course.slug, lesson: lesson.slug } };
}

test("variants have the same questions in other orders, and each key answers its own paper", async () => {
  const { ctx, address } = await setUp();
  const { papers } = await printPapers(ctx, { ...address, seed: 5, variants: 3 });
  expect(papers).toHaveLength(3);
  const types = papers.map(({ slots }) => slots.map(({ type }) => type));
  for (const list of types) expect(list.toSorted()).toEqual(Object.keys(sampleQuestions).toSorted());
  expect(new Set(types.map((list) => list.join())).size).toBe(3);
  for (const { slots, maxPoints } of papers) {
    expect(maxPoints).toBe(slots.length * 1_500);
    for (const { type, body, key } of slots) {
      const known = questionTypes.get(type);
      const { share } = known?.grade(body, key) ?? { share: null };
      expect(share, type).toBe(known?.rubric ? share : 1);
      expect(known?.fits(body, key), type).toBe(true);
    }
  }
});

test("the same number prints the same papers, with the remarks on answers", async () => {
  const { ctx, address } = await setUp();
  const print = () => printPapers(ctx, { ...address, seed: 5, variants: 2 });
  const first = await print();
  expect(await print()).toEqual(first);
  expect(first.papers[0]?.slots[0]?.remarks.right?.en).toContain("<em>read</em>");
});

test("keys are printed for nobody else", async () => {
  const { db, ctx, address } = await setUp();
  const learner = contextOf(db, await createPerson(db));
  for (const who of [learner, (await setUp()).ctx])
    await expect(printPapers(who, { ...address, seed: 1, variants: 1 })).rejects.toMatchObject({ status: 404 });
  expect((await printPapers(ctx, { ...address, seed: 1, variants: 1 })).papers).toHaveLength(1);
});
