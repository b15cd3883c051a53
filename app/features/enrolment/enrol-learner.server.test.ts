import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse, createRelease } from "#tests/factories/course.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { changeCohort } from "./change-cohort.server.ts";
import { enrolLearner } from "./enrol-learner.server.ts";
import { withdrawLearner } from "./withdraw-learner.server.ts";

const database = openTestDatabase({ pool: 20 });
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

async function learner() {
  return contextOf(database.db, await createPerson(database.db));
}

const seatsTaken = async (id: string) => (await database.db.course.findUniqueOrThrow({ where: { id } })).seatsTaken;
const cohortSeats = async (id: string) => (await database.db.cohort.findUniqueOrThrow({ where: { id } })).seatsTaken;

test("a free course is entered in one step, pinned to its release, and asking again changes nothing", async () => {
  const { db } = database;
  const { course, release } = await createCourse(db);
  const ctx = await learner();
  const first = await enrolLearner(ctx, { course: course.slug, cohortId: null });
  const again = await enrolLearner(ctx, { course: course.slug, cohortId: null });
  expect(again).toEqual(first);
  const enrolment = await db.enrolment.findUniqueOrThrow({ where: { id: first.enrolmentId } });
  expect(enrolment).toMatchObject({ releaseId: release.id, state: "active", required: 3, completedRequired: 0 });
  expect(await seatsTaken(course.id)).toBe(1);
});

test("of 200 who press at once for the last 10 seats exactly 10 get in, and the count is right", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { seats: 12, seatsTaken: 2 });
  const people = await Promise.all(Array.from({ length: 200 }, learner));
  const answers = await Promise.allSettled(
    people.map((ctx) => enrolLearner(ctx, { course: course.slug, cohortId: null })),
  );
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
  expect(refused).toEqual(Array.from({ length: 190 }, () => "full"));
  expect(await db.enrolment.count({ where: { courseId: course.id } })).toBe(10);
  expect(await seatsTaken(course.id)).toBe(12);
}, 60_000);

test("a cohort's last seats are not oversold, and who is refused takes none of the course's", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { selfPaced: false });
  const cohort = await createCohort(db, { courseId: course.id, seats: 3 });
  const people = await Promise.all(Array.from({ length: 20 }, learner));
  const answers = await Promise.allSettled(
    people.map((ctx) => enrolLearner(ctx, { course: course.slug, cohortId: cohort.id })),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  expect(await seatsTaken(course.id)).toBe(3);
  expect(await cohortSeats(cohort.id)).toBe(3);
});

test("while a release is being published, enrolling waits for it and is pinned to it", async () => {
  const { db } = database;
  const { course, lessons } = await createCourse(db);
  const next = await createRelease(db, { courseId: course.id, number: 2, lessons: lessons.slice(1) });
  const ctx = await learner();
  let enrolling: Promise<unknown> = Promise.resolve();
  await db.$transaction(async (tx) => {
    await tx.course.update({ where: { id: course.id }, data: { currentReleaseId: next.id } });
    enrolling = enrolLearner(ctx, { course: course.slug, cohortId: null });
    await sleep(150);
  });
  await enrolling;
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { userId: ctx.actor.id } });
  expect(enrolment).toMatchObject({ releaseId: next.id, required: 2, countedThrough: 2 });
});

test("one person pressing twenty times at once has one enrolment and one seat", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { seats: 50 });
  const ctx = await learner();
  const press = () => enrolLearner(ctx, { course: course.slug, cohortId: null });
  const answers = await Promise.all(Array.from({ length: 20 }, press));
  expect(new Set(answers.map(({ enrolmentId }) => enrolmentId)).size).toBe(1);
  expect(await seatsTaken(course.id)).toBe(1);
});

test("withdrawing frees the seat and keeps facts, and coming back finds progress and release as they were", async () => {
  const { db } = database;
  const { course, release, lessons } = await createCourse(db, { seats: 1 });
  const [ctx, other] = [await learner(), await learner()];
  const { enrolmentId } = await enrolLearner(ctx, { course: course.slug, cohortId: null });
  await db.completion.create({ data: { enrolmentId, lessonId: lessons[0]?.id ?? "", cause: "acknowledged" } });
  await withdrawLearner(ctx, { course: course.slug });
  await withdrawLearner(ctx, { course: course.slug });
  expect(await seatsTaken(course.id)).toBe(0);
  await enrolLearner(other, { course: course.slug, cohortId: null });
  await expect(enrolLearner(ctx, { course: course.slug, cohortId: null })).rejects.toMatchObject({ code: "full" });
  await withdrawLearner(other, { course: course.slug });
  const next = await createRelease(db, { courseId: course.id, number: 2, lessons });
  await db.course.update({ where: { id: course.id }, data: { currentReleaseId: next.id } });
  const back = await enrolLearner(ctx, { course: course.slug, cohortId: null });
  expect(back.enrolmentId).toBe(enrolmentId);
  const enrolment = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    include: { completions: true },
  });
  expect(enrolment).toMatchObject({ state: "active", withdrawnAt: null, releaseId: release.id });
  expect(enrolment.completions).toHaveLength(1);
  expect(await seatsTaken(course.id)).toBe(1);
});

test("who comes back is not asked again for what opened the course to her once", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const ctx = await learner();
  await enrolLearner(ctx, { course: course.slug, cohortId: null });
  await withdrawLearner(ctx, { course: course.slug });
  await db.course.update({ where: { id: course.id }, data: { priceAmount: 4_000 } });
  await enrolLearner(ctx, { course: course.slug, cohortId: null });
  expect(await seatsTaken(course.id)).toBe(1);
});

test("withdrawing from a course one never entered is 404", async () => {
  const { course } = await createCourse(database.db);
  await expect(withdrawLearner(await learner(), { course: course.slug })).rejects.toMatchObject({ status: 404 });
});

test.each([
  ["notOpenYet", { enrolmentOpensAt: inDays(1) }],
  ["closed", { enrolmentClosesAt: inDays(-1) }],
  ["paymentNeeded", { priceAmount: 100 }],
  ["notPublished", { state: "archived" as const }],
  ["cohortNeeded", { selfPaced: false }],
])("enrolling is refused with %s", async (code, overrides) => {
  const { course } = await createCourse(database.db, overrides);
  const asked = enrolLearner(await learner(), { course: course.slug, cohortId: null });
  await expect(asked).rejects.toMatchObject({ code, messageKey: `enrolment:errors.${code}` });
  expect(await seatsTaken(course.id)).toBe(0);
});

test("an address that is not verified cannot enrol", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const ctx = contextOf(db, await createPerson(db, { emailVerified: false }));
  const asked = enrolLearner(ctx, { course: course.slug, cohortId: null });
  await expect(asked).rejects.toMatchObject({ code: "verifyEmail" });
});

test("a course that is a draft, is unknown, or has no such cohort is 404", async () => {
  const { db } = database;
  const ctx = await learner();
  const draft = await createCourse(db, { state: "draft" });
  const { course } = await createCourse(db);
  const elsewhere = await createCohort(db, { courseId: draft.course.id });
  for (const place of [
    { course: draft.course.slug, cohortId: null },
    { course: "no-such-course", cohortId: null },
    { course: course.slug, cohortId: randomUUID() },
    { course: course.slug, cohortId: elsewhere.id },
  ]) {
    await expect(enrolLearner(ctx, place)).rejects.toMatchObject({ status: 404 });
  }
});

test("prerequisites must be finished first; withdrawing from them later does not undo that", async () => {
  const { db } = database;
  const [first, second] = [await createCourse(db), await createCourse(db)];
  await db.prerequisite.create({ data: { courseId: second.course.id, requiredCourseId: first.course.id } });
  const ctx = await learner();
  const ask = () => enrolLearner(ctx, { course: second.course.slug, cohortId: null });
  const { enrolmentId } = await enrolLearner(ctx, { course: first.course.slug, cohortId: null });
  await expect(ask()).rejects.toMatchObject({ code: "prerequisites" });
  await db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: new Date() } });
  await withdrawLearner(ctx, { course: first.course.slug });
  await expect(ask()).resolves.toMatchObject({ courseSlug: second.course.slug });
});

test("a cohort has its own window", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const later = await createCohort(db, { courseId: course.id, enrolmentOpensAt: inDays(2) });
  const past = await createCohort(db, { courseId: course.id, enrolmentClosesAt: inDays(-2) });
  const ctx = await learner();
  const ask = (cohortId: string) => enrolLearner(ctx, { course: course.slug, cohortId });
  await expect(ask(later.id)).rejects.toMatchObject({ code: "cohortNotOpenYet" });
  await expect(ask(past.id)).rejects.toMatchObject({ code: "cohortClosed" });
});

test("a change of cohort moves the seat and only the cohort's", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const winter = await createCohort(db, { courseId: course.id, seats: 1 });
  const spring = await createCohort(db, { courseId: course.id, seats: 1 });
  const ctx = await learner();
  await enrolLearner(ctx, { course: course.slug, cohortId: winter.id });
  await changeCohort(ctx, { course: course.slug, cohortId: spring.id });
  await changeCohort(ctx, { course: course.slug, cohortId: spring.id });
  expect([await cohortSeats(winter.id), await cohortSeats(spring.id)]).toEqual([0, 1]);
  expect(await seatsTaken(course.id)).toBe(1);
  const other = await learner();
  await enrolLearner(other, { course: course.slug, cohortId: winter.id });
  const full = changeCohort(other, { course: course.slug, cohortId: spring.id });
  await expect(full).rejects.toMatchObject({ code: "cohortFull" });
  expect([await cohortSeats(winter.id), await cohortSeats(spring.id)]).toEqual([1, 1]);
  await changeCohort(other, { course: course.slug, cohortId: null });
  expect(await cohortSeats(winter.id)).toBe(0);
  const stranger = changeCohort(await learner(), { course: course.slug, cohortId: winter.id });
  await expect(stranger).rejects.toMatchObject({ status: 404 });
});

test("a withdrawn learner frees her cohort's seat too", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { selfPaced: false });
  const cohort = await createCohort(db, { courseId: course.id, seats: 1 });
  const ctx = await learner();
  await enrolLearner(ctx, { course: course.slug, cohortId: cohort.id });
  await withdrawLearner(ctx, { course: course.slug });
  expect([await seatsTaken(course.id), await cohortSeats(cohort.id)]).toEqual([0, 0]);
});
