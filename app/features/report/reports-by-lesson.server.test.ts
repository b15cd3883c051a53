import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { savePlace } from "#app/features/progress/save-place.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { createCourse, createRelease, makeLessons } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { askForReport } from "#tests/factories/report.ts";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { createReleaseLecture } from "#tests/factories/watching.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findFunnel } from "./find-funnel.server.ts";
import { findGradeDistribution } from "./find-grade-distribution.server.ts";
import { findLectureHeats } from "./find-lecture-heats.server.ts";
import { findQuestionFigures } from "./find-question-figures.server.ts";

const database = openTestDatabase();
const DAY = 86_400_000;

type Made = Awaited<ReturnType<typeof createCourse>>;

/** A learner who goes to lessons one after another, and completes some of them. */
async function learn({ course }: Made, { at, done = [] }: { at: string[]; done?: string[] }) {
  const learner = await createEnrolment(database.db, { course });
  const { ctx, enrolmentId } = learner;
  for (const lessonId of at) await savePlace(ctx, { enrolmentId, lessonId, place: 0 });
  for (const lessonId of done)
    await database.db.completion.create({ data: { enrolmentId, lessonId, cause: "acknowledged" } });
  return learner;
}

const funnelOf = async (made: Made, { search, days = 0 }: { search?: object; days?: number } = {}) => {
  const now = new Date(Date.now() + days * DAY);
  const { ctx, course } = await askForReport(database.db, { made, search, now });
  return findFunnel(ctx, course);
};

test("a lesson is opened by whoever was at it, once, though she goes back and forth", async () => {
  const made = await createCourse(database.db);
  const [a = "", b = "", c = ""] = made.lessons.map(({ id }) => id);
  await learn(made, { at: [a, b, a, b, c], done: [a, b] });
  await learn(made, { at: [a], done: [] });
  await learn(made, { at: [] });
  const { lessons, ...counts } = await funnelOf(made);
  expect(counts).toEqual({ enrolled: 3, finished: 0, stopped: 0, neverBegan: 1 });
  expect(lessons.map(({ asked, opened, completed, here }) => [asked, opened, completed, here])).toEqual([
    [3, 2, 1, 1],
    [3, 1, 1, 0],
    [3, 1, 0, 1],
  ]);
  expect(lessons[0]).toMatchObject({ slug: "lesson-1", required: true, titles: { en: "Lesson 1" } });
});

test("who completed a lesson without telling where she is has opened it, and to whom it was waived has not", async () => {
  const made = await createCourse(database.db);
  const [a = "", b = ""] = made.lessons.map(({ id }) => id);
  const { enrolmentId } = await learn(made, { at: [], done: [a] });
  await database.db.completion.create({ data: { enrolmentId, lessonId: b, cause: "waived" } });
  const { lessons } = await funnelOf(made);
  expect(lessons.map(({ opened, completed }) => [opened, completed])).toEqual([
    [1, 1],
    [0, 1],
    [0, 0],
  ]);
});

test("who was not seen for two weeks, or withdrew, has stopped where she was last, unless she finished", async () => {
  const made = await createCourse(database.db);
  const [a = "", b = ""] = made.lessons.map(({ id }) => id);
  const finished = await learn(made, { at: [a] });
  await learn(made, { at: [a, b], done: [a, b] });
  await learn(made, { at: [a, b], done: [a] });
  const left = await learn(made, { at: [a], done: [a] });
  const update = (id: string, data: object) => database.db.enrolment.update({ where: { id }, data });
  await update(finished.enrolmentId, { completedAt: new Date() });
  await update(left.enrolmentId, { state: "withdrawn", withdrawnAt: new Date() });
  const today = await funnelOf(made);
  expect(today).toMatchObject({ stopped: 1, finished: 1 });
  expect(today.lessons.map(({ stopped, here }) => [stopped, here])).toEqual([
    [1, 0],
    [0, 2],
    [0, 0],
  ]);
  const later = await funnelOf(made, { days: 15 });
  expect(later).toMatchObject({ stopped: 3 });
  expect(later.lessons.map(({ stopped, stoppedAfter }) => [stopped, stoppedAfter])).toEqual([
    [1, 1],
    [2, 1],
    [0, 0],
  ]);
});

test("of a lesson that a later release brought those are asked whose course has it", async () => {
  const lessons = makeLessons(2);
  const made = await createCourse(database.db, { lessons });
  const [a = "", b = ""] = lessons.map(({ id }) => id);
  const fresh = { ...makeLessons(1)[0], id: randomUUID(), slug: "fresh", required: true, preview: false };
  const early = await learn(made, { at: [a, b] });
  const next = await createRelease(database.db, { courseId: made.course.id, number: 2, lessons: [...lessons, fresh] });
  await database.db.course.update({ where: { id: made.course.id }, data: { currentReleaseId: next.id } });
  await learn(made, { at: [fresh.id] });
  await savePlace(early.ctx, { enrolmentId: early.enrolmentId, lessonId: fresh.id, place: 0 });
  const funnel = await funnelOf(made);
  expect(funnel.lessons.map(({ slug, asked, opened }) => [slug, asked, opened])).toEqual([
    ["lesson-1", 2, 1],
    ["lesson-2", 2, 1],
    ["fresh", 1, 1],
  ]);
});

test("questions of all quizzes come the weakest first, of those asked for, with the quiz they were sat in", async () => {
  const made = await createQuiz(database.db, { questions: 3, rules: { attempts: 2 } });
  const picks = [
    ["right", "right", "wrong"],
    ["right", "right", "wrong"],
    ["right", "wrong", "right"],
    ["wrong", "wrong", "right"],
    ["wrong", "wrong", "right"],
    ["right", "right", "wrong"],
  ];
  const sat = [];
  for (const choices of picks)
    sat.push(await sitQuiz(database.db, { quiz: made, answers: choices.map((choice) => ({ choice })) }));
  const { ctx, course } = await askForReport(database.db, { made });
  const figures = await findQuestionFigures(ctx, course);
  expect(figures).toHaveLength(3);
  const [weakest] = figures;
  expect(weakest).toMatchObject({
    ...{ versionId: made.fixed[2]?.versionId, lessonId: made.lessonId, slug: "quiz", asked: 6 },
    titles: { en: "Lesson 1" },
    facility: 0.5,
  });
  expect(weakest?.discrimination).toBeLessThan(-0.7);
  const nobody = await askForReport(database.db, { made, search: { cohort: "none", until: "2020-01-01" } });
  expect(await findQuestionFigures(nobody.ctx, nobody.course)).toEqual([]);
  const [again] = sat;
  if (!again) throw new Error("Somebody sat the quiz");
  await sitQuiz(database.db, { quiz: made, answers: [{ choice: "right" }], learner: again });
  const all = await askForReport(database.db, { made, search: { of: "all" } });
  expect((await findQuestionFigures(all.ctx, all.course)).map(({ asked }) => asked)).toEqual([7, 7, 7]);
  expect((await findQuestionFigures(ctx, course)).map(({ asked }) => asked)).toEqual([6, 6, 6]);
  const setAside = { state: "voided" as const, voidedAt: new Date(), voidReason: "The power failed" };
  await database.db.attempt.update({ where: { id: sat[1]?.attemptId ?? "" }, data: setAside });
  expect((await findQuestionFigures(ctx, course)).map(({ asked }) => asked)).toEqual([5, 5, 5]);
});

test("the grades of a course are distributed as each learner's own is, and what waits is in no tenth", async () => {
  const made = await createQuiz(database.db, { questions: 2 });
  const right = { choice: "right" };
  await sitQuiz(database.db, { quiz: made, answers: [right, right] });
  const half = await sitQuiz(database.db, { quiz: made, answers: [right] });
  await createEnrolment(database.db, { course: made.course });
  await database.db.gradeOverride.create({
    data: { enrolmentId: half.enrolmentId, lessonId: made.lessonId, share: 7_500, reason: "A good essay" },
  });
  const waits = await sitQuiz(database.db, { quiz: made, answers: [right] });
  const where = { enrolmentId_lessonId: { enrolmentId: waits.enrolmentId, lessonId: made.lessonId } };
  await database.db.quizStanding.update({ where, data: { waiting: true } });
  const { ctx, course } = await askForReport(database.db, { made });
  const grades = await findGradeDistribution(ctx, course);
  expect(grades).toMatchObject({ learners: 4, graded: 2, waiting: 1, ungraded: 1, mean: 0.875 });
  expect(grades.histogram.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 1]);
  expect(grades.lessons).toMatchObject([{ slug: "quiz", waiting: 1, overridden: 1 }]);
});

test("each lecture of the current release has its own heat, of those asked for", async () => {
  const lectures = makeLessons(2).map((lesson) => ({ ...lesson, kind: "lecture" as const }));
  const made = await createCourse(database.db, { lessons: lectures });
  const ids = { courseId: made.course.id, releaseId: made.release.id };
  for (const [place, { id: lessonId }] of lectures.entries())
    await createReleaseLecture(database.db, { ...ids, lessonId, lengthSeconds: place === 0 ? 10 : 1_000 });
  const cohort = await createCohort(database.db, { courseId: made.course.id });
  const watch = async (ranges: string[], cohortId?: string) => {
    const { enrolmentId } = await createEnrolment(database.db, { course: made.course, cohortId });
    for (const [place, range] of ranges.entries())
      await database.connections.query(`insert into "Watching" values ($1, $2, $3, $4, '{}', '{}', now(), 0, now())`, [
        enrolmentId,
        lectures[place]?.id,
        place === 0 ? 10 : 1_000,
        range,
      ]);
  };
  await watch(["{[0,10)}", "{[0,500)}"]);
  await watch(["{[0,4)}"], cohort.id);
  const heatsOf = async (search: object) => {
    const { ctx, course } = await askForReport(database.db, { made, search });
    return findLectureHeats(ctx, course);
  };
  const [short, long] = await heatsOf({});
  expect(short).toMatchObject({ slug: "lesson-1", lengthSeconds: 10, heat: { learners: 2, finished: 0 } });
  expect(short?.heat.columns.map(({ watched }) => watched)).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 1, 1]);
  expect(long?.heat).toMatchObject({ learners: 1, medianShare: 0.5 });
  expect(long?.heat.columns).toHaveLength(100);
  const [ofCohort, none] = await heatsOf({ cohort: cohort.id });
  expect(ofCohort?.heat).toMatchObject({ learners: 1, medianShare: 0.4 });
  expect(none?.heat).toMatchObject({ learners: 0, medianShare: null });
});
