import { expect, test } from "vitest";
import { unsafeFindReleaseLecture } from "#app/features/lecture/find-release-lecture.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createLecture, createVideo } from "#tests/factories/lecture.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { releaseCourse } from "./release-course.server.ts";

const database = openTestDatabase();

const cues = [{ from: 1, to: 3.5, text: "قبة الصخرة" }];
const sha256 = "a".repeat(64);

async function createDraft(lecture: Partial<Parameters<typeof createLecture>[1]> = {}) {
  const { db } = database;
  const { course } = await createCourse(db, { watchThreshold: 75 });
  const made = await createLecture(db, { ...lecture, courseId: course.id });
  const ctx = contextOf(db, await createPerson(db, { role: "admin" }));
  const release = () => releaseCourse(ctx, { courseId: course.id });
  const current = async () =>
    (await db.course.findUniqueOrThrow({ where: { id: course.id } })).currentReleaseId ?? "none";
  return { course, release, current, ...made };
}

test("a release keeps a lecture's video, length, threshold, captions, chapters and slides", async () => {
  const chapters = [{ at: 0, titles: { ar: "مدخل" } }];
  const slides = [{ at: 0, sha256, contentType: "image/webp" as const }];
  const { release, current, lesson, video } = await createDraft({ chapters, slides, captions: { ar: cues, en: cues } });
  await release();
  const releaseId = await current();
  const shown = await unsafeFindReleaseLecture(database.db, { releaseId, lessonId: lesson.id });
  expect(shown).toMatchObject({ videoId: video?.id, lengthSeconds: 60, thresholdPercent: 75, chapters, slides });
  expect(shown?.captions.map(({ locale }) => locale)).toEqual(["ar", "en"]);
  const kept = await database.db.captionText.findMany({
    where: { sha256: { in: shown?.captions.map(({ captionSha256 }) => captionSha256) } },
  });
  expect(kept.map(({ vtt }) => vtt)).toEqual(["WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nقبة الصخرة\n"]);
});

test("a lecture without a video, or with one that is not ready, keeps the whole draft from being released", async () => {
  const { release, lesson, video } = await createDraft({ slug: "the-gates" });
  const { db } = database;
  const where = { id: video?.id };
  const values = { lesson: "the-gates" };
  for (const state of ["uploading", "processing"] as const) {
    await db.video.update({ where, data: { state } });
    await expect(release()).rejects.toMatchObject({ code: "videoNotReady", status: 422, values });
  }
  await db.video.update({ where, data: { state: "failed", failure: "unreadable" } });
  await expect(release()).rejects.toMatchObject({ code: "videoFailed", values });
  await db.video.update({ where, data: { state: "cancelled", failure: null } });
  await expect(release()).rejects.toMatchObject({ code: "noVideo", values });
  await db.lecture.update({ where: { lessonId: lesson.id }, data: { videoId: null, lengthSeconds: null } });
  await expect(release()).rejects.toMatchObject({ code: "noVideo", values });
  await db.lecture.delete({ where: { lessonId: lesson.id } });
  await expect(release()).rejects.toMatchObject({ code: "noVideo", values });
  expect(await db.releaseLecture.count({ where: { lessonId: lesson.id } })).toBe(0);
});

test("changed captions, chapters, slides, video or threshold make a new release; nothing changed makes none", async () => {
  const { course, release, lesson, video } = await createDraft({ captions: { ar: cues } });
  const { db } = database;
  const where = { lessonId: lesson.id };
  expect(await release()).toEqual({ number: 2, created: true });
  expect(await release()).toEqual({ number: 2, created: false });
  const other = await createVideo(db, { courseId: course.id });
  const changes = [
    () => db.lectureCaptions.updateMany({ where, data: { vtt: "WEBVTT\n\n00:00.000 --> 00:01.000\nx\n" } }),
    () => db.lecture.update({ where, data: { chapters: [{ at: 5, titles: { ar: "باب" } }] } }),
    () => db.lecture.update({ where, data: { slides: [{ at: 0, sha256, contentType: "image/png" }] } }),
    () => db.lecture.update({ where, data: { videoId: other.id } }),
    () => db.course.update({ where: { id: course.id }, data: { watchThreshold: 60 } }),
  ];
  for (const [index, change] of changes.entries()) {
    await change();
    expect(await release()).toEqual({ number: 3 + index, created: true });
  }
  expect(await db.releaseLecture.findFirst({ where: { ...where, videoId: video?.id } })).toMatchObject({
    chapters: [],
  });
});

test("what begins after the end of the video is left out of the release", async () => {
  const chapters = [0, 59, 60, 90].map((at) => ({ at, titles: { ar: `${at}` } }));
  const { release, current, lesson } = await createDraft({ chapters });
  await release();
  const shown = await unsafeFindReleaseLecture(database.db, { releaseId: await current(), lessonId: lesson.id });
  expect(shown?.chapters.map(({ at }) => at)).toEqual([0, 59]);
});

test("a correction of the same length reaches those of an older release; another length does not", async () => {
  const { course, release, current, lesson, video } = await createDraft();
  const { db } = database;
  const place = { lessonId: lesson.id };
  await release();
  const first = await current();
  const corrected = await createVideo(db, { courseId: course.id });
  await db.lecture.update({
    where: place,
    data: { videoId: corrected.id, chapters: [{ at: 3, titles: { ar: "باب" } }] },
  });
  await db.course.update({ where: { id: course.id }, data: { watchThreshold: 95 } });
  await release();
  const second = await current();
  expect(await unsafeFindReleaseLecture(db, { ...place, releaseId: first })).toMatchObject({
    releaseId: second,
    videoId: corrected.id,
    chapters: [{ at: 3 }],
    thresholdPercent: 75,
  });
  await db.lecture.update({ where: place, data: { lengthSeconds: 90 } });
  await release();
  expect(await unsafeFindReleaseLecture(db, { ...place, releaseId: first })).toMatchObject({ videoId: video?.id });
  const shown = await unsafeFindReleaseLecture(db, { ...place, releaseId: await current() });
  expect(shown).toMatchObject({ lengthSeconds: 90, thresholdPercent: 95 });
});

test("a lesson that was no lecture in a release is none for those who stand there", async () => {
  const { course, release, current, lesson } = await createDraft();
  const before = await current();
  await release();
  expect(course.currentReleaseId).toBe(before);
  expect(await unsafeFindReleaseLecture(database.db, { releaseId: before, lessonId: lesson.id })).toBeNull();
});
