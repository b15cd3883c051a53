import { expect, test } from "vitest";
import { tellOfPlaces } from "#app/features/enrolment/tell-of-places.server.ts";
import { tellOfClosings } from "#app/features/quiz/notices/tell-of-closings.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { createCourse, createRelease } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { tellOfRelease } from "./tell-of-release.server.ts";

const database = openTestDatabase();
const now = new Date("2031-03-01T08:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

/** What a learner was told, beside that she has her place. */
async function toldTo(userId: string) {
  const where = { userId, mail: { not: "enrolled" } };
  return (await database.db.notification.findMany({ where, orderBy: { id: "asc" } })).map(({ mail }) => mail);
}

async function enrol(course: { slug: string }, cohortId?: string) {
  const { person, enrolmentId } = await createEnrolment(database.db, { course, cohortId: cohortId ?? null });
  return { userId: person.id, enrolmentId };
}

test("those of a cohort are told two days before it begins, once, and again where it is put off", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const cohort = await createCohort(db, { courseId: course.id, startsAt: inHours(40), endsAt: inHours(900) });
  const { userId } = await enrol(course, cohort.id);
  await tellOfPlaces({ db }, { now: inHours(-24) });
  expect(await toldTo(userId)).toEqual([]);
  for (let i = 0; i < 2; i += 1) await tellOfPlaces({ db }, { now });
  expect(await toldTo(userId)).toEqual(["cohort-starting"]);
  await db.cohort.update({ where: { id: cohort.id }, data: { startsAt: inHours(47) } });
  await tellOfPlaces({ db }, { now });
  expect(await toldTo(userId)).toEqual(["cohort-starting", "cohort-starting"]);
});

test("who may read a course for a week more is told, unless she has completed it", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const place = async (completedAt: Date | null) => {
    const { userId, enrolmentId: id } = await enrol(course);
    await db.enrolment.update({ where: { id }, data: { accessUntil: inHours(100), completedAt } });
    return userId;
  };
  const [reading, done] = [await place(null), await place(now)];
  for (let i = 0; i < 2; i += 1) await tellOfPlaces({ db }, { now });
  expect([await toldTo(reading), await toldTo(done)]).toEqual([["access-ending"], []]);
});

test("a quiz that closes soon is told of to who has not handed it in, by the time that holds for her", async () => {
  const { db } = database;
  const { course, lessonId } = await createQuiz(db, { rules: { closesAt: inHours(30).toISOString() } });
  const [waiting, extended] = [await enrol(course), await enrol(course)];
  const ofCourse = { courseId: course.id, position: 0 };
  const { id: sectionId } = await db.section.create({ data: { ...ofCourse, titles: {} } });
  await db.lesson.create({ data: { ...ofCourse, id: lessonId, sectionId, slug: "quiz", minutes: 1 } });
  await db.quiz.create({ data: { lessonId, courseId: course.id, rules: {}, plan: {} } });
  await db.quizAccommodation.create({
    data: { lessonId, enrolmentId: extended.enrolmentId, closesAt: inHours(300) },
  });
  for (let i = 0; i < 2; i += 1) await tellOfClosings({ db }, { now });
  expect([await toldTo(waiting.userId), await toldTo(extended.userId)]).toEqual([["quiz-closing"], []]);
  await tellOfClosings({ db }, { now: inHours(290) });
  expect(await toldTo(extended.userId)).toEqual(["quiz-closing"]);
});

test("those who began with an earlier release are told of the new one, once, and who begins with it is not", async () => {
  const { db } = database;
  const { course, release } = await createCourse(db);
  const { userId: early } = await enrol(course);
  const next = await createRelease(db, { courseId: course.id, number: 2, lessons: [] });
  await db.course.update({ where: { id: course.id }, data: { currentReleaseId: next.id } });
  const { userId: late } = await enrol(course);
  for (let i = 0; i < 2; i += 1) await tellOfRelease({ db }, { releaseId: next.id, now });
  expect([await toldTo(early), await toldTo(late)]).toEqual([["course-released"], []]);
  await tellOfRelease({ db }, { releaseId: release.id, now });
  expect(await toldTo(late)).toEqual([]);
});
