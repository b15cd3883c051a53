import { expect, test } from "vitest";
import { releaseCourse } from "#app/features/release/release-course.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createLecture, createVideo } from "#tests/factories/lecture.ts";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addLecture } from "./add-lecture.server.ts";
import { attachVideo } from "./attach-video.server.ts";
import { findDraftLecture } from "./find-draft-lecture.server.ts";
import { findLengthChanges } from "./find-length-changes.server.ts";
import { saveCaptions } from "./save-captions.server.ts";
import { saveChapters } from "./save-chapters.server.ts";
import { addSlide, removeSlide } from "./save-slides.server.ts";

const database = openTestDatabase();

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const cues = [{ from: 1, to: 3.5, text: "قبة الصخرة\u200F" }];

async function setUp(lecture: Partial<Parameters<typeof createLecture>[1]> = {}) {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "teacher" } });
  const ctx = contextOf(db, person, { instructorId: instructor.id });
  const made = await createLecture(db, { ...lecture, courseId: course.id });
  return { course, ctx, address: { course: course.slug, lesson: made.lesson.slug }, ...made };
}

const titles = { title: { ar: "أبواب القدس", en: "The Gates: of Jerusalem" }, summary: { ar: "سبعة.", en: "Seven." } };

test("a lecture stands at the end of its section, with a text in each language of the course and a slug of its own", async () => {
  const { course, ctx, section } = await setUp();
  const add = () => addLecture(ctx, { course: course.slug, section: section.id, ...titles });
  const slugs = await Promise.all([add(), add(), add()]);
  expect(slugs.map(({ slug }) => slug).sort()).toEqual([
    "the-gates-of-jerusalem",
    "the-gates-of-jerusalem-2",
    "the-gates-of-jerusalem-3",
  ]);
  const lessons = await ctx.db.lesson.findMany({ where: { sectionId: section.id }, orderBy: { position: "asc" } });
  expect(lessons.map(({ position, kind }) => [position, kind])).toEqual([0, 1, 2, 3].map((at) => [at, "lecture"]));
  const draft = await findDraftLecture(ctx, { course: course.slug, lesson: "the-gates-of-jerusalem" });
  expect(draft.texts).toMatchObject([
    { locale: "ar", title: "أبواب القدس" },
    { locale: "en", title: "The Gates: of Jerusalem" },
  ]);
  const texts = await ctx.db.lessonText.findMany({
    where: { lessonId: draft.lesson.id },
    orderBy: { locale: "asc" },
    select: { summary: true, document: true },
  });
  expect(texts).toEqual([
    { summary: "سبعة.", document: lessonText("سبعة.") },
    { summary: "Seven.", document: lessonText("Seven.") },
  ]);
  expect(draft).toMatchObject({ video: null, offered: null, captions: [], chapters: [], slides: [] });
});

test("a lecture needs its title in the language in which the course is written first, and a section of this course", async () => {
  const { course, ctx, section } = await setUp();
  const { section: foreign } = await setUp();
  const input = { course: course.slug, section: section.id, ...titles };
  await expect(addLecture(ctx, { ...input, title: { en: "Gates" } })).rejects.toMatchObject({
    code: "missingTitle",
    values: { locale: "ar" },
  });
  await expect(addLecture(ctx, { ...input, section: foreign.id })).rejects.toMatchObject({ status: 404 });
});

test("captions are saved as WebVTT; of two who edit the same, the second is told and nothing is lost", async () => {
  const { ctx, address, lesson } = await setUp();
  const save = (text: string, updatedAt?: string) =>
    saveCaptions(ctx, { ...address, locale: "ar", cues: [{ from: 0, to: 1, text }], updatedAt });
  const first = await Promise.allSettled([save("one"), save("two")]);
  expect(first.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [kept] = (await findDraftLecture(ctx, address)).captions;
  const second = await save("three", kept?.updatedAt);
  await expect(save("four", kept?.updatedAt)).rejects.toMatchObject({ code: "changedMeanwhile", status: 409 });
  await expect(save("five")).rejects.toMatchObject({ code: "changedMeanwhile" });
  const saved = await ctx.db.lectureCaptions.findMany({ where: { lessonId: lesson.id } });
  expect(saved).toMatchObject([{ locale: "ar", vtt: "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nthree\n" }]);
  const updatedAt = second.updatedAt?.toISOString();
  expect(await saveCaptions(ctx, { ...address, locale: "ar", cues: [], updatedAt })).toEqual({ updatedAt: null });
  expect((await findDraftLecture(ctx, address)).captions).toEqual([]);
});

test("chapters are saved where nobody changed them meanwhile", async () => {
  const { ctx, address } = await setUp();
  const chapters = [{ at: 5, titles: { en: "Gates", ar: "الأبواب" } }];
  await saveChapters(ctx, { ...address, chapters, before: [] });
  await expect(saveChapters(ctx, { ...address, chapters: [], before: [] })).rejects.toMatchObject({
    code: "changedMeanwhile",
  });
  expect((await findDraftLecture(ctx, address)).chapters).toEqual(chapters);
});

test("slides stand in the order of their time, one at a time, and are pictures", async () => {
  const { ctx, address } = await setUp();
  await Promise.all([30, 5, 5, 12].map((at) => addSlide(ctx, { ...address, at, bytes: png })));
  await removeSlide(ctx, { ...address, at: 12 });
  await removeSlide(ctx, { ...address, at: 12 });
  const { slides } = await findDraftLecture(ctx, address);
  expect(slides).toMatchObject([5, 30].map((at) => ({ at, contentType: "image/png" })));
  expect(await getObject(slides[0]?.sha256 ?? "")).toEqual(png);
  const add = (bytes: Uint8Array) => addSlide(ctx, { ...address, at: 1, bytes });
  await expect(add(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).rejects.toMatchObject({
    code: "slideNotPicture",
  });
  await expect(add(Buffer.from("nothing"))).rejects.toMatchObject({ code: "slideNotPicture" });
  await expect(add(new Uint8Array(5_000_000))).rejects.toMatchObject({ code: "slideTooLarge" });
});

test("a first video gives the lecture its length and the lesson its minutes", async () => {
  const { ctx, address, course, lesson } = await setUp({ video: null });
  const video = await createVideo(ctx.db, { courseId: course.id, lessonId: lesson.id, durationMs: 600_400 });
  expect(await findDraftLecture(ctx, address)).toMatchObject({
    offered: { id: video.id },
    change: { before: null, after: 600, keeps: true },
  });
  const attach = { ...address, video: video.id, confirmed: false };
  expect(await attachVideo(ctx, attach)).toEqual({ keeps: true, lengthSeconds: 600 });
  expect(await ctx.db.lesson.findUnique({ where: { id: lesson.id } })).toMatchObject({ minutes: 10 });
  expect(await findDraftLecture(ctx, address)).toMatchObject({ video: { id: video.id }, offered: null });
});

test("another video keeps captions, chapters and slides, and within a second the length too", async () => {
  const chapters = [{ at: 5, titles: { en: "Gates" } }];
  const { ctx, address, course, lesson } = await setUp({ captions: { ar: cues }, chapters });
  const { db } = ctx;
  const attach = async (durationMs: number, confirmed = false) => {
    const { id } = await createVideo(db, { courseId: course.id, lessonId: lesson.id, durationMs });
    return attachVideo(ctx, { ...address, video: id, confirmed });
  };
  expect(await attach(61_400)).toEqual({ keeps: true, lengthSeconds: 60 });
  expect(await attach(58_600)).toEqual({ keeps: true, lengthSeconds: 60 });
  await expect(attach(61_600)).rejects.toMatchObject({ code: "lengthDiffers", values: { from: 60, to: 62 } });
  expect(await attach(30_000, true)).toEqual({ keeps: false, lengthSeconds: 30 });
  expect(await findDraftLecture(ctx, address)).toMatchObject({ captions: [{ locale: "ar", cues }], chapters });
});

test("a video of another course, or one that is not ready, is not taken", async () => {
  const { ctx, address, course } = await setUp();
  const { video: foreign } = await setUp();
  const waiting = await createVideo(ctx.db, { courseId: course.id, state: "processing", durationMs: null });
  const attach = (video: string) => attachVideo(ctx, { ...address, video, confirmed: true });
  await expect(attach(foreign?.id ?? "")).rejects.toMatchObject({ status: 404 });
  await expect(attach(waiting.id)).rejects.toMatchObject({ code: "videoNotReady" });
});

test("before a video of another length comes, those who keep the old one are counted", async () => {
  const { ctx, address, course, lesson } = await setUp();
  const { db } = ctx;
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  await releaseCourse(admin, { courseId: course.id });
  await createEnrolment(db, { course });
  const video = await createVideo(db, { courseId: course.id, lessonId: lesson.id, durationMs: 90_000 });
  const draft = await findDraftLecture(ctx, address);
  expect(draft.change).toEqual({ before: 60, after: 90, keeps: false, learners: 1 });
  expect(draft.lesson.released).toBe(true);
  await attachVideo(ctx, { ...address, video: video.id, confirmed: true });
  const { currentReleaseId: releaseId } = await db.course.findUniqueOrThrow({ where: { id: course.id } });
  expect(await findLengthChanges(db, { courseId: course.id, releaseId })).toEqual([
    { lesson: address.lesson, before: 60, after: 90, learners: 1 },
  ]);
});

test("assistants, other instructors and learners find no lecture to edit; owners and admins do", async () => {
  const { ctx, course, address, section, video } = await setUp();
  const { db } = ctx;
  const { ctx: stranger } = await setUp();
  const learner = contextOf(db, await createPerson(db));
  const { person, instructor } = await createInstructor(db);
  const role = { courseId: course.id, instructorId: instructor.id };
  await db.courseInstructor.create({ data: { ...role, role: "assistant" } });
  const assistant = contextOf(db, person, { instructorId: instructor.id });
  const acts = [
    (who: PersonContext) => findDraftLecture(who, address),
    (who: PersonContext) => addLecture(who, { course: course.slug, section: section.id, ...titles }),
    (who: PersonContext) => saveCaptions(who, { ...address, locale: "ar", cues }),
    (who: PersonContext) => saveChapters(who, { ...address, chapters: [], before: [] }),
    (who: PersonContext) => addSlide(who, { ...address, at: 0, bytes: png }),
    (who: PersonContext) => removeSlide(who, { ...address, at: 0 }),
    (who: PersonContext) => attachVideo(who, { ...address, video: video?.id ?? "", confirmed: true }),
  ];
  for (const act of acts) {
    for (const who of [assistant, stranger, learner]) await expect(act(who)).rejects.toMatchObject({ status: 404 });
  }
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  await db.courseInstructor.update({ where: { courseId_instructorId: role }, data: { role: "owner" } });
  for (const who of [admin, assistant])
    expect(await findDraftLecture(who, address)).toMatchObject({ lengthSeconds: 60 });
});

test("a lesson that is no lecture has no lecture to edit", async () => {
  const { ctx, address, lesson } = await setUp();
  await ctx.db.lesson.update({ where: { id: lesson.id }, data: { kind: "text" } });
  await expect(findDraftLecture(ctx, address)).rejects.toMatchObject({ status: 404 });
});
