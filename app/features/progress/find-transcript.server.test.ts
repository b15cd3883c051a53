import { expect, test } from "vitest";
import { releaseCourse } from "#app/features/release/release-course.server.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createLecture } from "#tests/factories/lecture.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findTranscript } from "./find-transcript.server.ts";

const database = openTestDatabase();
const arabic = [{ from: 1, to: 3.5, text: "قبة الصخرة" }];
const english = [{ from: 1, to: 3.5, text: "The Dome of the Rock" }];

async function scene() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { lesson } = await createLecture(db, { courseId: course.id, captions: { ar: arabic, en: english } });
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  const release = () => releaseCourse(admin, { courseId: course.id });
  await release();
  return { course, lesson, release, address: { course: course.slug, lesson: lesson.slug } };
}

test("a learner is given the transcript in the language she asks for", async () => {
  const { course, address } = await scene();
  const { ctx } = await createEnrolment(database.db, { course });
  expect(await findTranscript(ctx, { ...address, language: "ar" })).toEqual({ locale: "ar", cues: arabic });
  expect(await findTranscript(ctx, { ...address, language: "en" })).toEqual({ locale: "en", cues: english });
  await expect(findTranscript(ctx, { ...address, language: "fr" })).rejects.toMatchObject({ status: 404 });
});

test("whoever may not read the lesson is told of no transcript", async () => {
  const { address } = await scene();
  const other = await createEnrolment(database.db, { course: (await scene()).course });
  const ask = { ...address, language: "ar" as const };
  await expect(findTranscript(guestContext(database.db), ask)).rejects.toMatchObject({ status: 404 });
  await expect(findTranscript(other.ctx, ask)).rejects.toMatchObject({ status: 404 });
});

test("a correction of the captions reaches who began before it", async () => {
  const { course, lesson, release, address } = await scene();
  const { ctx } = await createEnrolment(database.db, { course });
  const vtt = "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nThe Dome of the Rock, 691\n";
  await database.db.lectureCaptions.updateMany({ where: { lessonId: lesson.id, locale: "en" }, data: { vtt } });
  await release();
  const { cues } = await findTranscript(ctx, { ...address, language: "en" });
  expect(cues).toEqual([{ from: 1, to: 3.5, text: "The Dome of the Rock, 691" }]);
});

test("a lesson that is no lecture has no transcript", async () => {
  const { course, lessons } = await createCourse(database.db);
  const { ctx } = await createEnrolment(database.db, { course });
  const ask = { course: course.slug, lesson: lessons[0]?.slug ?? "", language: "ar" as const };
  await expect(findTranscript(ctx, ask)).rejects.toMatchObject({ status: 404 });
});
