import { beforeEach, expect, test } from "vitest";
import { createCourse } from "#app/features/lesson/create-course.server.ts";
import { readZip } from "#app/platform/archive/read-zip.ts";
import { writeZip } from "#app/platform/archive/write-zip.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { contextOf } from "#tests/factories/context.ts";
import { copyPackageWithLecture, fixturePackage } from "#tests/factories/package.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findCourseDraftsUnsafe } from "../draft/find-course-drafts.server.ts";
import { duplicateCourse } from "../duplicate-course.server.ts";
import { exportCourseZip } from "../export-course-zip.server.ts";
import { importAcademy } from "../import-academy.server.ts";
import { importPackage } from "./import-package.server.ts";
import { dropPackage, findKeptPackage, keepPackage } from "./kept-package.server.ts";

const database = openTestDatabase();
const MB = 1024 * 1024;
const limits = { entries: 500, entryBytes: 50 * MB, totalBytes: 100 * MB, ratio: 500 };
const same = { asNew: false, overwrite: false, dryRun: false };

beforeEach(async () => {
  await database.connections.query('truncate "Course", "Subject", "Instructor", "Programme", "Setting" cascade');
  await importAcademy({ db: database.db, clock: systemClock }, { root: fixturePackage });
});

async function someone() {
  const { person, instructor } = await createInstructor(database.db);
  return contextOf(database.db, person, { instructorId: instructor.id });
}

type Ctx = Awaited<ReturnType<typeof someone>>;

const asked = { title: "Gates", sourceLocale: "en", locales: ["ar"], subject: "history", level: "beginner" } as const;

async function make(ctx: Ctx) {
  const subject = await database.db.subject.findFirstOrThrow();
  return createCourse(ctx, { ...asked, locales: [...asked.locales], subject: subject.slug });
}

async function exported(ctx: Ctx, course: string): Promise<Uint8Array> {
  const { stream } = await exportCourseZip(ctx, { course });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function draftOf(slug: string) {
  const { id } = await database.db.course.findUniqueOrThrow({ where: { slug } });
  return (await findCourseDraftsUnsafe(database.db, [id])).get(id);
}

/** The same archive with a file written otherwise. */
async function edited(zip: Uint8Array, name: RegExp, change: (text: string) => string): Promise<Uint8Array> {
  const read = await readZip(zip, limits);
  if (!read.ok) throw new Error(read.fault);
  return writeZip(
    read.files.map(({ path, bytes }) => ({
      path,
      bytes: name.test(path) ? new TextEncoder().encode(change(new TextDecoder().decode(bytes))) : bytes,
    })),
  );
}

test("a course that was made in the browser goes out and comes back equal, with what settings say of it", async () => {
  const ctx = await someone();
  const { slug } = await make(ctx);
  await database.db.course.update({ where: { slug }, data: { accessDays: 90, dropLowest: 2, priceAmount: 1500 } });
  const before = await draftOf(slug);
  const zip = await exported(ctx, slug);
  expect(await importPackage(ctx, zip, same)).toMatchObject({ ok: true, courses: [{ outcome: "unchanged" }] });
  await database.db.course.delete({ where: { slug } });
  const back = await importPackage(ctx, zip, same);
  expect(back).toMatchObject({ ok: true, applied: true, courses: [{ slug, outcome: "created" }] });
  expect(await draftOf(slug)).toEqual(before);
  expect(before).toMatchObject({ accessDays: 90, dropLowest: 2 });
  expect(await database.db.course.findUnique({ where: { slug } })).toMatchObject({
    state: "draft",
    currentReleaseId: null,
  });
});

test("a dry run says what would happen and changes nothing; an edited course gives way only when asked", async () => {
  const ctx = await someone();
  const { slug } = await make(ctx);
  const zip = await edited(await exported(ctx, slug), /course\.yaml$/, (text) =>
    text.replace("level: beginner", "level: advanced"),
  );
  const level = async () => (await database.db.course.findUniqueOrThrow({ where: { slug } })).level;
  const dry = await importPackage(ctx, zip, { ...same, dryRun: true });
  expect(dry).toMatchObject({ ok: true, applied: false, courses: [{ outcome: "updated", edited: true, lessons: 1 }] });
  const refused = await importPackage(ctx, zip, same);
  expect(refused).toMatchObject({ ok: false, problems: [{ reason: expect.stringContaining("edited") }] });
  expect(await level()).toBe("beginner");
  expect(await importPackage(ctx, zip, { ...same, overwrite: true })).toMatchObject({ ok: true, applied: true });
  expect(await level()).toBe("advanced");
});

test("what a package puts in the place of a text stands in its history, after what stood there", async () => {
  const ctx = await someone();
  const { slug } = await make(ctx);
  const zip = await edited(await exported(ctx, slug), /\.en\.md$/, (text) => text.replace(/title: .*/, "title: Walls"));
  expect(await importPackage(ctx, zip, { ...same, overwrite: true })).toMatchObject({ ok: true, applied: true });
  const versions = await database.db.lessonTextVersion.findMany({
    where: { lesson: { course: { slug } }, locale: "en" },
    orderBy: { id: "asc" },
  });
  expect(versions.map(({ title, cause }) => [title, cause])).toEqual([
    ["First lesson", "imported"],
    ["Walls", "imported"],
  ]);
});

test("a package may not have courses demand each other in a circle with those that are here", async () => {
  const ctx = await someone();
  const [first, second] = [await make(ctx), await make(ctx)];
  const idOf = async (slug: string) => (await database.db.course.findUniqueOrThrow({ where: { slug } })).id;
  const zip = await edited(await exported(ctx, first.slug), /course\.yaml$/, (text) =>
    text.replace("prerequisites: []", `prerequisites: [${second.slug}]`),
  );
  const data = { courseId: await idOf(second.slug), requiredCourseId: await idOf(first.slug) };
  await database.db.prerequisite.create({ data });
  const refused = await importPackage(ctx, zip, { ...same, overwrite: true });
  expect(refused).toMatchObject({
    ok: false,
    problems: [
      {
        file: `courses/${first.slug}/course.yaml`,
        line: expect.any(Number),
        reason: expect.stringContaining("in turn"),
      },
    ],
  });
  expect(await database.db.prerequisite.count({ where: { courseId: data.requiredCourseId } })).toBe(0);
  await database.db.prerequisite.deleteMany({ where: data });
  expect(await importPackage(ctx, zip, { ...same, overwrite: true })).toMatchObject({ ok: true, applied: true });
});

test("every problem comes with its file and line", async () => {
  const ctx = await someone();
  const { slug } = await make(ctx);
  const zip = await edited(await exported(ctx, slug), /course\.yaml$/, (text) =>
    text.replace("level: beginner", "level: none").replace("selfPaced: true", "selfPaced: maybe"),
  );
  const refused = await importPackage(ctx, zip, { ...same, dryRun: true });
  expect(refused.ok ? [] : refused.problems).toHaveLength(2);
  for (const problem of refused.ok ? [] : refused.problems) {
    expect(problem).toMatchObject({ file: `courses/${slug}/course.yaml`, line: expect.any(Number) });
  }
});

test("a stranger's course is not touched, and comes in as a new one of hers", async () => {
  const [owner, stranger] = [await someone(), await someone()];
  const { slug } = await make(owner);
  const zip = await edited(await exported(owner, slug), /course\.yaml$/, (text) => text.replace("Gates", "Mine"));
  const refused = await importPackage(stranger, zip, { ...same, overwrite: true });
  expect(refused).toMatchObject({ ok: false, problems: [{ file: `courses/${slug}/course.yaml` }] });
  const before = await draftOf(slug);
  const taken = await importPackage(stranger, zip, { ...same, asNew: true });
  expect(taken).toMatchObject({ ok: true, courses: [{ slug: `${slug}-2`, outcome: "created" }] });
  const made = await draftOf(`${slug}-2`);
  expect(made).toMatchObject({
    title: { en: "Mine" },
    instructors: [{ instructorId: stranger.actor.instructorId, role: "owner" }],
  });
  expect(made?.id).not.toBe(before?.id);
  expect(await draftOf(slug)).toEqual(before);
  // Ids of a stranger's lessons do not come in under a course id of one's own either.
  const disguised = await edited(zip, /course\.yaml$/, (text) =>
    text.replace(before?.id ?? "", "0190d5a0-0000-7000-8000-0000000000aa"),
  );
  expect((await importPackage(stranger, disguised, same)).ok).toBe(false);
});

test("who teaches, certificates and the academy's own texts are not taken from a package", async () => {
  const ctx = await someone();
  const { slug } = await make(ctx);
  const other = await database.db.instructor.findFirstOrThrow({ where: { userId: null } });
  let zip = await edited(await exported(ctx, slug), /academy\.yaml$/, (text) => text.replaceAll("Maqdis", "Taken"));
  zip = await edited(zip, /course\.yaml$/, (text) =>
    text.replace(/handle: [\w-]+/, `handle: ${other.handle}`).replace("level: beginner", "level: advanced"),
  );
  const before = await database.db.setting.findMany();
  expect(await importPackage(ctx, zip, { ...same, overwrite: true })).toMatchObject({ ok: true, applied: true });
  expect((await draftOf(slug))?.instructors).toEqual([{ instructorId: ctx.actor.instructorId, role: "owner" }]);
  expect(await database.db.setting.findMany()).toEqual(before);
});

test("learners, and guests of the export, are told that there is nothing", async () => {
  const ctx = await someone();
  const { slug } = await make(ctx);
  const zip = await exported(ctx, slug);
  const learner = contextOf(database.db, await createPerson(database.db));
  await expect(importPackage(learner, zip, same)).rejects.toMatchObject({ status: 404 });
  await expect(exportCourseZip(learner, { course: slug })).rejects.toMatchObject({ status: 404 });
  await expect(exportCourseZip(await someone(), { course: slug })).rejects.toMatchObject({ status: 404 });
});

test("hostile archives are refused before anything of them is written", async () => {
  const ctx = await someone();
  const text = (value: string) => new TextEncoder().encode(value);
  const zipOf = (files: Record<string, Uint8Array>) =>
    writeZip(Object.entries(files).map(([path, bytes]) => ({ path, bytes })));
  const inner = await zipOf({ "a.txt": text("a") });
  const leading = Buffer.from(await zipOf({ "nnnnnnnnn.yaml": text("x") })).toString("latin1");
  const cases: [string, Uint8Array][] = [
    ["notZip", text("format: maqdis-course/1")],
    ["tooDense", await zipOf({ "courses/a/media/bomb.svg": new Uint8Array(6 * MB) })],
    ["unsafePath", Buffer.from(leading.replaceAll("nnnnnnnnn.yaml", "../../../a.yaml".slice(1)), "latin1")],
    ["unsafePath", await zipOf({ [`${"a".repeat(250)}.yaml`]: text("x") })],
    ["unsafePath", await zipOf({ "a/b/c/d/e/f/g/h/i.yaml": text("x") })],
    ["sameTwice", await zipOf({ a: text("x"), "a/b": text("x") })],
    ["nested", await zipOf({ "courses/a/media/picture.png": inner })],
    ["archiveTooLarge", new Uint8Array(48 * MB + 1)],
  ];
  for (const [code, zip] of cases) {
    await expect(importPackage(ctx, zip, same), code).rejects.toMatchObject({ code });
  }
  const many = await writeZip(Array.from({ length: 5_001 }, (_, i) => ({ path: `${i}.yaml`, bytes: text("x") })));
  await expect(importPackage(ctx, many, same)).rejects.toMatchObject({ code: "tooManyFiles" });
});

test("a package is kept for its person alone, between looking and taking", async () => {
  const [ctx, other] = [await someone(), await someone()];
  const zip = new TextEncoder().encode("a package");
  const upload = await keepPackage({ db: database.db, personId: ctx.actor.id, now: new Date() }, zip);
  expect(new Uint8Array(await findKeptPackage({ personId: ctx.actor.id }, upload))).toEqual(zip);
  await expect(findKeptPackage({ personId: other.actor.id }, upload)).rejects.toMatchObject({ code: "packageGone" });
  await dropPackage({ personId: ctx.actor.id }, upload);
  await expect(findKeptPackage({ personId: ctx.actor.id }, upload)).rejects.toMatchObject({ code: "packageGone" });
});

test("a copy has ids, a slug and files of its own, and nothing of the first changes", async () => {
  const copy = await copyPackageWithLecture();
  await importAcademy({ db: database.db, clock: systemClock }, { root: copy.root });
  const ctx = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  const [course] = await database.db.course.findMany({ where: { lessons: { some: { kind: "lecture" } } } });
  const slug = course?.slug ?? "";
  const before = await draftOf(slug);
  const made = await duplicateCourse(ctx, { course: slug });
  expect(made).toEqual({ slug: `${slug}-copy`, withoutVideo: 0 });
  const after = await draftOf(made.slug);
  expect(await draftOf(slug)).toEqual(before);
  const shape = (draft: typeof before) =>
    draft?.sections.map(({ title, lessons }) => [
      title,
      lessons.map(({ id: _, lecture, quiz: __, ...lesson }) => [lesson, lecture?.captions]),
    ]);
  expect(shape(after)).toEqual(shape(before));
  expect(after?.media).toEqual(before?.media);
  expect(after?.cohorts).toEqual([]);
  const idsIn = (draft: typeof before) =>
    new Set(JSON.stringify([draft?.sections, draft?.videos, draft?.questions]).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
  expect([...idsIn(after)].filter((id) => idsIn(before).has(id))).toEqual([]);
  expect(await database.db.course.findUnique({ where: { slug: made.slug } })).toMatchObject({
    state: "draft",
    seatsTaken: 0,
  });
  // Its videos are files of its own, so that it can leave whole.
  expect((await exported(ctx, made.slug)).length).toBeGreaterThan(1000);
  expect((await duplicateCourse(ctx, { course: slug })).slug).toBe(`${slug}-copy-2`);
  await expect(duplicateCourse(await someone(), { course: slug })).rejects.toMatchObject({ status: 404 });
});

test("an archive of a stream and one of a folder around are the same package", async () => {
  const ctx = await someone();
  const { slug } = await make(ctx);
  const zip = await exported(ctx, slug);
  const read = await readZip(zip, limits);
  const around = read.ok
    ? await writeZip(read.files.map(({ path, bytes }) => ({ path: `my course/${path}`, bytes })))
    : zip;
  expect(await importPackage(ctx, around, same)).toMatchObject({ ok: true, courses: [{ outcome: "unchanged" }] });
  expect(await exported(ctx, slug)).toEqual(zip);
});
