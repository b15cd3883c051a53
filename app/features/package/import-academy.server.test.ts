import { readFile, rename } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { systemClock } from "#app/platform/clock/clock.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { copyPackage, fixturePackage } from "#tests/factories/package.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { dumpTables } from "#tests/setup/dump-tables.ts";
import { importAcademy } from "./import-academy.server.ts";
import { importSampleAcademy } from "./import-sample-academy.server.ts";

const database = openTestDatabase();
const FIRST = "0199b5a0-0000-7000-8000-000000000010";
const COURSE_FILE = "courses/first-steps/course.yaml";
const LESSON_FILE = "courses/first-steps/lessons/02-answers.en.md";

const context = () => ({ db: database.db, clock: systemClock });
const importFrom = (root: string, options: { overwrite?: boolean; dryRun?: boolean } = {}) =>
  importAcademy(context(), { root, ...options });

const findCourse = () =>
  database.db.course.findUniqueOrThrow({
    where: { id: FIRST },
    include: { currentRelease: true, formerSlugs: true, cohorts: true, releases: true },
  });

beforeEach(async () => {
  await database.connections.query(
    'truncate "Course", "Subject", "Instructor", "Programme", "Setting", "LessonRendering", "User" cascade',
  );
  await database.connections.query("delete from graphile_worker._private_jobs");
});

test("a package brings courses, people and programmes, and publishes a first release", async () => {
  const report = await importFrom(fixturePackage);
  expect(report.courses).toEqual([
    { slug: "first-steps", outcome: "created", release: 1 },
    { slug: "second-steps", outcome: "created", release: 1 },
  ]);
  const course = await findCourse();
  expect(course).toMatchObject({ state: "published", lessonCount: 3, minutes: 16, seats: 30, selfPaced: true });
  expect(course.cohorts).toMatchObject([{ seats: 10, names: { en: "Spring" } }]);
  expect(await getObject(course.coverSha256 ?? "")).toBeDefined();
  const programme = await database.db.programme.findFirstOrThrow({ include: { courses: true } });
  expect(programme.courses.map(({ courseId }) => courseId)).toContain(FIRST);
  const second = await database.db.course.findUniqueOrThrow({
    where: { slug: "second-steps" },
    include: { prerequisites: true },
  });
  expect(second).toMatchObject({ selfPaced: false, priceAmount: 4500, prerequisites: [{ requiredCourseId: FIRST }] });
});

test("a release holds each lesson's page in each language, with links, drawings and pictures in place", async () => {
  await importFrom(fixturePackage);
  const texts = await database.db.releaseLessonText.findMany({
    where: { releaseLesson: { release: { courseId: FIRST } } },
    include: { rendering: true },
    orderBy: [{ releaseLesson: { position: "asc" } }, { locale: "asc" }],
  });
  expect(texts.map(({ locale, title }) => `${locale} ${title}`)).toEqual([
    ...["ar أسئلة", "en Questions", "ar أجوبة", "en Answers", "ar شكوك", "en Doubts"],
  ]);
  const [, questions, , answers] = texts.map(({ rendering }) => rendering);
  expect(questions?.html).toContain('href="/learn/first-steps/answers"');
  expect(questions?.html).toContain("<svg");
  expect(questions?.headings).toMatchObject([{ level: 2, text: "Who wrote it?" }]);
  expect(answers?.html).toContain('href="/courses/second-steps"');
  expect(answers?.html).toMatch(/<img src="\/media\/[0-9a-f]{64}"[^>]* width="4" height="2"/);
});

test("a second import changes no row and makes no release", async () => {
  await importFrom(fixturePackage);
  const before = await dumpTables(database.connections);
  const report = await importFrom(fixturePackage);
  expect(report.changed).toBe(false);
  expect([...report.courses, ...report.parts].every(({ outcome }) => outcome === "unchanged")).toBe(true);
  expect(await dumpTables(database.connections)).toEqual(before);
});

test("a dry run says what would happen and writes nothing", async () => {
  const before = await dumpTables(database.connections);
  const report = await importFrom(fixturePackage, { dryRun: true });
  expect(report).toMatchObject({ changed: true, dryRun: true, courses: [{ outcome: "created", release: null }, {}] });
  expect(await dumpTables(database.connections)).toEqual(before);
});

test("a changed lesson makes the next release, which shares the pages that did not change", async () => {
  await importFrom(fixturePackage);
  const before = await database.db.releaseLessonText.findMany({ include: { releaseLesson: true } });
  const copy = await copyPackage();
  await copy.edit(LESSON_FILE, "Go on with", "Now go on with");
  const report = await importFrom(copy.root);
  expect(report.courses).toEqual([
    { slug: "first-steps", outcome: "updated", release: 2 },
    { slug: "second-steps", outcome: "unchanged", release: null },
  ]);
  const course = await findCourse();
  expect(course.currentRelease).toMatchObject({ number: 2 });
  // Seven pages in the first releases, and the one that changed.
  expect(await database.db.lessonRendering.count()).toBe(8);
  const kept = await database.db.releaseLessonText.findMany({
    where: { releaseId: { in: before.map(({ releaseId }) => releaseId) } },
    include: { releaseLesson: true },
  });
  expect(kept).toEqual(before);
  const jobs = await database.connections.query(
    "select 1 from graphile_worker.jobs where task_identifier = 'recountEnrolments'",
  );
  expect(jobs.rows).toHaveLength(3);
});

test("what learners do not see changes without a release", async () => {
  await importFrom(fixturePackage);
  const copy = await copyPackage();
  await copy.edit(COURSE_FILE, "amount: 0", "amount: 900");
  const report = await importFrom(copy.root);
  expect(report.courses[0]).toEqual({ slug: "first-steps", outcome: "updated", release: null });
  expect(await findCourse()).toMatchObject({ priceAmount: 900, currentRelease: { number: 1 } });
  expect((await importFrom(copy.root)).changed).toBe(false);
});

test("releases, and what is in them, are never changed", async () => {
  await importFrom(fixturePackage);
  const { db } = database;
  await expect(db.releaseLesson.updateMany({ data: { minutes: 1 } })).rejects.toThrow(/only added/);
  await expect(db.releaseLessonText.updateMany({ data: { title: "x" } })).rejects.toThrow(/only added/);
  await expect(db.releaseMedia.updateMany({ data: { contentType: "x" } })).rejects.toThrow(/only added/);
});

test("a course that was edited in the academy is replaced only when asked", async () => {
  await importFrom(fixturePackage);
  await database.db.courseText.updateMany({ where: { courseId: FIRST, locale: "en" }, data: { title: "Edited" } });
  const before = await dumpTables(database.connections);
  await expect(importFrom(fixturePackage)).rejects.toMatchObject({
    problems: [{ file: COURSE_FILE, reason: expect.stringMatching(/edited in the academy/) }],
  });
  expect(await dumpTables(database.connections)).toEqual(before);
  await importFrom(fixturePackage, { overwrite: true });
  const text = await database.db.courseText.findFirst({ where: { courseId: FIRST, locale: "en" } });
  expect(text?.title).toBe("First steps");
});

test("an instructor who was edited in the academy is replaced only when asked", async () => {
  await importFrom(fixturePackage);
  await database.db.instructor.updateMany({ where: { handle: "amina-yusuf" }, data: { bios: { en: "Edited" } } });
  await expect(importFrom(fixturePackage)).rejects.toMatchObject({
    problems: [{ file: "academy.yaml", line: 9, reason: expect.stringMatching(/"amina-yusuf" was edited/) }],
  });
  await importFrom(fixturePackage, { overwrite: true });
  const amina = await database.db.instructor.findUniqueOrThrow({ where: { handle: "amina-yusuf" } });
  expect(amina.bios).toMatchObject({ ar: "تقرأ المدينة من مصادرها." });
});

test("a new slug leaves the old one leading to the course, and coming back takes it away", async () => {
  await importFrom(fixturePackage);
  const copy = await copyPackage();
  await rename(copy.path("courses/first-steps"), copy.path("courses/steps"));
  await copy.edit("courses/steps/course.yaml", "slug: first-steps", "slug: steps");
  await copy.edit("courses/second-steps/course.yaml", "[first-steps]", "[steps]");
  await copy.edit("courses/second-steps/lessons/01-letters.ar.md", "course:first-steps", "course:steps");
  await copy.edit("academy.yaml", "[first-steps", "[steps");
  await importFrom(copy.root);
  expect(await findCourse()).toMatchObject({ slug: "steps", formerSlugs: [{ slug: "first-steps" }] });
  expect((await importFrom(copy.root)).changed).toBe(false);
  await importFrom(fixturePackage);
  expect(await findCourse()).toMatchObject({ slug: "first-steps", formerSlugs: [{ slug: "steps" }] });
});

test("lessons may exchange slugs, move between sections and go", async () => {
  await importFrom(fixturePackage);
  const copy = await copyPackage();
  await copy.edit(COURSE_FILE, "0041, slug: answers", "0041, slug: doubts");
  await copy.edit(COURSE_FILE, "0042, slug: doubts", "0042, slug: answers");
  for (const locale of ["ar", "en"]) {
    const lesson = (name: string) => copy.path(`courses/first-steps/lessons/${name}.${locale}.md`);
    await rename(lesson("02-answers"), lesson("x"));
    await rename(lesson("03-doubts"), lesson("03-answers"));
    await rename(lesson("x"), lesson("02-doubts"));
  }
  await importFrom(copy.root);
  const lessons = await database.db.lesson.findMany({ where: { courseId: FIRST }, orderBy: { id: "asc" } });
  expect(lessons.map(({ slug }) => slug)).toEqual(["inquiry", "doubts", "answers"]);
});

test("a cohort in which somebody is enrolled stays when the package no longer has it", async () => {
  await importFrom(fixturePackage);
  const { db } = database;
  const course = await findCourse();
  const learner = await createPerson(db);
  const releaseId = course.currentReleaseId ?? "";
  const cohortId = course.cohorts[0]?.id;
  await db.enrolment.create({ data: { userId: learner.id, courseId: FIRST, releaseId, cohortId } });
  const copy = await copyPackage();
  const text = await readFile(copy.path(COURSE_FILE), "utf8");
  await copy.write(COURSE_FILE, text.replace(/cohorts:[\s\S]*sections:/, "cohorts: []\nsections:"));
  expect((await importFrom(copy.root)).changed).toBe(false);
  expect((await findCourse()).cohorts).toHaveLength(1);
  await db.enrolment.deleteMany();
  await importFrom(copy.root);
  expect((await findCourse()).cohorts).toEqual([]);
});

test("seats that are taken cannot be taken back, and ids of other courses cannot be used", async () => {
  await importFrom(fixturePackage);
  await database.db.course.update({ where: { id: FIRST }, data: { seatsTaken: 12 } });
  const copy = await copyPackage();
  await copy.edit(COURSE_FILE, "seats: 30", "seats: 11");
  await expect(importFrom(copy.root)).rejects.toMatchObject({
    problems: [{ file: COURSE_FILE, line: 10, reason: "11 seats are fewer than the 12 that are taken" }],
  });
  const other = await copyPackage();
  await other.edit(COURSE_FILE, FIRST, "0199b5a0-0000-7000-8000-000000000099");
  await expect(importFrom(other.root)).rejects.toThrow(/belongs to another course of the academy/);
});

test("a package with some of the courses leaves the others as they are", async () => {
  await importFrom(fixturePackage);
  const copy = await copyPackage();
  await copy.remove("courses/second-steps");
  expect((await importFrom(copy.root)).changed).toBe(false);
  expect(await database.db.course.count()).toBe(2);
});

test("the sample academy comes into an empty academy only", async () => {
  expect(await importSampleAcademy(context(), { root: fixturePackage })).toMatchObject({ changed: true });
  const before = await dumpTables(database.connections);
  expect(await importSampleAcademy(context(), { root: fixturePackage })).toBeNull();
  expect(await dumpTables(database.connections)).toEqual(before);
});
