import { expect, test } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { askForReport } from "#tests/factories/report.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findCompletionCounts } from "./find-completion-counts.server.ts";
import { findDurations } from "./find-durations.server.ts";
import { findEnrolmentCounts } from "./find-enrolment-counts.server.ts";

const database = openTestDatabase();
const NOW = new Date("2026-03-20T12:00:00Z");

type Learner = {
  enrolledAt: string;
  completedAt?: string;
  cohortId?: string;
  withdrawn?: boolean;
  lastSeenAt?: string;
};
type Made = Awaited<ReturnType<typeof createCourse>>;

async function enrol({ course }: Made, { withdrawn, ...learner }: Learner) {
  const { enrolmentId: id } = await createEnrolment(database.db, { course, cohortId: learner.cohortId });
  const left = withdrawn ? { state: "withdrawn" as const, withdrawnAt: NOW } : {};
  await database.db.enrolment.update({ where: { id }, data: { ...learner, ...left } });
  return id;
}

test("enrolments are counted by the asker's days, from the first to today", async () => {
  const made = await createCourse(database.db);
  await enrol(made, { enrolledAt: "2026-03-17T22:30:00Z", lastSeenAt: "2026-03-19T10:00:00Z" });
  await enrol(made, { enrolledAt: "2026-03-18T21:00:00Z", withdrawn: true });
  await enrol(made, { enrolledAt: "2026-03-19T08:00:00Z", completedAt: "2026-03-19T20:00:00Z" });
  const { ctx, course } = await askForReport(database.db, { made, now: NOW });
  const counts = await findEnrolmentCounts(ctx, { ...course, timeZone: "Asia/Jerusalem" });
  expect(counts).toMatchObject({ enrolled: 3, withdrawn: 1, finished: 1, learning: 1, step: "day" });
  expect(counts.buckets).toEqual([
    // Half past ten in the evening of UTC is the next day in Jerusalem.
    { from: "2026-03-18", to: "2026-03-18", enrolled: 2, inAll: 2 },
    { from: "2026-03-19", to: "2026-03-19", enrolled: 1, inAll: 3 },
    { from: "2026-03-20", to: "2026-03-20", enrolled: 0, inAll: 3 },
  ]);
});

test("a period and a cohort narrow what is counted, and so does being in none", async () => {
  const made = await createCourse(database.db);
  const cohort = await createCohort(database.db, { courseId: made.course.id });
  await enrol(made, { enrolledAt: "2026-02-01T12:00:00Z" });
  await enrol(made, { enrolledAt: "2026-02-10T23:59:00Z" });
  await enrol(made, { enrolledAt: "2026-02-11T00:00:00Z", cohortId: cohort.id });
  const countsOf = async (search: object) => {
    const { ctx, course } = await askForReport(database.db, { made, search, now: NOW });
    return findEnrolmentCounts(ctx, { ...course, timeZone: "UTC" });
  };
  expect(await countsOf({ until: "2026-02-10" })).toMatchObject({ enrolled: 2 });
  expect(await countsOf({ from: "2026-02-02", until: "2026-02-11" })).toMatchObject({ enrolled: 2 });
  expect(await countsOf({ cohort: cohort.id })).toMatchObject({ enrolled: 1 });
  expect(await countsOf({ cohort: "none" })).toMatchObject({ enrolled: 2 });
  expect(await countsOf({ from: "2026-03-01" })).toMatchObject({ enrolled: 0, buckets: [], cohorts: [] });
  const all = await countsOf({ by: "month" });
  expect(all.cohorts).toEqual([
    { cohortId: cohort.id, enrolled: 1, withdrawn: 0, finished: 0, enrolledBy: [1, 0] },
    { cohortId: null, enrolled: 2, withdrawn: 0, finished: 0, enrolledBy: [2, 0] },
  ]);
});

test("completions are counted when they happened, whenever the learner enrolled", async () => {
  const made = await createCourse(database.db);
  const [lesson, other] = made.lessons;
  if (!lesson || !other) throw new Error("The course needs two lessons");
  const enrolmentId = await enrol(made, { enrolledAt: "2025-01-01T12:00:00Z", completedAt: "2026-03-03T12:00:00Z" });
  const complete = (lessonId: string, completedAt: string) =>
    database.db.completion.create({ data: { enrolmentId, lessonId, cause: "acknowledged", completedAt } });
  await complete(lesson.id, "2026-03-02T12:00:00Z");
  await complete(other.id, "2026-03-03T12:00:00Z");
  const search = { from: "2026-03-03", until: "2026-03-04", by: "day" };
  const { ctx, course } = await askForReport(database.db, { made, search, now: NOW });
  const counts = await findCompletionCounts(ctx, course);
  expect(counts).toMatchObject({ finished: 1, lessons: 1 });
  expect(counts.buckets).toEqual([
    { from: "2026-03-03", to: "2026-03-03", finished: 1, lessons: 1 },
    { from: "2026-03-04", to: "2026-03-04", finished: 0, lessons: 0 },
  ]);
});

test("the time to complete begins with the enrolment, or with the cohort where that starts later", async () => {
  const made = await createCourse(database.db);
  const startsAt = new Date("2026-02-01T00:00:00Z");
  const cohort = await createCohort(database.db, { courseId: made.course.id, startsAt });
  await enrol(made, { enrolledAt: "2026-01-01T00:00:00Z", completedAt: "2026-01-03T00:00:00Z" });
  await enrol(made, { enrolledAt: "2026-01-01T00:00:00Z", completedAt: "2026-01-05T00:00:00Z" });
  await enrol(made, {
    enrolledAt: "2026-01-01T00:00:00Z",
    completedAt: "2026-02-07T00:00:00Z",
    cohortId: cohort.id,
  });
  await enrol(made, { enrolledAt: "2026-01-01T00:00:00Z" });
  const { ctx, course } = await askForReport(database.db, { made, now: NOW });
  const durations = await findDurations(ctx, course);
  expect(durations).toMatchObject({ enrolled: 4, finished: 3, quartiles: [3, 4, 5] });
  expect(durations.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(durations.histogram.find(({ from, to }) => from <= 6 && 6 < (to ?? 0))?.count).toBe(1);
  expect(durations.cohorts).toEqual([
    { cohortId: cohort.id, finished: 1, quartiles: [6, 6, 6] },
    { cohortId: null, finished: 2, quartiles: [2.5, 3, 3.5] },
  ]);
});

test("who took far longer than nearly all is in the last bar, and squeezes no other", async () => {
  const made = await createCourse(database.db);
  const user = await database.db.user.create({ data: { name: "Many", email: "many@example.org" } });
  await database.connections.query(
    `insert into "User" ("name", "email") select 'x', 'd' || n || '@example.org' from generate_series(1, 100) n`,
  );
  await database.connections.query(
    `insert into "Enrolment" ("userId", "courseId", "releaseId", "enrolledAt", "completedAt")
     select u."id", $1, $2, $3, $3::timestamptz + case when u."id" = $4 then interval '900 days'
       else (1 + (row_number() over ()) % 10) * interval '1 day' end
     from "User" u where u."email" like 'd%@example.org' or u."id" = $4`,
    [made.course.id, made.release.id, "2026-01-01T00:00:00Z", user.id],
  );
  const { ctx, course } = await askForReport(database.db, { made, now: NOW });
  const { histogram } = await findDurations(ctx, course);
  expect(histogram.length).toBeLessThanOrEqual(24);
  expect(histogram[1]).toMatchObject({ from: 1, to: 2 });
  expect(histogram.at(-1)).toMatchObject({ to: null, count: 1 });
});
