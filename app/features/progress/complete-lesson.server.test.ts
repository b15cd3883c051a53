import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withdrawLearner } from "#app/features/enrolment/withdraw-learner.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { createCourse, createRelease } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { completeLesson } from "./complete-lesson.server.ts";
import { deriveProgress } from "./derive-progress.ts";
import { findLearnerCourse } from "./find-learner-course.server.ts";
import { recountEnrolments } from "./recount-enrolments.server.ts";

const database = openTestDatabase();

function complete(ctx: PersonContext, enrolmentId: string, lessonId: string, cause?: "reachedEnd") {
  const { connections } = database;
  const context = { connections, actor: ctx.actor, clock: ctx.clock };
  return completeLesson(context, { enrolmentId, lessonId, cause: cause ?? "acknowledged" });
}

const enrolment = (id: string) => database.db.enrolment.findUniqueOrThrow({ where: { id } });
const lesson = (required = true) => ({ id: randomUUID(), slug: randomUUID(), required, preview: false });

/** What the progress function says of an enrolment, from the database's facts and releases. */
async function derive(enrolmentId: string) {
  const { courseId, releaseId } = await enrolment(enrolmentId);
  const releases = await database.db.release.findMany({
    where: { courseId },
    orderBy: { number: "asc" },
    include: { lessons: { orderBy: { position: "asc" } } },
  });
  const facts = await database.db.completion.findMany({ where: { enrolmentId } });
  const outlines = releases.map(({ lessons }) => lessons.map(({ lessonId: id, required }) => ({ id, required })));
  const own = releases.findIndex(({ id }) => id === releaseId);
  return deriveProgress({
    pinned: outlines[own] ?? [],
    later: outlines.slice(own + 1),
    completed: facts.map(({ lessonId }) => lessonId),
  });
}

async function publish(courseId: string, number: number, lessons: ReturnType<typeof lesson>[]) {
  const release = await createRelease(database.db, { courseId, number, lessons });
  await database.db.course.update({ where: { id: courseId }, data: { currentReleaseId: release.id } });
}

test("a fact is written once with its stored copy, and the last one finishes the course", async () => {
  const { course, lessons } = await createCourse(database.db);
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
  const [a = "", b = "", c = ""] = lessons.map(({ id }) => id);
  expect(await complete(ctx, enrolmentId, a)).toEqual({ finished: false });
  expect(await complete(ctx, enrolmentId, a)).toEqual({ finished: false });
  expect(await enrolment(enrolmentId)).toMatchObject({ completedRequired: 1, required: 3, completedAt: null });
  await complete(ctx, enrolmentId, b);
  expect(await complete(ctx, enrolmentId, c)).toEqual({ finished: true });
  expect(await complete(ctx, enrolmentId, c)).toEqual({ finished: false });
  expect(await enrolment(enrolmentId)).toMatchObject({ completedRequired: 3, completedAt: ctx.clock.now() });
});

test("what was completed while reading one language is completed in every other: there is one record", async () => {
  const { course, lessons } = await createCourse(database.db);
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
  const [first = "", second = ""] = lessons.map(({ id }) => id);
  await complete({ ...ctx, locale: "ar" }, enrolmentId, first);
  await complete({ ...ctx, locale: "en" }, enrolmentId, first);
  await complete({ ...ctx, locale: "en" }, enrolmentId, second);
  expect(await database.db.completion.count({ where: { enrolmentId } })).toBe(2);
  const { progress } = await findLearnerCourse(ctx, { course: course.slug });
  expect(progress).toMatchObject({ completedRequired: 2, required: 3 });
});

test("facts that arrive together, each several times, are each counted once", async () => {
  const lessons = Array.from({ length: 8 }, () => lesson());
  const { course } = await createCourse(database.db, { lessons });
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
  const answers = await Promise.all(
    [...lessons, ...lessons, ...lessons].map(({ id }) => complete(ctx, enrolmentId, id)),
  );
  expect(answers.filter(({ finished }) => finished)).toHaveLength(1);
  expect(await enrolment(enrolmentId)).toMatchObject({ completedRequired: 8, required: 8 });
  expect(await database.db.completion.count({ where: { enrolmentId } })).toBe(8);
});

test("another learner's enrolment, an unknown lesson and another course's lesson are 404 and write nothing", async () => {
  const { course, lessons } = await createCourse(database.db);
  const other = await createCourse(database.db);
  const mine = await createEnrolment(database.db, { course });
  const hers = await createEnrolment(database.db, { course });
  const lessonId = lessons[0]?.id ?? "";
  await expect(complete(mine.ctx, hers.enrolmentId, lessonId)).rejects.toMatchObject({ status: 404 });
  await expect(complete(mine.ctx, mine.enrolmentId, randomUUID())).rejects.toMatchObject({ status: 404 });
  const elsewhere = other.lessons[0]?.id ?? "";
  await expect(complete(mine.ctx, mine.enrolmentId, elsewhere)).rejects.toMatchObject({ status: 404 });
  const enrolmentId = { in: [mine.enrolmentId, hers.enrolmentId] };
  expect(await database.db.completion.count({ where: { enrolmentId } })).toBe(0);
});

test("a withdrawn learner writes no facts until she is back", async () => {
  const { course, lessons } = await createCourse(database.db);
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
  await withdrawLearner(ctx, { course: course.slug });
  await expect(complete(ctx, enrolmentId, lessons[0]?.id ?? "")).rejects.toMatchObject({ code: "withdrawn" });
  expect(await database.db.completion.count({ where: { enrolmentId } })).toBe(0);
});

test("before her cohort starts a learner writes no facts", async () => {
  const { course, lessons } = await createCourse(database.db, { selfPaced: false });
  const cohort = await createCohort(database.db, { courseId: course.id });
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course, cohortId: cohort.id });
  const lessonId = lessons[0]?.id ?? "";
  await expect(complete(ctx, enrolmentId, lessonId)).rejects.toMatchObject({ code: "notStarted" });
  const later = { ...ctx, clock: { now: () => new Date(cohort.startsAt.getTime() + 1_000) } };
  await expect(complete(later, enrolmentId, lessonId)).resolves.toEqual({ finished: false });
});

test("reaching the end counts only where the course says so, and lectures are not completed by hand", async () => {
  const asked = await createCourse(database.db);
  const reading = await createCourse(database.db, { completionRule: "reachEnd" });
  const first = await createEnrolment(database.db, { course: asked.course });
  const second = await createEnrolment(database.db, { course: reading.course });
  const refused = complete(first.ctx, first.enrolmentId, asked.lessons[0]?.id ?? "", "reachedEnd");
  await expect(refused).rejects.toMatchObject({ code: "notByHand" });
  await complete(second.ctx, second.enrolmentId, reading.lessons[0]?.id ?? "", "reachedEnd");
  await complete(second.ctx, second.enrolmentId, reading.lessons[1]?.id ?? "");
  const causes = await database.db.completion.findMany({ where: { enrolmentId: second.enrolmentId } });
  expect(causes.map(({ cause }) => cause).sort()).toEqual(["acknowledged", "reachedEnd"]);
  const lecture = randomUUID();
  await database.db.releaseLesson.create({
    data: {
      releaseId: asked.release.id,
      lessonId: lecture,
      slug: "lecture",
      position: 9,
      kind: "lecture",
      minutes: 5,
      required: true,
      preview: false,
    },
  });
  await expect(complete(first.ctx, first.enrolmentId, lecture)).rejects.toMatchObject({ code: "notByHand" });
});

test("a new lesson can be completed and does not count; a removed one still in her release does", async () => {
  const [a, b, fresh] = [lesson(), lesson(), lesson()];
  const { course } = await createCourse(database.db, { lessons: [a, b] });
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
  await publish(course.id, 2, [a, fresh]);
  await recountEnrolments({ db: database.db, clock: systemClock }, { courseId: course.id });
  expect(await enrolment(enrolmentId)).toMatchObject({ required: 1, completedRequired: 0, countedThrough: 2 });
  await complete(ctx, enrolmentId, fresh.id);
  expect(await enrolment(enrolmentId)).toMatchObject({ required: 1, completedRequired: 0 });
  await complete(ctx, enrolmentId, b.id);
  expect(await enrolment(enrolmentId)).toMatchObject({ required: 2, completedRequired: 1 });
});

test("a release that takes out the last missing lesson finishes the course; more releases leave it finished", async () => {
  const [a, b] = [lesson(), lesson()];
  const { course } = await createCourse(database.db, { lessons: [a, b] });
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
  await complete(ctx, enrolmentId, a.id);
  await publish(course.id, 2, [a]);
  const clock = { now: () => new Date("2027-01-01T00:00:00Z") };
  await recountEnrolments({ db: database.db, clock }, { courseId: course.id });
  expect((await enrolment(enrolmentId)).completedAt).toEqual(clock.now());
  await publish(course.id, 3, [a, b, lesson()]);
  await recountEnrolments({ db: database.db, clock: systemClock }, { courseId: course.id });
  const after = await enrolment(enrolmentId);
  expect(after).toMatchObject({ required: 1, completedRequired: 1, completedAt: clock.now(), countedThrough: 3 });
});

test("recounting goes through all of a course's learners in batches, and again changes nothing", async () => {
  const [a, b] = [lesson(), lesson()];
  const { course } = await createCourse(database.db, { lessons: [a, b] });
  for (let i = 0; i < 5; i += 1) await createEnrolment(database.db, { course });
  await publish(course.id, 2, [a]);
  const recount = () => recountEnrolments({ db: database.db, clock: systemClock }, { courseId: course.id, batch: 2 });
  expect(await recount()).toEqual({ recounted: 5 });
  expect(await recount()).toEqual({ recounted: 0 });
  expect(await database.db.enrolment.count({ where: { courseId: course.id, required: 1 } })).toBe(5);
});

test("the stored copy always says what the progress function says, whatever is published and completed when", async () => {
  const pool = Array.from({ length: 6 }, (_, index) => ({ id: index, required: true }));
  const outline = fc
    .shuffledSubarray(pool, { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map(({ id }) => fc.boolean().map((required) => ({ id, required })))));
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }).map((facts) => ({ facts })) },
    { weight: 1, arbitrary: outline.map((release) => ({ release })) },
  );
  await fc.assert(
    fc.asyncProperty(outline, fc.array(step, { minLength: 1, maxLength: 8 }), async (first, steps) => {
      const made = pool.map(() => lesson());
      const lessonsOf = (chosen: { id: number; required: boolean }[]) =>
        chosen.flatMap(({ id, required }) => (made[id] ? [{ ...made[id], required }] : []));
      const { course } = await createCourse(database.db, { lessons: lessonsOf(first) });
      const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
      let number = 1;
      let share = 0;
      for (const next of steps) {
        const facts = "facts" in next ? next.facts : [];
        const writing = facts.map((index) => complete(ctx, enrolmentId, made[index]?.id ?? ""));
        if ("release" in next) {
          number += 1;
          await publish(course.id, number, lessonsOf(next.release));
          const recount = { db: database.db, clock: systemClock };
          const late = complete(ctx, enrolmentId, made[0]?.id ?? "");
          await Promise.allSettled([recountEnrolments(recount, { courseId: course.id }), late]);
        }
        await Promise.allSettled(writing);
        const progress = await derive(enrolmentId);
        const stored = await enrolment(enrolmentId);
        expect(stored).toMatchObject({
          required: progress.required,
          completedRequired: progress.completedRequired,
        });
        expect(stored.completedAt !== null).toBe(progress.finished);
        expect(progress.share).toBeGreaterThanOrEqual(share);
        share = progress.share;
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
