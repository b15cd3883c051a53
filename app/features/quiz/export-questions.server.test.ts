import { expect, test } from "vitest";
import { readZip, type ZipLimits } from "#app/platform/archive/read-zip.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { exportFormats, LOSSES_FILE } from "./exchange/exchange-formats.ts";
import { sayExportLosses } from "./exchange/say-exchange.ts";
import { type Exported, exportQuestions } from "./export-questions.server.ts";
import { importQuestions } from "./import-questions.server.ts";

const database = openTestDatabase();
const t = serverWords("en").of("question-import");
const limits: ZipLimits = { entries: 50, entryBytes: 1_000_000, totalBytes: 5_000_000, ratio: 1_000 };
/** One dot. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

type Choice = Partial<Parameters<typeof exportQuestions>[1]>;

async function setUp(role: "owner" | "assistant" = "owner") {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const add = (stem: string) => createQuestion(db, { courseId: course.id, body: choiceBody(stem) });
  const write = (choice: Choice = {}) =>
    exportQuestions(ctx, {
      ...{ course: course.slug, format: "yaml" as const, sayLosses: (report) => sayExportLosses(t, report) },
      ...choice,
    });
  const names = async ({ report }: Exported) => {
    const rows = await db.question.findMany({ where: { courseId: course.id }, include: { versions: true } });
    const stemOf = (name: string) => JSON.stringify(rows.find((row) => row.name === name)?.versions[0]?.body);
    return report.written.map(({ name }) => /"en":"([^"]*)"/.exec(stemOf(name))?.[1]);
  };
  return { db, course, ctx, add, write, names };
}

async function unzip({ file }: Exported) {
  const read = await readZip(file.bytes, limits);
  if (!read.ok) throw new Error(read.fault);
  return new Map(read.files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

test.each(exportFormats)("what is exported as %s another course imports, as many as are in it", async (format) => {
  const { course, add, write } = await setUp();
  for (const stem of ["Walls", "Gates"]) await add(stem);
  const { report, file } = await write({ format });
  expect(report.refused).toEqual([]);
  expect(report.written).toHaveLength(2);
  expect(file.name).toMatch(new RegExp(`^${course.slug}-questions\\.(gift|xml|yaml|zip)$`));
  const other = await setUp();
  const taken = await importQuestions(other.ctx, { course: other.course.slug, file: { ...file, format } });
  expect(taken).toMatchObject({ added: 2, refused: [] });
});

test("all questions are written, those of a category with all within it, or those chosen; never what was removed", async () => {
  const { db, course, add, write, names } = await setUp();
  const walls = await db.questionCategory.create({ data: { courseId: course.id, name: "Walls" } });
  const north = await db.questionCategory.create({ data: { courseId: course.id, name: "North", parentId: walls.id } });
  const [a, b, c, gone] = [await add("a"), await add("b"), await add("c"), await add("gone")];
  const move = (id: string, data: object) => db.question.update({ where: { id }, data });
  await move(b.questionId, { categoryId: walls.id });
  await move(c.questionId, { categoryId: north.id });
  await move(gone.questionId, { removedAt: new Date() });
  expect(await names(await write())).toEqual(["a", "b", "c"]);
  expect(await names(await write({ category: walls.id }))).toEqual(["b", "c"]);
  expect(await names(await write({ ids: [c.questionId, a.questionId, gone.questionId] }))).toEqual(["a", "c"]);
});

test("questions of another course are not written, though they are asked for by their ids", async () => {
  const { write } = await setUp();
  const { questionId } = await (await setUp()).add("Foreign");
  expect((await write({ ids: [questionId] })).report.written).toEqual([]);
});

test("the pictures that questions show are in the archive, and no others", async () => {
  const { db, course, write } = await setUp();
  const sha256 = await putObject({ bytes: png, contentType: "image/png" });
  for (const path of ["media/gate.png", "media/unused.png"]) {
    await db.courseMedia.create({
      data: { courseId: course.id, path, sha256, contentType: "image/png", bytes: png.length },
    });
  }
  const figure = ":::figure{src=media/gate.png alt=Gate credit=Maqdis licence=CC0}\nThe gate.\n:::";
  await createQuestion(db, { courseId: course.id, body: choiceBody(figure) });
  const written = await write();
  expect(written.file).toMatchObject({ name: `${course.slug}-questions.zip`, contentType: "application/zip" });
  const read = await readZip(written.file.bytes, limits);
  const files = read.ok ? new Map(read.files.map(({ path, bytes }) => [path, Buffer.from(bytes)])) : new Map();
  expect([...files.keys()].filter((path) => path.endsWith(".png"))).toEqual(["media/gate.png"]);
  expect(files.get("media/gate.png")).toEqual(png);
});

test("what a format cannot say is in the report, and in words beside the file", async () => {
  const { db, course, add, write } = await setUp();
  await add("Walls");
  const body = { ...sampleQuestions.ordering?.body };
  const { questionId } = await createQuestion(db, { courseId: course.id, type: "ordering", body });
  const { name } = await db.question.findUniqueOrThrow({ where: { id: questionId } });
  const written = await write({ format: "gift" });
  expect(written.report.refused).toMatchObject([{ name }]);
  expect(written.report.written).toHaveLength(1);
  const files = await unzip(written);
  expect(files.get(LOSSES_FILE)).toContain(`${name}: `);
  expect(files.get("questions.gift")).not.toContain(name);
});

test("for those who may not edit the course there is nothing to export", async () => {
  const { write } = await setUp("assistant");
  await expect(write()).rejects.toMatchObject({ status: 404 });
  const { course } = await setUp();
  const { write: writeOfStranger } = await setUp();
  await expect(writeOfStranger({ course: course.slug })).rejects.toMatchObject({ status: 404 });
});
