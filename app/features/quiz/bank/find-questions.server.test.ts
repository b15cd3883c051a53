import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { createQuestion } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { usualRules } from "../quiz-rules.ts";
import { addCategory, changeCategory, removeCategory } from "./change-categories.server.ts";
import {
  bringBackQuestions,
  copyQuestions,
  moveQuestions,
  removeQuestions,
  tagQuestions,
  untagQuestions,
} from "./change-questions.server.ts";
import { findCategories } from "./find-categories.server.ts";
import { findQuestions, QUESTIONS_PER_PAGE } from "./find-questions.server.ts";

const database = openTestDatabase();

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "owner" } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const find = (filters: Partial<Parameters<typeof findQuestions>[1]> = {}) =>
    findQuestions(ctx, { course: course.slug, ...filters });
  const names = async (filters: Parameters<typeof find>[0]) => (await find(filters)).questions.map(({ name }) => name);
  const make = async (name: string, body: Record<string, unknown>, more: { tags?: string[]; type?: string } = {}) => {
    const { questionId } = await createQuestion(db, { courseId: course.id, body, type: "true-false", ...more });
    await db.question.update({ where: { id: questionId }, data: { name } });
    return questionId;
  };
  return { ctx, db, course: course.slug, courseId: course.id, find, names, make };
}

const statement = (stem: Record<string, string>) => ({ stem, right: true });

test("is searched in names, tags and texts of all languages, whatever the spelling", async () => {
  const { names, make, db } = await setUp();
  const id = await make("Gates", statement({ ar: "أُغلِقَ بابُ العَمود", en: "Damascus *Gate* was shut" }), {
    tags: ["أسوار"],
  });
  await make("Tunnel", { stem: { fr: "Un été" }, accepted: [{ id: "b", text: "سلوان" }] }, { type: "short-text" });
  for (const q of ["باب العامود", "باب العمود", "damas", "GATE shut", "اسوار", "gates"]) {
    expect([q, await names({ q })]).toEqual([q, q === "باب العامود" ? [] : ["Gates"]]);
  }
  expect(await names({ q: "ete" })).toEqual(["Tunnel"]);
  expect(await names({ q: "سلوان" })).toEqual(["Tunnel"]);
  expect(await names({ q: "!!!" })).toEqual([]);
  // A new version is found by what it says now.
  const body = statement({ en: "Jaffa" });
  await db.questionVersion.create({ data: { questionId: id, number: 2, body, sha256: "2" } });
  await db.question.update({ where: { id }, data: { current: 2 } });
  expect(await names({ q: "Damascus" })).toEqual([]);
  expect(await names({ q: "jaffa" })).toEqual(["Gates"]);
});

test("tells in which languages a question is whole", async () => {
  const { find, names, make } = await setUp();
  const remark = { feedback: { right: { ar: "نعم" } } };
  await make("Whole", statement({ ar: "١", en: "1" }));
  await make("Half", { ...statement({ ar: "٢", en: "2" }), ...remark });
  await make("French", statement({ fr: "3" }));
  const { questions } = await find({ sort: "name" });
  expect(questions.map(({ name, locales }) => [name, locales])).toEqual([
    ["French", ["fr"]],
    ["Half", ["ar"]],
    ["Whole", ["ar", "en"]],
  ]);
  expect(await names({ languages: "whole" })).toEqual(["Whole"]);
  expect(await names({ languages: "en", sort: "name" })).toEqual(["French", "Half"]);
});

test("is walked page by page in both directions without losing or repeating a question", async () => {
  const { find, make } = await setUp();
  const all = Array.from({ length: QUESTIONS_PER_PAGE * 2 + 3 }, (_, i) => `Q ${String(i).padStart(2, "0")}`);
  for (const name of all) await make(name, statement({ en: name }));
  for (const sort of ["name", "created", "changed"] as const) {
    const first = await find({ sort });
    const second = await find({ sort, cursor: first.next });
    const third = await find({ sort, cursor: second.next });
    const walked = [first, second, third].flatMap(({ questions }) => questions.map(({ name }) => name));
    expect(walked.toSorted()).toEqual(all);
    if (sort === "name") expect(walked).toEqual(all);
    expect(third.next).toBeUndefined();
    const back = await find({ sort, cursor: third.previous });
    expect(back.questions).toEqual(second.questions);
    expect((await find({ sort, cursor: back.previous })).questions).toEqual(first.questions);
    expect(first.summary.matching).toBe(all.length);
  }
  expect((await find({ cursor: "nonsense" })).questions).toHaveLength(QUESTIONS_PER_PAGE);
});

test("tells which questions quizzes draw, by themselves or from a pool", async () => {
  const { db, courseId, course, ctx, names, find, make } = await setUp();
  const [named, pooled] = [await make("Named", statement({ en: "1" })), await make("Pooled", statement({ en: "2" }))];
  await make("Idle", statement({ en: "3" }));
  const { id: categoryId } = await addCategory(ctx, { course, name: "Walls", parentId: null });
  await moveQuestions(ctx, { course, questions: [pooled], categoryId });
  await tagQuestions(ctx, { course, questions: [pooled], tag: "hard" });
  const section = await db.section.create({ data: { courseId, position: 0, titles: {} } });
  const facts = { courseId, sectionId: section.id, position: 0, kind: "quiz" as const, minutes: 5 };
  const lesson = await db.lesson.create({ data: { ...facts, slug: "quiz" } });
  const slot = (id: string, from: object) => ({ id, points: 1_000, count: 1, from });
  const slots = [slot("a", { questionId: named }), slot("b", { pool: { categoryId, tags: ["hard"] } })];
  const plan = JSON.parse(JSON.stringify({ sections: [{ id: "all", titles: {}, slots }] }));
  await db.quiz.create({ data: { lessonId: lesson.id, courseId, rules: usualRules, plan } });
  expect(await names({ used: "yes", sort: "name" })).toEqual(["Named", "Pooled"]);
  expect(await names({ used: "no" })).toEqual(["Idle"]);
  expect((await find({ q: "named" })).questions[0]?.quizzes).toBe(1);
  await untagQuestions(ctx, { course, questions: [pooled], tag: "hard" });
  expect(await names({ used: "yes" })).toEqual(["Named"]);
  await expect(removeCategory(ctx, { course, id: categoryId })).rejects.toMatchObject({
    code: "categoryInUse",
    values: { lesson: "quiz" },
  });
});

test("many are moved, tagged, copied, removed and brought back at once, and none of another course", async () => {
  const { ctx, course, find, names, make } = await setUp();
  const other = await setUp();
  const foreign = await other.make("Foreign", statement({ en: "x" }));
  const questions = [await make("One", statement({ en: "1" })), await make("Two", statement({ en: "2" })), foreign];
  expect(await tagQuestions(ctx, { course, questions, tag: "new" })).toBe(2);
  expect(await tagQuestions(ctx, { course, questions, tag: "new" })).toBe(0);
  expect(await names({ tag: "new", sort: "name" })).toEqual(["One", "Two"]);
  expect(await copyQuestions(ctx, { course, questions, nameOf: (name) => `${name} copy` })).toHaveLength(2);
  expect(await names({ sort: "name" })).toEqual(["One", "One copy", "Two", "Two copy"]);
  const removed = await removeQuestions(ctx, { course, questions });
  expect(removed.toSorted()).toEqual(questions.slice(0, 2).toSorted());
  const after = await find({ undo: removed.join(",") });
  expect(after.summary).toMatchObject({ all: 2, removed: 2, undoable: 2 });
  expect(await names({ removed: "yes", sort: "name" })).toEqual(["One", "Two"]);
  expect(await bringBackQuestions(ctx, { course, questions })).toBe(2);
  expect((await find({ undo: removed.join(",") })).summary).toMatchObject({ all: 4, removed: 0, undoable: 0 });
  expect(await other.names({})).toEqual(["Foreign"]);
});

test("categories nest without circles; one that is removed gives its questions to the one above", async () => {
  const { ctx, course, names, make } = await setUp();
  const add = (name: string, parentId: string | null) => addCategory(ctx, { course, name, parentId });
  const top = await add("Walls", null);
  const inner = await add("Gates", top.id);
  const deepest = await add("Gates", inner.id);
  await expect(add("Walls", null)).rejects.toMatchObject({ code: "sameName" });
  const circle = changeCategory(ctx, { course, id: top.id, name: "Walls", parentId: deepest.id });
  await expect(circle).rejects.toMatchObject({ code: "categoryInItself" });
  const id = await make("Q", statement({ en: "1" }));
  await moveQuestions(ctx, { course, questions: [id], categoryId: inner.id });
  expect(await names({ category: top.id })).toEqual(["Q"]);
  expect(await names({ category: deepest.id })).toEqual([]);
  expect(await names({ category: "none" })).toEqual([]);
  await removeCategory(ctx, { course, id: inner.id });
  const { categories } = await findCategories(ctx, { course });
  expect(categories.map(({ path, count }) => [path, count])).toEqual([
    ["Walls", 1],
    ["Walls / Gates", 0],
  ]);
  const foreign = await setUp();
  const steal = moveQuestions(foreign.ctx, { course: foreign.course, questions: [id], categoryId: top.id });
  await expect(steal).rejects.toMatchObject({ code: "categoryMissing" });
});
