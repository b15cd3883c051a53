import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { systemClock } from "#app/platform/clock/clock.ts";
import { createCourse } from "#tests/factories/course.ts";
import { copyPackage, fixturePackage, temporaryFolder } from "#tests/factories/package.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { dumpTables } from "#tests/setup/dump-tables.ts";
import { exportAcademy } from "./export-academy.server.ts";
import { importAcademy } from "./import-academy.server.ts";

const database = openTestDatabase();
const context = () => ({ db: database.db, clock: systemClock });

const clear = () =>
  database.connections.query('truncate "Course", "Subject", "Instructor", "Programme", "Setting" cascade');

beforeEach(async () => {
  await clear();
  await importAcademy(context(), { root: fixturePackage });
});

async function readTree(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map(async (file) => [file, (await readFile(file)).toString("latin1")]));
  return Object.fromEntries(contents.map(([file = "", content]) => [file.slice(root.length + 1), content]).toSorted());
}

test("importing what was exported changes nothing", async () => {
  const before = await dumpTables(database.connections);
  const root = await temporaryFolder();
  const report = await exportAcademy(context(), { root });
  expect(report.courses).toEqual([
    { slug: "first-steps", files: 11, videosAtMux: [] },
    { slug: "second-steps", files: 2, videosAtMux: [] },
  ]);
  expect((await importAcademy(context(), { root })).changed).toBe(false);
  expect(await dumpTables(database.connections)).toEqual(before);
});

test("what was exported makes the same academy elsewhere, and the same files again", async () => {
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  await exportAcademy(context(), { root: first });
  await clear();
  await importAcademy(context(), { root: first });
  await exportAcademy(context(), { root: second });
  expect(await readTree(second)).toEqual(await readTree(first));
  expect((await importAcademy(context(), { root: fixturePackage })).changed).toBe(false);
});

test("lessons and media come out as they went in", async () => {
  const root = await temporaryFolder();
  await exportAcademy(context(), { root });
  const [exported, given] = [await readTree(root), await readTree(fixturePackage)];
  expect(Object.keys(exported)).toEqual(Object.keys(given));
  for (const [file, content] of Object.entries(given)) {
    if (!file.endsWith(".yaml")) expect(exported[file]).toBe(content);
  }
});

test("one course comes out with the subject and the people it needs, and can be imported alone", async () => {
  const root = await temporaryFolder();
  await exportAcademy(context(), { root, course: "first-steps" });
  expect(Object.keys(await readTree(root)).some((file) => file.startsWith("courses/second-steps"))).toBe(false);
  expect((await importAcademy(context(), { root })).changed).toBe(false);
});

test("what finishing brings goes out as it came in, is as usual where a package says nothing, and keeps its template", async () => {
  const { db } = database;
  const copy = await copyPackage();
  const course = "courses/first-steps/course.yaml";
  await copy.edit(
    course,
    "completion: acknowledge",
    "completion: acknowledge\ncertificate: { rule: none, months: 24 }",
  );
  await copy.edit(
    "academy.yaml",
    "courses: [first-steps, second-steps]",
    "courses: [first-steps, second-steps]\n    certificate: { rule: approval, months: 36 }",
  );
  await importAcademy(context(), { root: copy.root });
  const template = await db.certificateTemplate.create({ data: { name: "Of this academy" } });
  await db.course.updateMany({ where: { slug: "first-steps" }, data: { certificateTemplateId: template.id } });
  const rules = { certificateRule: true, certificateMonths: true, certificateTemplateId: true } as const;
  const none = { certificateRule: "none", certificateMonths: 24, certificateTemplateId: template.id };
  const usual = { certificateRule: "automatic", certificateMonths: null, certificateTemplateId: null };
  const all = () => db.course.findMany({ select: rules, orderBy: { slug: "asc" } });
  expect(await all()).toEqual([none, usual]);
  expect(await db.programme.findMany({ select: rules })).toEqual([
    { certificateRule: "approval", certificateMonths: 36, certificateTemplateId: null },
  ]);

  const root = await temporaryFolder();
  await exportAcademy(context(), { root });
  expect(await readFile(join(root, course), "utf8")).toContain("\ncertificate: { rule: none, months: 24 }\n");
  expect((await importAcademy(context(), { root })).changed).toBe(false);

  await importAcademy(context(), { root: fixturePackage });
  expect(await all()).toEqual([{ ...usual, certificateTemplateId: template.id }, usual]);
});

test("a course that was made in the academy can leave it", async () => {
  const { course } = await createCourse(database.db);
  const root = await temporaryFolder();
  const report = await exportAcademy(context(), { root, course: course.slug });
  expect(report.courses).toEqual([{ slug: course.slug, files: 1, videosAtMux: [] }]);
});

test("a folder that holds something is left alone, and a course must be there", async () => {
  await expect(exportAcademy(context(), { root: fixturePackage })).rejects.toMatchObject({ code: "folderNotEmpty" });
  const root = await temporaryFolder();
  await expect(exportAcademy(context(), { root, course: "none" })).rejects.toMatchObject({ code: "noSuchCourse" });
});
