import sharp from "sharp";
import { expect, test } from "vitest";
import { findMedia, findPictureForm } from "#app/features/course/find-media.server.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { sampleDrawing } from "#tests/factories/lesson-text.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { colour, photograph } from "#tests/factories/picture.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addMedia } from "./add-media.server.ts";
import { makePictureForms } from "./make-forms.server.ts";

const database = openTestDatabase();

async function setUp(role: "owner" | "teacher" | "assistant" = "teacher") {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const add = (name: string, bytes: Uint8Array) => addMedia(ctx, { course: course.slug, name, bytes });
  return { ctx, course, add };
}

const shaOf = ({ href }: { href: string }) => href.replace("/media/", "");
const waiting = async () => {
  const jobs = await database.db.$queryRaw<{ kind: string }[]>`
    select task_identifier as "kind" from graphile_worker.jobs`;
  return jobs.filter(({ kind }) => kind === "makePictureForms").length;
};

test("a photograph is kept upright, without the place where it was taken", async () => {
  const { add } = await setUp();
  const file = await add("IMG 0042.JPG", await photograph({ width: 640, height: 480, lying: true }));
  expect(file).toMatchObject({
    ...{ path: "media/img-0042.jpg", contentType: "image/jpeg", width: 480, height: 640, isNew: true },
  });
  const kept = (await getObject(shaOf(file))) ?? Buffer.alloc(0);
  const { exif, icc, xmp, orientation, width, height } = await sharp(kept).metadata();
  expect({ exif, icc, xmp, orientation, width, height }).toEqual({
    ...{ exif: undefined, icc: undefined, xmp: undefined, orientation: undefined, width: 480, height: 640 },
  });
  expect(kept.includes("GPS") || kept.includes("Maqdis camera")).toBe(false);
});

test("a small picture has its forms at once, a large one by a job that may run twice", async () => {
  const { ctx, add } = await setUp();
  const before = await waiting();
  const small = await add("small.png", await colour(500, 400).png().toBuffer());
  const forms = (sha256: string) =>
    ctx.db.pictureForm.findMany({
      where: { sourceSha256: sha256 },
      orderBy: [{ contentType: "asc" }, { width: "asc" }],
      select: { contentType: true, width: true, height: true },
    });
  expect(await forms(shaOf(small))).toEqual([
    { contentType: "image/avif", width: 480, height: 384 },
    { contentType: "image/avif", width: 500, height: 400 },
    { contentType: "image/png", width: 480, height: 384 },
    { contentType: "image/webp", width: 480, height: 384 },
    { contentType: "image/webp", width: 500, height: 400 },
  ]);
  expect(await waiting()).toBe(before);

  const large = await add("large.jpg", await colour(1700, 300).jpeg().toBuffer());
  expect(await forms(shaOf(large))).toEqual([]);
  expect(await waiting()).toBe(before + 1);
  const asked = { sha256: shaOf(large), contentType: "image/avif", width: 960 };
  expect(await findPictureForm(ctx, asked)).toMatchObject({ isForm: false, contentType: "image/jpeg" });
  for (let time = 0; time < 2; time += 1) {
    await makePictureForms(ctx, { sha256: shaOf(large), contentType: "image/jpeg" });
  }
  expect((await forms(shaOf(large))).map(({ contentType, width }) => `${contentType} ${width}`)).toEqual(
    ["avif", "jpeg", "webp"].flatMap((type) => [480, 960, 1600].map((width) => `image/${type} ${width}`)),
  );
  const made = await findPictureForm(ctx, asked);
  expect(made).toMatchObject({ isForm: true, contentType: "image/avif" });
  expect(await sharp(made.bytes).metadata()).toMatchObject({ width: 960, format: "heif" });
});

test("of a GIF the first picture is kept, as PNG", async () => {
  const { add } = await setUp();
  const frames = [colour(40, 30, "red"), colour(40, 30, "blue")].map((one) => one.png().toBuffer());
  const moving = await sharp(await Promise.all(frames), { join: { animated: true } })
    .gif()
    .toBuffer();
  const file = await add("moving.gif", moving);
  expect(file).toMatchObject({ path: "media/moving.png", contentType: "image/png", width: 40, height: 30 });
  const { dominant } = await sharp((await getObject(shaOf(file))) ?? "").stats();
  expect(dominant.r).toBeGreaterThan(200);
});

test("the same file is there once, and two of one name have different paths", async () => {
  const { ctx, course, add } = await setUp();
  const [red, blue] = await Promise.all(["red", "blue"].map((name) => colour(20, 20, name).png().toBuffer()));
  const paths = await Promise.all([add("a.png", red ?? Buffer.alloc(0)), add("a.png", blue ?? Buffer.alloc(0))]);
  expect(paths.map(({ path }) => path).sort()).toEqual(["media/a-2.png", "media/a.png"]);
  expect(await add("again.png", red ?? Buffer.alloc(0))).toMatchObject({ isNew: false });
  expect(await ctx.db.courseMedia.count({ where: { courseId: course.id } })).toBe(2);
});

test("a drawing is kept as it is, with the size of its viewBox", async () => {
  const { add } = await setUp();
  const file = await add("plan.ar.svg", Buffer.from(sampleDrawing));
  expect(file).toMatchObject({ path: "media/plan.ar.svg", contentType: "image/svg+xml", width: 640, height: 360 });
  expect((await getObject(shaOf(file)))?.toString()).toBe(sampleDrawing);
});

test("a file to read is kept, and answered with the name that the course gives it", async () => {
  const { ctx, add } = await setUp();
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
  const file = await add("Week 1.pdf", pdf);
  expect(file).toMatchObject({
    path: "media/week-1.pdf",
    contentType: "application/pdf",
    isPicture: false,
    width: null,
  });
  expect(await findMedia(ctx, { sha256: shaOf(file) })).toMatchObject({ fileName: "week-1.pdf" });
  expect(await add("names.csv", Buffer.from("الاسم,name\n"))).toMatchObject({ contentType: "text/csv" });
  expect(await add("notes.txt", Buffer.from("ملاحظات\r\n"))).toMatchObject({ contentType: "text/plain" });
});

test("nobody adds to a course but those who edit it", async () => {
  const assistant = await setUp("assistant");
  const bytes = Buffer.from("text");
  await expect(assistant.add("a.txt", bytes)).rejects.toMatchObject({ status: 404 });
  const stranger = contextOf(database.db, await createPerson(database.db));
  const input = { course: assistant.course.slug, name: "a.txt", bytes };
  await expect(addMedia(stranger, input)).rejects.toMatchObject({ status: 404 });
});
