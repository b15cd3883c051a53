import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { findCourseRule } from "#app/features/certificate/rules/find-course-rule.server.ts";
import { archiveCourse, unarchiveCourse } from "#app/features/course/ending/archive-course.server.ts";
import { deleteCourse, putBackCourse } from "#app/features/course/ending/delete-course.server.ts";
import { findCourse } from "#app/features/course/find-course.server.ts";
import { findCourseRooms } from "#app/features/course/find-course-rooms.server.ts";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { findCourseSettings } from "#app/features/course/settings/find-course-settings.server.ts";
import { findTaughtCourse, findTaughtCourses } from "#app/features/enrolment/find-taught-courses.server.ts";
import { beginQuiz } from "#app/features/progress/begin-quiz.server.ts";
import { findLearnerCourse } from "#app/features/progress/find-learner-course.server.ts";
import { findMyCourses } from "#app/features/progress/find-my-courses.server.ts";
import { openBank } from "#app/features/quiz/bank/open-bank.server.ts";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import { findGradedCourse } from "#app/features/quiz/grading/find-graded-course.server.ts";
import { saveAnswers } from "#app/features/quiz/save-answers.server.ts";
import { unsafeSubmitAttempt } from "#app/features/quiz/submit-attempt.server.ts";
import { checkRelease } from "#app/features/release/check-release.server.ts";
import { findReleasePage } from "#app/features/release/find-release-page.server.ts";
import { releaseCourse } from "#app/features/release/release-course.server.ts";
import { findRoster } from "#app/features/roster/find-roster.server.ts";
import { createCertificate } from "#tests/factories/certificate.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createLecture } from "#tests/factories/lecture.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createTeacher, sitQuiz } from "#tests/factories/sat-quiz.ts";
import { createReleaseLecture } from "#tests/factories/watching.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { purgeCourseUnsafe } from "./purge-course.server.ts";

const database = openTestDatabase();
const start = new Date("2026-11-22T10:00:00Z");
const later = (days: number) => ({
  db: database.db,
  clock: { now: () => new Date(start.getTime() + days * 86_400_000) },
});

/** A course with a quiz that somebody sat, a lecture, and its owner. */
async function setUp() {
  const { db } = database;
  const quiz = await createQuiz(db);
  const { course, release, lessons } = quiz;
  const [, second] = lessons;
  await createLecture(db, { courseId: course.id });
  await createReleaseLecture(db, { courseId: course.id, releaseId: release.id, lessonId: second?.id ?? "" });
  const learner = await sitQuiz(db, { quiz, answers: [] });
  const owner = await createTeacher(db, { courseId: course.id, now: start });
  return { db, quiz, course, learner, owner, of: { course: course.slug } };
}

beforeEach(() => database.connections.query("truncate graphile_worker._private_jobs"));

test("a deleted course is hidden at once from everybody, shown to its owner, and put back as it was", async () => {
  const { db, course, learner, owner, of } = await setUp();
  await expect(deleteCourse(owner, { ...of, typed: "something" })).rejects.toMatchObject({ code: "notTyped" });
  await deleteCourse(owner, { ...of, typed: ` ${course.slug.toUpperCase()}` });

  await expect(findCourse(guestContext(db), course)).rejects.toMatchObject({ status: 410 });
  await expect(findLearnerCourse(learner.ctx, of)).rejects.toMatchObject({ status: 404 });
  expect((await findMyCourses(learner.ctx)).courses).toEqual([]);
  await expect(findTaughtCourse(owner, of)).rejects.toMatchObject({ status: 404 });
  expect((await findTaughtCourses(owner)).courses).toEqual([]);
  const deleted = await findTaughtCourses(owner, { filter: "deleted" });
  expect(deleted.courses).toMatchObject([{ slug: course.slug, deletedAt: start, certified: false }]);
  const assistant = await createTeacher(db, { courseId: course.id, role: "assistant" });
  expect((await findTaughtCourses(assistant, { filter: "deleted" })).courses).toEqual([]);

  await expect(putBackCourse(assistant, of)).rejects.toMatchObject({ status: 404 });
  await putBackCourse(owner, of);
  expect((await findMyCourses(learner.ctx)).courses).toHaveLength(1);
  expect(await db.course.findUnique({ where: { id: course.id } })).toMatchObject({
    state: "published",
    deletedAt: null,
  });
  const audit = await db.auditEntry.findMany({ where: { subjectId: course.id }, orderBy: { at: "asc" } });
  expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["course.delete", owner.actor.id],
    ["course.putBack", owner.actor.id],
  ]);
});

test("no room of a deleted course opens by its address, not to an admin either, and no quiz of it begins", async () => {
  const { db, course, learner, owner, of, quiz } = await setUp();
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  const [{ slug: lesson } = { slug: "" }] = await db.releaseLesson.findMany({ where: { lessonId: quiz.lessonId } });
  const rooms: ((ctx: typeof owner | typeof admin) => Promise<unknown>)[] = [
    (ctx) => findCourseRooms(ctx, of),
    (ctx) => openCourseDraft(ctx, of),
    (ctx) => findCourseSettings(ctx, of),
    (ctx) => findGradedCourse(ctx, of),
    (ctx) => openBank(ctx, of),
    (ctx) => findReleasePage(ctx, of),
    (ctx) => findCourseRule(ctx, of),
    (ctx) => findRoster(ctx, { ...of, sort: "name" }),
    (ctx) => releaseCourse(ctx, { courseId: course.id }),
  ];
  for (const room of rooms.slice(0, -1)) await expect(room(owner), String(room)).resolves.toBeDefined();
  await deleteCourse(owner, { ...of, typed: course.slug });
  for (const person of [owner, admin]) {
    for (const room of rooms) await expect(room(person), String(room)).rejects.toMatchObject({ status: 404 });
  }
  expect(await checkRelease(owner, of)).toBeNull();
  const begun = beginQuiz(learner.ctx, { ...of, lesson, password: undefined });
  await expect(begun).rejects.toMatchObject({ status: 404 });
});

test("what a learner has under way when her course is deleted is still saved, so that it is there if it comes back", async () => {
  const { db, course, owner, of, quiz } = await setUp();
  const { person, enrolmentId } = await createEnrolment(db, { course });
  const ctx = contextOf(db, person);
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
  await deleteCourse(owner, { ...of, typed: course.slug });
  const edits = [{ slot: 1, sequence: 1, value: { choice: "right" }, madeAt: Date.now() }];
  await saveAnswers(ctx, { attemptId, device: randomUUID(), edits });
  await unsafeSubmitAttempt(ctx, { attemptId, by: "learner" });
  const again = beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
  await expect(again).rejects.toMatchObject({ status: 404 });
  await putBackCourse(owner, of);
  expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ state: "submitted" });
  expect(await db.answer.count({ where: { attemptId } })).toBe(1);
});

test("thirty days later it is gone with all that was done in it, and not a day before", async () => {
  const { db, course, owner, of } = await setUp();
  await deleteCourse(owner, { ...of, typed: course.slug });
  expect(await purgeCourseUnsafe(later(29), { courseId: course.id })).toBe(false);
  expect(await db.enrolment.count({ where: { courseId: course.id } })).toBe(1);
  expect(await purgeCourseUnsafe(later(30), { courseId: course.id })).toBe(true);
  for (const count of [
    await db.course.count({ where: { id: course.id } }),
    await db.enrolment.count({ where: { courseId: course.id } }),
    await db.question.count({ where: { courseId: course.id } }),
    await db.video.count({ where: { courseId: course.id } }),
  ]) {
    expect(count).toBe(0);
  }
  // The job that comes again finds nothing to do.
  expect(await purgeCourseUnsafe(later(31), { courseId: course.id })).toBe(false);
  expect(await db.auditEntry.count({ where: { subjectId: course.id, action: "course.purge", actorId: null } })).toBe(1);
});

test("a course with a certificate is kept for ever, and one that was put back is not purged", async () => {
  const { db, course, learner, owner, of } = await setUp();
  await createCertificate(db, { userId: learner.person.id, courseId: course.id });
  await deleteCourse(owner, { ...of, typed: course.slug });
  expect((await findTaughtCourses(owner, { filter: "deleted" })).courses).toMatchObject([{ certified: true }]);
  expect(await purgeCourseUnsafe(later(400), { courseId: course.id })).toBe(false);
  await putBackCourse(owner, of);
  const other = await setUp();
  await deleteCourse(other.owner, { ...other.of, typed: other.course.slug });
  await putBackCourse(other.owner, other.of);
  expect(await purgeCourseUnsafe(later(400), { courseId: other.course.id })).toBe(false);
});

test("an archived course goes on for those who have a place in it, and comes back as it was", async () => {
  const { db, course, learner, owner, of } = await setUp();
  await archiveCourse(owner, of);
  await archiveCourse(owner, of);
  expect((await findLearnerCourse(learner.ctx, of)).progress).not.toBeNull();
  await expect(findCourse(guestContext(db), course)).rejects.toMatchObject({ status: 410 });
  // Deleted and put back, it is what it was: archived.
  await deleteCourse(owner, { ...of, typed: course.slug });
  await putBackCourse(owner, of);
  const state = async () => (await db.course.findUnique({ where: { id: course.id } }))?.state;
  expect(await state()).toBe("archived");
  await unarchiveCourse(owner, of);
  expect(await state()).toBe("published");
  const teacher = await createTeacher(db, { courseId: course.id, role: "teacher" });
  await expect(archiveCourse(teacher, of)).rejects.toMatchObject({ status: 404 });
  await expect(deleteCourse(teacher, { ...of, typed: course.slug })).rejects.toMatchObject({ status: 404 });
});
