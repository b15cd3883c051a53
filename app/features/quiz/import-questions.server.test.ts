import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { writeZip } from "#app/platform/archive/write-zip.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { importQuestions, importQuestionsUnsafe } from "./import-questions.server.ts";

const database = openTestDatabase();

const text = (value: string) => new TextEncoder().encode(value);
const yaml = (...questions: string[]) => text(`format: maqdis-questions/1\nquestions:\n${questions.join("")}`);
const one = (name: string, more = "", body = "{ stem: { en: The walls are Ottoman. }, right: true }") =>
  `  - name: ${name}\n    type: true-false\n${more}    body: ${body}\n`;
const figure = (src: string) =>
  `{ stem: { en: ":::figure{src=${src} alt=Gate credit=Maqdis licence=CC0}\\nThe gate.\\n:::" }, right: true }`;
/** One dot. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function openCourse(role: "owner" | "teacher" | "assistant" = "owner") {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const take = (bytes: Uint8Array, more: { dryRun?: boolean; name?: string } = {}) =>
    importQuestions(ctx, {
      course: course.slug,
      file: { name: more.name ?? "bank.yaml", bytes, format: "yaml" },
      dryRun: more.dryRun ?? false,
    });
  const bank = () =>
    db.question.findMany({
      where: { courseId: course.id },
      orderBy: { name: "asc" },
      select: {
        name: true,
        type: true,
        tags: true,
        removedAt: true,
        category: { select: { name: true } },
        versions: true,
      },
    });
  return { db, course, ctx, person, take, bank };
}

test("each question comes into its category, with its first version, and one entry in the audit log", async () => {
  const { db, course, person, take, bank } = await openCourse();
  const categories = "    category: [Walls, Gates]\n    tags: [north, north]\n";
  const report = await take(yaml(one("A"), one("B", categories), one("C", "    category: [Walls]\n")));
  expect(report).toMatchObject({ added: 3, refused: [], dryRun: false });
  const questions = await bank();
  expect(questions.map(({ name, category, tags }) => [name, category?.name, tags])).toEqual([
    ["A", undefined, []],
    ["B", "Gates", ["north"]],
    ["C", "Walls", []],
  ]);
  expect(questions[0]?.versions).toMatchObject([
    { number: 1, body: { stem: { en: "The walls are Ottoman." }, right: true }, createdById: person.id },
  ]);
  const tree = await db.questionCategory.findMany({ where: { courseId: course.id }, include: { parent: true } });
  expect(tree.map(({ name, parent }) => [name, parent?.name]).sort()).toEqual([
    ["Gates", "Walls"],
    ["Walls", undefined],
  ]);
  const audit = await db.auditEntry.findMany({ where: { subjectId: course.id } });
  expect(audit).toMatchObject([
    { action: "question.import", actorId: person.id, after: { file: "bank.yaml", format: "yaml", added: 3 } },
  ]);
});

test("a dry run tells the same and writes nothing", async () => {
  const { db, course, take, bank } = await openCourse();
  const file = yaml(one("A", "    category: [Walls]\n"), one("B", "    points: 2\n"));
  const dry = await take(file, { dryRun: true });
  expect(await bank()).toEqual([]);
  expect(await db.questionCategory.count({ where: { courseId: course.id } })).toBe(0);
  expect(await db.auditEntry.count({ where: { subjectId: course.id } })).toBe(0);
  expect(await take(file)).toEqual({ ...dry, dryRun: false });
  expect(dry).toMatchObject({ added: 1, refused: [{ where: "bank.yaml:9" }] });
});

test("the same file adds nothing twice, though a question of it was edited meanwhile", async () => {
  const { db, course, take, bank } = await openCourse();
  await take(yaml(one("A"), one("B"), one("A")));
  expect((await bank()).map(({ name }) => name)).toEqual(["A", "B"]);
  await db.question.updateMany({ where: { courseId: course.id, name: "B" }, data: { name: "Renamed" } });
  const again = await take(yaml(one("A"), one("B"), one("C")));
  expect([again.added, again.questions.map(({ already }) => already)]).toEqual([1, [true, true, false]]);
  expect((await bank()).map(({ name }) => name)).toEqual(["A", "C", "Renamed"]);
});

test("what was removed may be imported again", async () => {
  const { db, course, take, bank } = await openCourse();
  await take(yaml(one("A")));
  await db.question.updateMany({ where: { courseId: course.id }, data: { removedAt: new Date() } });
  expect((await take(yaml(one("A")))).added).toBe(1);
  expect((await bank()).map(({ removedAt }) => removedAt === null).sort()).toEqual([false, true]);
});

test("two who import the same file at once add it once", async () => {
  const { take, bank } = await openCourse();
  const file = yaml(...["A", "B", "C"].map((name) => one(name, "    category: [Walls]\n")));
  const reports = await Promise.all([take(file), take(file), take(file)]);
  expect(reports.map(({ added }) => added).sort()).toEqual([0, 0, 3]);
  expect(await bank()).toHaveLength(3);
});

test("pictures come with their questions, and never replace the course's own", async () => {
  const { db, course, take, bank } = await openCourse();
  const own = {
    courseId: course.id,
    path: "media/gate.png",
    sha256: "0".repeat(64),
    contentType: "image/png",
    bytes: 9,
  };
  await db.courseMedia.create({ data: own });
  const zip = await writeZip([
    { path: "bank.yaml", bytes: yaml(one("A", "", figure("media/gate.png")), one("B", "", figure("media/none.png"))) },
    { path: "media/gate.png", bytes: png },
    { path: "media/unused.png", bytes: Buffer.concat([png, Buffer.from("unused")]) },
  ]);
  const report = await take(zip, { name: "bank.zip" });
  expect(report.refused).toEqual([
    { where: "bank.yaml:6", reason: { code: "missingFile", values: { path: "media/none.png" } } },
  ]);
  const media = await db.courseMedia.findMany({ where: { courseId: course.id }, orderBy: { path: "asc" } });
  expect(media.map(({ path }) => path)).toEqual([expect.stringMatching(/^media\/gate-[0-9a-f]{8}\.png$/), own.path]);
  expect(JSON.stringify((await bank())[0]?.versions[0]?.body)).toContain(`src=${media[0]?.path} `);
  expect((await take(zip, { name: "bank.zip" })).added).toBe(0);
});

test("a file that is called a picture and is none costs the question that shows it", async () => {
  const { take } = await openCourse();
  const zip = await writeZip([
    { path: "bank.yaml", bytes: yaml(one("A", "", figure("media/gate.png")), one("B")) },
    { path: "media/gate.png", bytes: text("<script>alert(1)</script>") },
  ]);
  expect(await take(zip)).toMatchObject({ added: 1, refused: [{ reason: { code: "notPicture" } }] });
});

test("an archive that would lead outside itself is refused whole", async () => {
  const { take } = await openCourse();
  const zip = Buffer.from(await writeZip([{ path: "aaabank.yaml", bytes: yaml(one("A")) }]));
  const outside = Buffer.from(zip.toString("latin1").replaceAll("aaabank", "../bank"), "latin1");
  expect(await take(outside, { name: "bank.zip" })).toMatchObject({
    added: 0,
    refused: [{ where: "bank.zip", reason: { code: "unsafePath", values: { path: "../bank.yaml" } } }],
  });
});

test("for those who may not edit the course, it is not there", async () => {
  const { course, take } = await openCourse("assistant");
  await expect(take(yaml(one("A")))).rejects.toMatchObject({ status: 404 });
  const stranger = await openCourse("teacher");
  const file = { name: "bank.yaml", bytes: yaml(one("A")), format: "yaml" as const };
  await expect(importQuestions(stranger.ctx, { course: course.slug, file })).rejects.toMatchObject({ status: 404 });
  await expect(importQuestions(stranger.ctx, { course: randomUUID(), file })).rejects.toMatchObject({ status: 404 });
});

test("from the command line nobody is named as the maker", async () => {
  const { course, bank } = await openCourse();
  const file = { name: "bank.yaml", bytes: yaml(one("A")), format: "yaml" as const };
  await importQuestionsUnsafe(guestContext(database.db), { course, file, dryRun: false });
  expect((await bank())[0]?.versions[0]?.createdById).toBeNull();
});
