import { expect, test } from "vitest";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginAttempt } from "../begin-attempt.server.ts";
import { planClosings } from "../plan-closings.server.ts";
import type { QuizRules } from "../quiz-rules.ts";
import { unsafeSubmitAttempt } from "../submit-attempt.server.ts";
import { extendRunningAttempts } from "./extend-running-attempts.server.ts";
import { findAccommodations } from "./find-accommodations.server.ts";
import { grantAccommodation } from "./grant-accommodation.server.ts";
import { withdrawAccommodation } from "./withdraw-accommodation.server.ts";

const database = openTestDatabase();
const START = new Date("2027-01-18T09:00:00Z");
const after = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

/** A released quiz whose draft stands in the course too, its teacher, and a learner. */
async function setUp(rules: Partial<QuizRules> = { minutes: 30, graceSeconds: 60 }) {
  const { db } = database;
  const made = await createQuiz(db, { rules });
  const { course, lessonId } = made;
  const draft = await createQuizDraft(db, { courseId: course.id, slug: "quiz", id: lessonId, rules });
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "owner" } });
  const ctx = contextOf(db, person, { instructorId: instructor.id, now: START });
  const cohort = await createCohort(db, { courseId: course.id, startsAt: after(-60) });
  const { enrolmentId, person: learner } = await createEnrolment(db, { course, cohortId: cohort.id });
  const begin = async () => {
    const at = contextOf(db, learner, { now: START });
    return (await beginAttempt(at, { enrolmentId, lessonId })).attemptId;
  };
  const times = (id: string) => db.attempt.findUniqueOrThrow({ where: { id } });
  const jobs = (id: string) => db.$queryRaw<{ run_at: Date }[]>`
    SELECT run_at FROM graphile_worker.jobs WHERE key = ${`attempt:${id}`}`;
  const grant = (input: { grantee: { enrolmentId: string } | { cohortId: string } } & Partial<Granted>) =>
    grantAccommodation(ctx, {
      ...{ course: course.slug, lesson: draft.lesson.slug, reason: "Slow line" },
      ...{ extraMinutes: 0, opensAt: null, closesAt: null, ...input },
    });
  return { db, ctx, course, lessonId, cohort, enrolmentId, learner, begin, times, jobs, grant };
}

type Granted = { extraMinutes: number; opensAt: Date | null; closesAt: Date | null };

test("extra time for a running attempt moves its deadline, its grace and the job that closes it", async () => {
  const { db, begin, times, jobs, grant, enrolmentId } = await setUp();
  const id = await begin();
  await planClosings(db, after(29));
  expect(await jobs(id)).toEqual([{ run_at: after(31) }]);
  expect(await grant({ grantee: { enrolmentId }, extraMinutes: 15 })).toEqual({ prolonged: 1 });
  expect(await times(id)).toMatchObject({ deadlineAt: after(45), graceUntil: after(46) });
  expect(await jobs(id)).toEqual([{ run_at: after(46) }]);
});

test("extra time for a cohort reaches all who sit now, and those who have more of their own keep it", async () => {
  const { db, begin, times, grant, enrolmentId, cohort, course, lessonId } = await setUp();
  await grant({ grantee: { enrolmentId }, extraMinutes: 20 });
  const own = await begin();
  const other = await createEnrolment(db, { course, cohortId: cohort.id });
  const at = contextOf(db, other.person, { now: START });
  const { attemptId } = await beginAttempt(at, { enrolmentId: other.enrolmentId, lessonId });
  expect(await grant({ grantee: { cohortId: cohort.id }, extraMinutes: 10 })).toEqual({ prolonged: 1 });
  expect(await times(own)).toMatchObject({ deadlineAt: after(50) });
  expect(await times(attemptId)).toMatchObject({ deadlineAt: after(40) });
});

test("a running attempt never loses time: not by a grant made smaller, nor by one taken back, nor by an earlier closing", async () => {
  const { ctx, course, begin, times, jobs, grant, enrolmentId } = await setUp();
  const id = await begin();
  await grant({ grantee: { enrolmentId }, extraMinutes: 15 });
  expect(await grant({ grantee: { enrolmentId }, extraMinutes: 5 })).toEqual({ prolonged: 0 });
  expect(await grant({ grantee: { enrolmentId }, closesAt: after(10) })).toEqual({ prolonged: 0 });
  const address = { course: course.slug, lesson: "quiz" };
  const { granted } = await findAccommodations(ctx, { ...address, learner: "" });
  await withdrawAccommodation(ctx, { ...address, id: granted[0]?.id ?? "", reason: "Not needed any more" });
  expect(await times(id)).toMatchObject({ deadlineAt: after(45) });
  expect(await jobs(id)).toEqual([{ run_at: after(46) }]);
});

test("an attempt without an end gets none", async () => {
  const { begin, times, grant, enrolmentId } = await setUp({ minutes: null });
  const id = await begin();
  expect(await grant({ grantee: { enrolmentId }, closesAt: after(10) })).toEqual({ prolonged: 0 });
  expect(await times(id)).toMatchObject({ deadlineAt: null, graceUntil: null });
});

test("a later closing prolongs an attempt that the closing would end, as far as its minutes go", async () => {
  const { begin, times, grant, enrolmentId } = await setUp({ minutes: 30, closesAt: after(20).toISOString() });
  const id = await begin();
  expect(await times(id)).toMatchObject({ deadlineAt: after(20) });
  await grant({ grantee: { enrolmentId }, closesAt: after(120) });
  expect(await times(id)).toMatchObject({ deadlineAt: after(30) });
});

test("an attempt that was submitted is not opened again", async () => {
  const { db, ctx, begin, times, grant, enrolmentId } = await setUp();
  const id = await begin();
  await unsafeSubmitAttempt({ db, clock: ctx.clock }, { attemptId: id, by: "learner" });
  expect(await grant({ grantee: { enrolmentId }, extraMinutes: 15 })).toEqual({ prolonged: 0 });
  expect(await times(id)).toMatchObject({ state: "submitted", deadlineAt: after(30) });
});

test("the job of the first deadline leaves a prolonged attempt open", async () => {
  const { db, begin, times, grant, enrolmentId } = await setUp();
  const id = await begin();
  await grant({ grantee: { enrolmentId }, extraMinutes: 15 });
  const clock = { now: () => after(32) };
  expect(await unsafeSubmitAttempt({ db, clock }, { attemptId: id, by: "clock" })).toMatchObject({ changed: false });
  expect(await times(id)).toMatchObject({ state: "open" });
});

test("a grant that fails prolongs nothing", async () => {
  const { db, begin, times, enrolmentId, lessonId } = await setUp();
  const id = await begin();
  await db.quizAccommodation.create({ data: { lessonId, enrolmentId, extraMinutes: 60 } });
  const failing = inTransaction(db, async (tx) => {
    await extendRunningAttempts(tx, { lessonId, grantee: { enrolmentId } });
    throw new Error("The line went dead");
  });
  await expect(failing).rejects.toThrow("The line went dead");
  expect(await times(id)).toMatchObject({ deadlineAt: after(30) });
});

test("what is granted is shown with its reason, replaced by a second grant, and written to the audit log", async () => {
  const { db, ctx, course, grant, enrolmentId, learner, cohort, lessonId } = await setUp();
  await grant({ grantee: { enrolmentId }, extraMinutes: 15 });
  await grant({ grantee: { enrolmentId }, extraMinutes: 25 });
  await grant({ grantee: { cohortId: cohort.id }, opensAt: after(-10), closesAt: after(90) });
  const address = { course: course.slug, lesson: "quiz" };
  const found = await findAccommodations(ctx, { ...address, learner: learner.email.slice(0, 12).toUpperCase() });
  expect(found.granted).toMatchObject([
    { grantee: { kind: "learner", name: learner.name }, extraMinutes: 25, reason: "Slow line" },
    { grantee: { kind: "cohort", id: cohort.id }, closesAt: after(90) },
  ]);
  expect(found.learners).toMatchObject([{ id: enrolmentId, email: learner.email }]);
  await withdrawAccommodation(ctx, { ...address, id: found.granted[0]?.id ?? "", reason: "Her line is mended" });
  const entries = await db.auditEntry.findMany({ where: { actorId: ctx.actor.id }, orderBy: { id: "asc" } });
  expect(entries).toMatchObject([
    {
      action: "accommodation.grant",
      subjectId: enrolmentId,
      reason: "Slow line",
      after: { lessonId, extraMinutes: 15 },
    },
    { action: "accommodation.grant", before: { extraMinutes: 15 }, after: { extraMinutes: 25 } },
    { action: "accommodation.grant", subjectType: "cohort", subjectId: cohort.id },
    {
      ...{ action: "accommodation.withdraw", subjectId: enrolmentId, reason: "Her line is mended" },
      before: { extraMinutes: 25, reason: "Slow line" },
    },
  ]);
});

test("only those of the course are granted something, and only by those who may edit it", async () => {
  const { db, ctx, course, grant, enrolmentId, learner } = await setUp();
  const other = await setUp();
  await expect(grant({ grantee: { enrolmentId: other.enrolmentId }, extraMinutes: 5 })).rejects.toMatchObject({
    status: 404,
  });
  await expect(grant({ grantee: { cohortId: other.cohort.id }, extraMinutes: 5 })).rejects.toMatchObject({
    status: 404,
  });
  const input = {
    ...{ course: course.slug, lesson: "quiz", reason: "Mine", grantee: { enrolmentId } },
    ...{ extraMinutes: 60, opensAt: null, closesAt: null },
  };
  for (const who of [other.ctx, contextOf(db, learner)])
    await expect(grantAccommodation(who, input)).rejects.toMatchObject({ status: 404 });
  await grantAccommodation(ctx, input);
  const [held] = await db.quizAccommodation.findMany({ where: { enrolmentId } });
  const address = { course: other.course.slug, lesson: "quiz" };
  await expect(
    withdrawAccommodation(other.ctx, { ...address, id: held?.id ?? "", reason: "Mine" }),
  ).rejects.toMatchObject({
    status: 404,
  });
});
