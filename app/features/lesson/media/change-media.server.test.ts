import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { colour } from "#tests/factories/picture.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addMedia } from "./add-media.server.ts";
import { changeMediaFacts, cropMedia, removeMedia, replaceMedia } from "./change-media.server.ts";
import { findMediaPage, findMediaRoom } from "./find-media-room.server.ts";

const database = openTestDatabase();

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const half = await colour(100, 200, "red").png().toBuffer();
  const bytes = await colour(200, 200, "blue")
    .composite([{ input: half, left: 0, top: 0 }])
    .png()
    .toBuffer();
  const file = await addMedia(ctx, { course: course.slug, name: "halves.png", bytes });
  const address = { course: course.slug, file: "halves.png" };
  const show = async () => {
    const section = await db.section.create({ data: { courseId: course.id, position: 0, titles: { en: "One" } } });
    const place = { courseId: course.id, sectionId: section.id, position: 0, kind: "text" as const, minutes: 1 };
    const lesson = await db.lesson.create({ data: { ...place, slug: `lesson-${randomUUID().slice(0, 8)}` } });
    const figure = { type: "figure", attrs: { src: "media/halves.png", alt: "a" } };
    const document = { type: "doc", content: [{ type: "blockquote", content: [figure] }, figure] };
    await db.lessonText.create({ data: { lessonId: lesson.id, locale: "en", title: "Halves", summary: "", document } });
    return lesson;
  };
  return { ctx, db, course, file, address, show };
}

const facts = { name: "halves", credit: "Amina Yusuf", licence: "CC BY 4.0" };

test("a file that nothing shows is renamed and deleted; whose it is can always be said", async () => {
  const { ctx, course, address } = await setUp();
  expect(await changeMediaFacts(ctx, { ...address, facts: { ...facts, name: "Two Halves" } })).toEqual({
    file: "two-halves.png",
  });
  const renamed = { ...address, file: "two-halves.png" };
  expect((await findMediaPage(ctx, renamed)).file).toMatchObject({ credit: "Amina Yusuf", licence: "CC BY 4.0" });
  await expect(findMediaPage(ctx, address)).rejects.toMatchObject({ status: 404 });
  const room = (q: string) => findMediaRoom(ctx, { course: course.slug, q, page: 1 });
  expect((await room("amina")).files.map(({ path, uses }) => [path, uses])).toEqual([["media/two-halves.png", 0]]);
  expect((await room("%")).files).toEqual([]);
  await removeMedia(ctx, renamed);
  expect((await room("")).all).toEqual({ count: 0, bytes: 0 });
});

test("a file that a lesson shows keeps its name and stays, and the page says where it is shown", async () => {
  const { ctx, address, show } = await setUp();
  const lesson = await show();
  expect((await findMediaPage(ctx, address)).uses).toEqual([
    { kind: "lesson", path: "media/halves.png", slug: lesson.slug, locale: "en", title: "Halves" },
  ]);
  await expect(removeMedia(ctx, address)).rejects.toMatchObject({ code: "inUse" });
  const renamed = { ...address, facts: { ...facts, name: "other" } };
  await expect(changeMediaFacts(ctx, renamed)).rejects.toMatchObject({ code: "inUse" });
  await changeMediaFacts(ctx, { ...address, facts });
  expect((await findMediaPage(ctx, address)).file.licence).toBe("CC BY 4.0");
});

test("a cover is in use", async () => {
  const { ctx, db, course, file, address } = await setUp();
  await db.course.update({ where: { id: course.id }, data: { coverSha256: file.href.replace("/media/", "") } });
  await expect(removeMedia(ctx, address)).rejects.toMatchObject({ code: "inUse" });
});

test("two files of a course cannot have one name", async () => {
  const { ctx, course, address } = await setUp();
  await addMedia(ctx, { course: course.slug, name: "other.png", bytes: await colour(9, 9).png().toBuffer() });
  const renamed = { ...address, facts: { ...facts, name: "other" } };
  await expect(changeMediaFacts(ctx, renamed)).rejects.toMatchObject({ code: "sameName" });
});

test("another picture in the place of one keeps its name and type, and its narrower forms follow", async () => {
  const { ctx, address, show, file } = await setUp();
  await show();
  await replaceMedia(ctx, { ...address, name: "new.jpg", bytes: await colour(300, 100).jpeg().toBuffer() });
  const { file: replaced, forms } = await findMediaPage(ctx, address);
  expect(replaced).toMatchObject({ path: "media/halves.png", contentType: "image/png", width: 300, height: 100 });
  expect(replaced.href).not.toBe(file.href);
  expect(forms).toBe(2);
  const text = { ...address, name: "a.txt", bytes: Buffer.from("text") };
  await expect(replaceMedia(ctx, text)).rejects.toMatchObject({ code: "otherKind" });
});

test("a part of a picture becomes a picture of its own, with whose it is", async () => {
  const { ctx, address } = await setUp();
  await changeMediaFacts(ctx, { ...address, facts });
  const part = await cropMedia(ctx, { ...address, crop: { x: 100, y: 20, width: 60, height: 30 } });
  expect(part).toMatchObject({ path: "media/halves-part.png", width: 60, height: 30, credit: "Amina Yusuf" });
  const { dominant } = await sharp((await getObject(part.href.replace("/media/", ""))) ?? "").stats();
  expect(dominant.b).toBeGreaterThan(200);
  const outside = { ...address, crop: { x: 150, y: 0, width: 60, height: 30 } };
  await expect(cropMedia(ctx, outside)).rejects.toMatchObject({ code: "outside" });
});
