import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { systemClock } from "#app/platform/clock/clock.ts";
import { temporaryFolder } from "#tests/factories/package.ts";
import { copyPackageWithQuiz, packagedQuiz } from "#tests/factories/package-with-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { dumpTables } from "#tests/setup/dump-tables.ts";
import { exportAcademy } from "./export-academy.server.ts";
import { importAcademy } from "./import-academy.server.ts";

const database = openTestDatabase();
const { courseId, lessonId, fixedId, pooledId, quizFile, bankFile, courseFile } = packagedQuiz;
const context = () => ({ db: database.db, clock: systemClock });
const importFrom = (root: string, options: { overwrite?: boolean } = {}) =>
  importAcademy(context(), { root, ...options });

const findQuestion = (id: string) =>
  database.db.question.findUniqueOrThrow({
    where: { id },
    include: { category: { include: { parent: true } }, versions: { orderBy: { number: "asc" } } },
  });

const clear = () =>
  database.connections.query('truncate "Course", "Subject", "Instructor", "Programme", "Setting" cascade');

beforeEach(clear);

test("a quiz comes in with its rules, its plan and the course's bank, and is released", async () => {
  const copy = await copyPackageWithQuiz();
  expect((await importFrom(copy.root)).courses[0]).toMatchObject({ outcome: "created", release: 1 });
  const quiz = await database.db.quiz.findUniqueOrThrow({ where: { lessonId } });
  expect(quiz.rules).toMatchObject({ minutes: 20, attempts: 2, closesAt: "2030-01-01T00:00:00.000Z" });
  const question = await findQuestion(pooledId);
  expect(question).toMatchObject({ current: 1, type: "true-false", tags: ["easy"], removedAt: null });
  expect(question.category).toMatchObject({ name: "Gates", parent: { name: "Stones", parentId: null } });
  expect(quiz.plan).toMatchObject({
    sections: [
      {
        slots: [
          { points: 1_500, from: { questionId: fixedId } },
          { count: 2, from: { pool: { categoryId: question.categoryId, tags: ["easy"] } } },
        ],
      },
    ],
  });
  expect(await database.db.releaseQuiz.count({ where: { lessonId } })).toBe(1);
  expect(await database.db.questionCategory.count({ where: { courseId } })).toBe(3);
});

test("a second import of a quiz changes no row", async () => {
  const copy = await copyPackageWithQuiz();
  await importFrom(copy.root);
  const before = await dumpTables(database.connections);
  expect((await importFrom(copy.root)).changed).toBe(false);
  expect(await dumpTables(database.connections)).toEqual(before);
});

test("quizzes and bank come out byte for byte as they went in, and make the same elsewhere", async () => {
  const copy = await copyPackageWithQuiz();
  await importFrom(copy.root);
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  await exportAcademy(context(), { root: first });
  await clear();
  await importFrom(first);
  await exportAcademy(context(), { root: second });
  for (const file of [quizFile, bankFile, courseFile]) {
    const exported = await readFile(join(first, file), "utf8");
    expect(await readFile(join(second, file), "utf8")).toBe(exported);
    if (file !== courseFile) expect(exported).toBe(await readFile(copy.path(file), "utf8"));
  }
});

test("a question that says something else gets a new version, and only that one", async () => {
  const copy = await copyPackageWithQuiz();
  await importFrom(copy.root);
  await copy.edit(bankFile, "en: A gate opens.", "en: Gates open.");
  await copy.edit(bankFile, "name: The wall has gates.", "name: The gates of the wall");
  expect((await importFrom(copy.root)).courses[0]).toMatchObject({ outcome: "updated", release: 2 });
  const versions = await database.db.questionVersion.findMany({ where: { number: 2 } });
  expect(versions).toMatchObject([{ body: { stem: { en: "Gates open." } } }]);
  expect(await findQuestion(pooledId)).toMatchObject({ name: "The gates of the wall", current: 1 });
});

test("a question or quiz that was edited in the academy is replaced only when asked", async () => {
  const copy = await copyPackageWithQuiz();
  await importFrom(copy.root);
  const body = { stem: { en: "Edited" }, right: false };
  await database.db.questionVersion.create({ data: { questionId: pooledId, number: 2, body, sha256: "x" } });
  await database.db.question.update({ where: { id: pooledId }, data: { current: 2 } });
  const refused = { problems: [{ file: courseFile, reason: expect.stringMatching(/edited in the academy/) }] };
  await expect(importFrom(copy.root)).rejects.toMatchObject(refused);
  await importFrom(copy.root, { overwrite: true });
  const question = await findQuestion(pooledId);
  expect([question.current, question.versions.length]).toEqual([3, 3]);
  expect(question.versions[2]?.body).toEqual(question.versions[0]?.body);

  const quiz = await database.db.quiz.findUniqueOrThrow({ where: { lessonId } });
  const rules = { ...Object(quiz.rules), minutes: 99 };
  await database.db.quiz.update({ where: { lessonId }, data: { rules } });
  await expect(importFrom(copy.root)).rejects.toMatchObject(refused);
  await importFrom(copy.root, { overwrite: true });
  expect(await database.db.quiz.findUnique({ where: { lessonId } })).toMatchObject({ rules: { minutes: 20 } });
});

test("a question that the package no longer has is removed with its category, and can come back", async () => {
  const copy = await copyPackageWithQuiz();
  await importFrom(copy.root);
  const before = await readFile(copy.path(bankFile), "utf8");
  await copy.write(bankFile, "format: maqdis-questions/1\n");
  await copy.edit(
    quizFile,
    ", draw: 2, pool: { category: [ Stones, Gates ], tags: [ easy ] } }",
    ", draw: 1, pool: {} }",
  );
  await importFrom(copy.root);
  const removed = await findQuestion(pooledId);
  expect([removed.removedAt, removed.category, removed.versions.length]).toEqual([expect.any(Date), null, 1]);
  expect(await database.db.questionCategory.findMany({ select: { name: true } })).toEqual([{ name: "Stones" }]);
  expect((await importFrom(copy.root)).changed).toBe(false);

  await copy.write(bankFile, before);
  await importFrom(copy.root);
  const back = await findQuestion(pooledId);
  expect([back.removedAt, back.category?.name, back.versions.length]).toEqual([null, "Gates", 1]);
});

test.each([
  [bankFile, "right: true", "right: perhaps", /body\.right of “The wall has gates.”/],
  [quizFile, "region: left", "region: middle", /markers\[1\]\.region of “Where the stone lies”: .*does not have/],
  [quizFile, "en: Place the stone.", 'en: "<b>Place</b>"', /“Where the stone lies”/],
  [quizFile, "src: media/stone.png", "src: media/none.png", /media\/none\.png is missing/],
  [quizFile, "draw: 2", "draw: 3", /draws 3 questions, and the pool has 2/],
  [quizFile, "[ Stones, Gates ]", "[ Gates ]", /no category/],
  [quizFile, `question: ${fixedId}`, `question: ${lessonId}`, /no question/],
  [quizFile, "noGoingBack: false", "noGoingBack: true", /one at a time/],
  [quizFile, "minutes: 20", "hours: 1", /rules\.hours is not known here/],
  [quizFile, `lesson: ${lessonId}`, `lesson: ${fixedId}`, /not the id of the lesson/],
])("in %s, %s cannot be %s, and the line is told", async (file, from, to, said) => {
  const copy = await copyPackageWithQuiz();
  const before = (await readFile(copy.path(file), "utf8")).split("\n");
  const line = before.findIndex((text) => text.includes(from)) + 1;
  await copy.edit(file, from, to);
  const problems = [{ file, line, reason: expect.stringMatching(said) }];
  await expect(importFrom(copy.root)).rejects.toMatchObject({ problems });
});

test("a quiz without its file is named, and so is a file that is none, or whose lesson is not a quiz", async () => {
  const copy = await copyPackageWithQuiz();
  const notes = "courses/first-steps/quizzes/notes.txt";
  await copy.remove(quizFile);
  await copy.write(notes, "x");
  await expect(importFrom(copy.root)).rejects.toMatchObject({
    problems: [
      { file: courseFile, reason: `${quizFile} is missing` },
      { file: notes, reason: "is not named <lesson-slug>.yaml" },
    ],
  });
  const other = await copyPackageWithQuiz();
  await other.edit(courseFile, "slug: trial, kind: quiz", "slug: trial, kind: text");
  await expect(importFrom(other.root)).rejects.toMatchObject({
    problems: [{ file: quizFile, reason: 'there is no quiz "trial" in course.yaml' }],
  });
});

test("a question keeps its type and its course", async () => {
  const copy = await copyPackageWithQuiz();
  await importFrom(copy.root);
  await copy.edit(bankFile, "type: true-false", "type: essay");
  await copy.edit(bankFile, "right: true", "rubric: []");
  await expect(importFrom(copy.root)).rejects.toMatchObject({
    problems: [{ file: bankFile, line: 7, reason: expect.stringMatching(/true-false in the academy/) }],
  });
});
