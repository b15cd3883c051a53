import { expect, test } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createLectureCourse } from "#tests/factories/watching.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { unsafeFindHeat } from "./find-heat.server.ts";
import { findWatchedLecture } from "./find-watched-lecture.server.ts";

const database = openTestDatabase();

type Watched = { watched: string; rewatched?: string; cohortId?: string; finished?: boolean };
type Made = Awaited<ReturnType<typeof createLectureCourse>>;

async function watch({ course, lesson, lecture }: Made, { watched, rewatched = "{}", cohortId, finished }: Watched) {
  const { enrolmentId } = await createEnrolment(database.db, { course, cohortId });
  await database.connections.query(`insert into "Watching" values ($1, $2, $3, $4, $5, '{}', now(), 0, now())`, [
    enrolmentId,
    lesson.id,
    lecture.lengthSeconds,
    watched,
    rewatched,
  ]);
  if (finished) await database.db.completion.create({ data: { enrolmentId, lessonId: lesson.id, cause: "watched" } });
}

async function teacherOf({ course }: Made, role: "owner" | "assistant" = "assistant") {
  const { person, instructor } = await createInstructor(database.db);
  await database.db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  return contextOf(database.db, person, { instructorId: instructor.id });
}

async function heatOf(made: Made, cohortId?: string) {
  const ctx = await teacherOf(made);
  const lecture = await findWatchedLecture(ctx, { course: made.course.slug, lesson: made.lesson.slug });
  return unsafeFindHeat(ctx, { lecture, lengthSeconds: made.lecture.lengthSeconds, cohortId });
}

test("each second is watched, watched again, passed over or never reached by as many as it was", async () => {
  const made = await createLectureCourse(database.db, { lengthSeconds: 10 });
  await watch(made, { watched: "{[0,10)}", rewatched: "{[2,4)}", finished: true });
  await watch(made, { watched: "{[0,3),[6,8)}" });
  await watch(made, { watched: "{[0,2)}" });
  await watch(made, { watched: "{}" });
  const { columns, ...counts } = await heatOf(made);
  expect(counts).toEqual({ learners: 4, finished: 1, medianShare: 0.35 });
  const row = (pick: "watched" | "rewatched" | "skipped" | "unreached" | "stopped") => columns.map((one) => one[pick]);
  expect(row("watched")).toEqual([3, 3, 2, 1, 1, 1, 2, 2, 1, 1]);
  expect(row("rewatched")).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0, 0]);
  expect(row("skipped")).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0, 0]);
  expect(row("unreached")).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 3, 3]);
  expect(row("stopped")).toEqual([0, 1, 0, 0, 0, 0, 0, 1, 0, 0]);
});

test("a long lecture comes in at most three hundred columns, which say the same on average", async () => {
  const made = await createLectureCourse(database.db, { lengthSeconds: 5_000 });
  await watch(made, { watched: "{[0,1000),[2000,2500)}" });
  await watch(made, { watched: "{[7,4999)}" });
  const { columns } = await heatOf(made);
  expect(columns.length).toBeLessThanOrEqual(300);
  expect(columns.at(-1)?.to).toBe(5_000);
  const seconds = columns.reduce((sum, { from, to, watched }) => sum + watched * (to - from), 0);
  expect(seconds).toBeCloseTo(1_500 + 4_992);
});

test("a cohort can be looked at by itself", async () => {
  const made = await createLectureCourse(database.db, { lengthSeconds: 10 });
  const cohort = await createCohort(database.db, { courseId: made.course.id });
  await watch(made, { watched: "{[0,10)}" });
  await watch(made, { watched: "{[0,5)}", cohortId: cohort.id });
  expect(await heatOf(made, cohort.id)).toMatchObject({ learners: 1, medianShare: 0.5 });
  expect(await heatOf(made)).toMatchObject({ learners: 2 });
});

test("a lecture that nobody has begun is all unreached by nobody", async () => {
  const made = await createLectureCourse(database.db, { lengthSeconds: 3 });
  const heat = await heatOf(made);
  expect(heat).toMatchObject({ learners: 0, finished: 0, medianShare: null });
  expect(heat.columns).toHaveLength(3);
});

test("only those who teach the course and admins may know", async () => {
  const [made, other] = [await createLectureCourse(database.db), await createLectureCourse(database.db)];
  const address = { course: made.course.slug, lesson: made.lesson.slug };
  const admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  for (const ctx of [await teacherOf(made), await teacherOf(made, "owner"), admin]) {
    expect(await findWatchedLecture(ctx, address)).toMatchObject({ lessonId: made.lesson.id, lengths: [{}] });
    await expect(findWatchedLecture(ctx, { ...address, lesson: "nothing" })).rejects.toMatchObject({ status: 404 });
  }
  const { ctx: learner } = await createEnrolment(database.db, { course: made.course });
  for (const ctx of [await teacherOf(other), learner]) {
    await expect(findWatchedLecture(ctx, address)).rejects.toMatchObject({ status: 404 });
  }
});
