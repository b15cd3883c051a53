import { expect, test } from "vitest";
import { releaseCourse } from "#app/features/release/release-course.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import type { QuizPlan } from "../quiz-plan.ts";
import { usualRules } from "../quiz-rules.ts";
import { addQuiz } from "./add-quiz.server.ts";
import { chooseQuestionsSchema, findChoosableQuestions } from "./find-choosable-questions.server.ts";
import { findQuizEditor } from "./find-quiz-editor.server.ts";
import { saveQuizPlan } from "./save-quiz-plan.server.ts";
import { saveQuizRules } from "./save-quiz-rules.server.ts";

const database = openTestDatabase();

async function setUp(role: "owner" | "teacher" | "assistant" = "teacher") {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const { lesson, section } = await createQuizDraft(db, { courseId: course.id });
  const make = (stem: string, tags: string[] = []) =>
    createQuestion(db, { courseId: course.id, body: choiceBody(stem), tags });
  return { course, ctx, section, lesson, make, address: { course: course.slug, lesson: lesson.slug } };
}

type Slot = QuizPlan["sections"][number]["slots"][number];
const fixed = (id: string, questionId: string): Slot => ({ id, points: 1_500, count: 1, from: { questionId } });
const pool = (id: string, count: number, tags: string[]): Slot => ({
  ...{ id, count, points: 1_000 },
  from: { pool: { categoryId: null, tags } },
});
const planOf = (...slots: Slot[]): QuizPlan => ({ sections: [{ id: "s1", titles: { ar: "قسم", en: "Part" }, slots }] });

const texts = { title: { ar: "اختبار", en: "Questions" }, summary: { ar: "عنه.", en: "About it." } };

test("a quiz stands where it was put, with the usual rules, and never at an address of the teaching rooms", async () => {
  const { ctx, course, section, lesson } = await setUp();
  const made = await addQuiz(ctx, { course: course.slug, section: section.id, before: lesson.id, ...texts });
  expect(made.slug).toBe("questions-2");
  const lessons = await ctx.db.lesson.findMany({ where: { sectionId: section.id }, orderBy: { position: "asc" } });
  expect(lessons.map(({ slug }) => slug)).toEqual([made.slug, lesson.slug]);
  const editor = await findQuizEditor(ctx, { course: course.slug, lesson: made.slug });
  expect(editor).toMatchObject({ rules: usualRules, plan: { sections: [] }, released: null });
});

test("a plan is saved, and its slots are shown with what the bank holds for them", async () => {
  const { ctx, address, make } = await setUp();
  const one = await make("One");
  await make("Two", ["walls"]);
  const { versions } = await findQuizEditor(ctx, address);
  const plan = planOf(fixed("a", one.questionId), pool("b", 2, ["walls"]));
  await saveQuizPlan(ctx, { ...address, plan, before: versions.plan });
  const editor = await findQuizEditor(ctx, address);
  expect(editor.plan).toEqual(plan);
  expect(editor.questions).toMatchObject([{ id: one.questionId, type: "single-choice", removed: false }]);
  expect(editor.slots).toEqual({
    a: { found: 1, shortage: null, missing: [] },
    b: { found: 1, shortage: "tooFew", missing: [] },
  });
});

test("a question that lacks a language of the course is told at its slot", async () => {
  const { ctx, address, course } = await setUp();
  const body = { stem: { ar: "سؤال" }, right: true };
  const { questionId } = await createQuestion(ctx.db, { courseId: course.id, type: "true-false", body });
  const { versions } = await findQuizEditor(ctx, address);
  await saveQuizPlan(ctx, { ...address, plan: planOf(fixed("a", questionId)), before: versions.plan });
  expect((await findQuizEditor(ctx, address)).slots.a?.missing).toEqual(["en"]);
});

test("of two who edit at once the second is told, and may save rules over the first", async () => {
  const { ctx, address, make } = await setUp();
  const { questionId } = await make("One");
  const { versions } = await findQuizEditor(ctx, address);
  const plan = planOf(fixed("a", questionId));
  await saveQuizPlan(ctx, { ...address, plan, before: versions.plan });
  await expect(saveQuizPlan(ctx, { ...address, plan: { sections: [] }, before: versions.plan })).rejects.toMatchObject({
    code: "changedMeanwhile",
  });
  const rules = { ...usualRules, minutes: 20 };
  const save = (minutes: number, over: boolean) =>
    saveQuizRules(ctx, { ...address, rules: { ...rules, minutes }, before: versions.rules, over });
  await save(20, false);
  await expect(save(30, false)).rejects.toMatchObject({ code: "changedMeanwhile" });
  expect((await findQuizEditor(ctx, address)).rules.minutes).toBe(20);
  await save(30, true);
  expect((await findQuizEditor(ctx, address)).rules.minutes).toBe(30);
});

test("a plan takes only questions and categories of its own course, each question once", async () => {
  const { ctx, address, make } = await setUp();
  const other = await setUp();
  const stranger = await other.make("Theirs");
  const category = await ctx.db.questionCategory.create({ data: { courseId: other.course.id, name: "Theirs" } });
  const own = await make("Ours");
  const { versions } = await findQuizEditor(ctx, address);
  const save = (plan: QuizPlan) => saveQuizPlan(ctx, { ...address, plan, before: versions.plan });
  await expect(save(planOf(fixed("a", stranger.questionId)))).rejects.toMatchObject({ code: "unknownQuestion" });
  await expect(save(planOf(fixed("a", own.questionId), fixed("b", own.questionId)))).rejects.toMatchObject({
    code: "sameQuestionTwice",
  });
  await expect(save(planOf(fixed("a", own.questionId), pool("a", 1, [])))).rejects.toMatchObject({ code: "unfitPlan" });
  const foreign: Slot = { ...pool("a", 1, []), from: { pool: { categoryId: category.id, tags: [] } } };
  await expect(save(planOf(foreign))).rejects.toMatchObject({ code: "unfitPlan" });
});

test("a question that was removed from the bank stays in the plan, is shown as missing, and can be taken out", async () => {
  const { ctx, address, make } = await setUp();
  const { questionId } = await make("One");
  const { versions } = await findQuizEditor(ctx, address);
  await saveQuizPlan(ctx, { ...address, plan: planOf(fixed("a", questionId)), before: versions.plan });
  await ctx.db.question.update({ where: { id: questionId }, data: { removedAt: new Date() } });
  const editor = await findQuizEditor(ctx, address);
  expect(editor.slots.a).toMatchObject({ found: 0, shortage: "missing" });
  expect(editor.questions).toMatchObject([{ removed: true }]);
  const more = planOf(fixed("a", questionId), pool("b", 1, []));
  const { version } = await saveQuizPlan(ctx, { ...address, plan: more, before: editor.versions.plan });
  await saveQuizPlan(ctx, { ...address, plan: planOf(pool("b", 1, [])), before: version });
});

test("the editor says whether learners see the draft as it is", async () => {
  const { ctx, course, address, make } = await setUp();
  const { questionId } = await make("One");
  const { versions } = await findQuizEditor(ctx, address);
  await saveQuizPlan(ctx, { ...address, plan: planOf(fixed("a", questionId)), before: versions.plan });
  await releaseCourse(ctx, { courseId: course.id });
  expect((await findQuizEditor(ctx, address)).released).toMatchObject({ number: 2, same: true });
  await saveQuizRules(ctx, { ...address, rules: { ...usualRules, minutes: 5 }, before: "", over: true });
  expect((await findQuizEditor(ctx, address)).released).toMatchObject({ number: 2, same: false });
});

test("questions are found by words, in any language and with signs of their own, and by tags", async () => {
  const { ctx, course, make } = await setUp();
  await make("من بنى الأسوار؟", ["walls", "ottoman"]);
  await make("100% of it", ["walls"]);
  const find = (search: object) =>
    findChoosableQuestions(ctx, { course: course.slug, ...chooseQuestionsSchema.parse(search) });
  expect(await find({})).toMatchObject({ total: 2 });
  expect((await find({ q: "الأسوار" })).questions).toMatchObject([{ stem: { ar: "من بنى الأسوار؟" } }]);
  expect(await find({ q: "0% o" })).toMatchObject({ total: 1 });
  expect(await find({ q: "0%% o" })).toMatchObject({ total: 0 });
  expect(await find({ tags: '["walls","ottoman"]' })).toMatchObject({ total: 1 });
  expect(await find({ tags: "nonsense" })).toMatchObject({ total: 2 });
});

test("a long bank is found page by page, each question once", async () => {
  const { ctx, course, make } = await setUp();
  for (let i = 0; i < 23; i += 1) await make(`Question ${i}`);
  const first = await findChoosableQuestions(ctx, { course: course.slug, q: "", tags: [] });
  const second = await findChoosableQuestions(ctx, { course: course.slug, q: "", tags: [], after: first.next });
  expect(new Set([...first.questions, ...second.questions].map(({ id }) => id)).size).toBe(23);
  expect(second.next).toBeUndefined();
});

test("assistants, other instructors and learners find no quiz to build; owners and admins do", async () => {
  const { ctx, address, course, section } = await setUp("owner");
  const { db } = ctx;
  const { ctx: stranger } = await setUp();
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({
    data: { courseId: course.id, instructorId: instructor.id, role: "assistant" },
  });
  const assistant = contextOf(db, person, { instructorId: instructor.id });
  const learner = contextOf(db, await createPerson(db));
  const acts = [
    (who: PersonContext) => findQuizEditor(who, address),
    (who: PersonContext) => addQuiz(who, { course: course.slug, section: section.id, ...texts }),
    (who: PersonContext) => saveQuizPlan(who, { ...address, plan: { sections: [] }, before: "" }),
    (who: PersonContext) => saveQuizRules(who, { ...address, rules: usualRules, before: "", over: true }),
    (who: PersonContext) => findChoosableQuestions(who, { course: course.slug, q: "", tags: [] }),
  ];
  for (const act of acts) {
    for (const who of [assistant, stranger, learner]) await expect(act(who)).rejects.toMatchObject({ status: 404 });
  }
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  for (const who of [admin, ctx]) expect(await findQuizEditor(who, address)).toMatchObject({ rules: usualRules });
});
