import { expect, test } from "vitest";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { createCourse, makeLessons, type Opening } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createLectureCourse } from "#tests/factories/watching.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginQuiz } from "./begin-quiz.server.ts";
import { completeLesson } from "./complete-lesson.server.ts";
import { findAttemptPage } from "./find-attempt-page.server.ts";
import { findCoursePage } from "./find-course-page.server.ts";
import { findLessonPage } from "./find-lesson-page.server.ts";
import { findMyCourses } from "./find-my-courses.server.ts";
import { findPlayback } from "./find-playback.server.ts";
import { finishAttempt } from "./finish-attempt.server.ts";
import { recordBeats } from "./record-beats.server.ts";
import { savePlace } from "./save-place.server.ts";

const database = openTestDatabase();
const DAY = 86_400_000;

const at = (ctx: PersonContext, days: number): PersonContext => ({
  ...ctx,
  clock: { now: () => new Date(ctx.clock.now().getTime() + days * DAY) },
});

const withPool = (ctx: PersonContext) => ({ ...ctx, connections: database.connections });

/** A learner of a course of three texts, none of them a preview, of which the second opens as `opening` says. */
async function learnerWith(opening: (ids: string[]) => Opening, course: { accessDays?: number } = {}) {
  const bare = makeLessons(3).map((lesson) => ({ ...lesson, preview: false }));
  const ids = bare.map(({ id }) => id);
  const [, second = ""] = ids;
  const lessons = bare.map((lesson) => (lesson.id === second ? { ...lesson, ...opening(ids) } : lesson));
  const made = await createCourse(database.db, { lessons, ...course });
  const enrolled = await createEnrolment(database.db, made);
  const complete = (ctx: PersonContext, index: number) =>
    completeLesson(withPool(ctx), {
      enrolmentId: enrolled.enrolmentId,
      lessonId: ids[index] ?? "",
      cause: "acknowledged",
    });
  const page = (ctx: PersonContext, lesson = "lesson-2") => findLessonPage(ctx, { course: made.course.slug, lesson });
  return { ...made, ...enrolled, ids, second, complete, page };
}

test("a lesson that drips cannot be read or completed before its day, and can on it", async () => {
  const { ctx, course, complete, page, second, enrolmentId } = await learnerWith(() => ({ dripDays: 7 }));
  expect(await page(at(ctx, 6.9))).toMatchObject({ access: "later", text: null });
  await expect(complete(at(ctx, 6.9), 1)).rejects.toMatchObject({ code: "notOpen" });
  await savePlace(at(ctx, 6.9), { enrolmentId, lessonId: second, place: 5 });
  expect(await ctx.db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } })).toMatchObject({
    lastLessonId: null,
  });
  const shown = await findCoursePage(ctx, { course: course.slug });
  const opensAt = new Date(ctx.clock.now().getTime() + 7 * DAY);
  expect(shown?.outline[0]?.lessons.map(({ open, wait }) => [open, wait])).toEqual([
    [true, null],
    [false, { for: "later", opensAt }],
    [true, null],
  ]);
  expect(await page(at(ctx, 7))).toMatchObject({ access: "learn" });
  await savePlace(at(ctx, 7), { enrolmentId, lessonId: second, place: 5 });
  expect(await ctx.db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } })).toMatchObject({
    lastLessonId: second,
  });
  await complete(at(ctx, 7), 1);
});

test("in a cohort the days count from its beginning", async () => {
  const lessons = makeLessons(2).map((lesson) => ({ ...lesson, preview: false, dripDays: 2 }));
  const { course } = await createCourse(database.db, { lessons });
  const cohort = await createCohort(database.db, { courseId: course.id });
  const { ctx } = await createEnrolment(database.db, { course, cohortId: cohort.id });
  const page = (days: number) => findLessonPage(at(ctx, days), { course: course.slug, lesson: "lesson-2" });
  expect(await page(5)).toMatchObject({ access: "early" });
  expect(await page(11.9)).toMatchObject({ access: "later" });
  expect(await page(12.1)).toMatchObject({ access: "learn" });
});

test("what a lesson asks for first opens it at once, and nothing leads to it before", async () => {
  const { ctx, course, complete, page } = await learnerWith(([first = ""]) => ({ requires: [first] }));
  const next = async () => (await findMyCourses(ctx)).courses[0]?.next?.lesson.slug;
  expect(await page(ctx)).toMatchObject({ access: "first", text: null });
  const shown = await findCoursePage(ctx, { course: course.slug });
  expect(shown?.outline[0]?.lessons[1]?.wait).toMatchObject({
    for: "first",
    lessons: [{ slug: "lesson-1", open: true }],
  });
  await expect(complete(ctx, 1)).rejects.toMatchObject({ code: "notOpen" });
  expect(await next()).toBe("lesson-1");
  await complete(ctx, 0);
  expect(await page(ctx)).toMatchObject({ access: "learn" });
  expect(await next()).toBe("lesson-2");
  await complete(ctx, 1);
});

test("after her time is over she reads nothing and marks nothing, and what she completed stays", async () => {
  const { ctx, course, complete, page, enrolmentId, ids } = await learnerWith(() => ({}), { accessDays: 30 });
  await complete(ctx, 0);
  const late = at(ctx, 30);
  expect(await page(late)).toMatchObject({ access: "ended", text: null });
  await expect(complete(late, 1)).rejects.toMatchObject({ code: "ended" });
  await savePlace(late, { enrolmentId, lessonId: ids[1] ?? "", place: 5 });
  expect(await ctx.db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } })).toMatchObject({
    lastLessonId: null,
  });
  const shown = await findCoursePage(late, { course: course.slug });
  expect(shown).toMatchObject({ progress: { completedRequired: 1 }, next: undefined });
  expect(shown?.endedAt).toEqual(new Date(ctx.clock.now().getTime() + 30 * DAY));
  expect(await page(at(ctx, 29.9))).toMatchObject({ access: "learn" });
  await ctx.db.enrolment.update({ where: { id: enrolmentId }, data: { accessUntil: null } });
  await complete(late, 1);
});

test("a lecture is not played before it opens nor after her time, and no more is counted of it", async () => {
  const made = await createLectureCourse(database.db, { dripDays: 1 });
  await database.db.course.update({ where: { id: made.course.id }, data: { accessDays: 30 } });
  const { ctx } = await createEnrolment(database.db, made);
  const address = { course: made.course.slug, lesson: "lecture" };
  await expect(findPlayback(ctx, address)).rejects.toMatchObject({ status: 404 });
  const page = await findLessonPage(at(ctx, 1), address);
  const token = page.text ? page.lecture?.watching?.sitting : undefined;
  if (!token) throw new Error("The lecture's page has no sitting");
  await expect(findPlayback(at(ctx, 30), address)).rejects.toMatchObject({ status: 404 });
  const beat = (day: number) => {
    const start = (day - 1) * DAY;
    return { sitting: token, beats: [{ from: 0, to: 10, start, end: start + 10_000 }] };
  };
  await expect(recordBeats(withPool(at(ctx, 30.5)), beat(30.1))).rejects.toMatchObject({ status: 404 });
  expect(await recordBeats(withPool(at(ctx, 30.5)), beat(29))).toMatchObject({ coveredSeconds: 10 });
});

test("a quiz is not begun while its lesson is closed, and what was begun is answered to its end", async () => {
  const made = await createQuiz(database.db, { opening: { dripDays: 1 } });
  await database.db.course.update({ where: { id: made.course.id }, data: { accessDays: 2 } });
  const { ctx, enrolmentId } = await createEnrolment(database.db, made);
  const address = { course: made.course.slug, lesson: "quiz", password: undefined };
  const direct = { enrolmentId, lessonId: made.lessonId };
  await expect(beginQuiz(ctx, address)).rejects.toMatchObject({ code: "lessonClosed" });
  await expect(beginAttempt(ctx, direct)).rejects.toMatchObject({ code: "lessonClosed" });
  const begun = await beginQuiz(at(ctx, 1.5), address);
  if (!begun) throw new Error("No attempt was begun");
  const late = at(ctx, 2);
  expect(await beginQuiz(late, address)).toEqual(begun);
  const attempt = { course: made.course.slug, attempt: begun.attemptId };
  expect(await findAttemptPage(late, attempt)).toMatchObject({ attempt: { state: "open" }, ended: false });
  await finishAttempt(late, { attemptId: begun.attemptId });
  expect(await findAttemptPage(late, attempt)).toMatchObject({ ended: true });
  await expect(beginQuiz(late, address)).rejects.toMatchObject({ code: "lessonClosed" });
});
