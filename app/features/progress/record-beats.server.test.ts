import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addBeats } from "#app/features/lecture/watching/add-beats.server.ts";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createRelease } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createLectureCourse, createReleaseLecture, createSitting } from "#tests/factories/watching.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { completeLesson } from "./complete-lesson.server.ts";
import { findLessonPage } from "./find-lesson-page.server.ts";
import { findPlayback } from "./find-playback.server.ts";
import { completeWatched, recordBeats } from "./record-beats.server.ts";

const database = openTestDatabase();
// A page's completion goes over the process's own connections.
beforeAll(() => setDatabaseUrl(database.url));
const LENGTH = 100;
const HOUR = 3_600_000;

type Played = [from: number, to: number];

async function scene({ lengthSeconds = LENGTH, thresholdPercent = 90 } = {}) {
  const made = await createLectureCourse(database.db, { lengthSeconds, thresholdPercent });
  const { ctx: person, enrolmentId } = await createEnrolment(database.db, { course: made.course });
  const ctx: PersonContext & { connections: typeof database.connections } = {
    ...person,
    connections: database.connections,
  };
  const lessonId = made.lesson.id;
  const openedAt = new Date(ctx.clock.now().getTime() - HOUR);
  const of = { userId: ctx.actor.id, enrolmentId, lessonId, lengthSeconds, thresholdPercent };
  const sitting = await createSitting(of, { openedAt });
  const beatsOf = (played: Played[]) =>
    played.map(([from, to]) => ({ from, to, start: from * 1_000, end: to * 1_000 }));
  const play = (...played: Played[]) => recordBeats(ctx, { sitting: sitting.token, beats: beatsOf(played) });
  const completions = () => database.db.completion.findMany({ where: { enrolmentId } });
  return { ...made, ctx, enrolmentId, lessonId, sitting, play, completions, beatsOf };
}

test("a lecture is complete when ninety percent was played, and not a second before", async () => {
  const { play, completions, ctx, enrolmentId } = await scene();
  expect(await play([0, 60], [70, 99])).toMatchObject({ coveredSeconds: 89, share: 0.89, completed: false });
  expect(await completions()).toEqual([]);
  expect(await play([60, 61])).toMatchObject({ coveredSeconds: 90, share: 0.9, completed: true });
  expect(await completions()).toMatchObject([{ cause: "watched" }]);
  const enrolment = await database.db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  expect(enrolment).toMatchObject({ completedRequired: 1, completedAt: ctx.clock.now() });
  expect(await play([61, 70])).toMatchObject({ share: 0.99, completed: true });
  expect(await completions()).toHaveLength(1);
});

test("one's own threshold of a course is kept", async () => {
  const { play } = await scene({ thresholdPercent: 40 });
  expect(await play([0, 39])).toMatchObject({ completed: false });
  expect(await play([50, 51])).toMatchObject({ completed: true });
});

test("a completion that was cut short is written when the page is loaded, and not before enough was watched", async () => {
  const { ctx, course, lesson, sitting, completions, beatsOf } = await scene();
  const load = () => findLessonPage(ctx, { course: course.slug, lesson: lesson.slug });
  await addBeats(ctx, { sitting, input: { sitting: "", beats: beatsOf([[0, 60]]) } });
  expect((await load()).lesson.completed).toBe(false);
  await addBeats(ctx, { sitting, input: { sitting: "", beats: beatsOf([[60, 95]]) } });
  // Who only asks for the video's addresses is told them, and no more is done.
  await findPlayback(ctx, { course: course.slug, lesson: lesson.slug });
  expect(await completions()).toEqual([]);
  expect(await load()).toMatchObject({ lesson: { completed: true }, progress: { finished: true } });
  expect(await completions()).toMatchObject([{ cause: "watched" }]);
});

test("nobody completes a lecture by saying that it was watched", async () => {
  const { ctx, enrolmentId, lessonId, play, completions } = await scene();
  await play([0, 50]);
  expect(await completeWatched(ctx, { enrolmentId, lessonId })).toBe(false);
  const said = completeLesson(ctx, { enrolmentId, lessonId, cause: "watched" });
  await expect(said).rejects.toMatchObject({ code: "notWatched" });
  expect(await completions()).toEqual([]);
});

test("another learner's sitting, and one whose time is over, are 404 and earn nothing", async () => {
  const [mine, hers] = [await scene(), await scene()];
  const beats = mine.beatsOf([[0, 15]]);
  const stolen = recordBeats(mine.ctx, { sitting: hers.sitting.token, beats });
  await expect(stolen).rejects.toMatchObject({ status: 404 });
  const later = { ...mine.ctx, clock: { now: () => new Date(mine.ctx.clock.now().getTime() + 31 * 24 * HOUR) } };
  await expect(recordBeats(later, { sitting: mine.sitting.token, beats })).rejects.toMatchObject({ status: 404 });
  await expect(recordBeats(mine.ctx, { sitting: "nonsense", beats })).rejects.toMatchObject({ status: 404 });
  expect(
    await database.db.watching.count({ where: { enrolmentId: { in: [mine.enrolmentId, hers.enrolmentId] } } }),
  ).toBe(0);
});

test("her own release says how long the lecture is and how much of it is enough, whatever came later", async () => {
  const { play, completions, course, lesson, lessonId, ctx, enrolmentId } = await scene();
  await play([0, 89]);
  const publish = async (number: number, lengthSeconds: number, thresholdPercent: number) => {
    const { id: releaseId } = await createRelease(database.db, { courseId: course.id, number, lessons: [lesson] });
    const shown = { courseId: course.id, releaseId, lessonId, lengthSeconds, thresholdPercent };
    await createReleaseLecture(database.db, shown);
    await database.db.course.update({ where: { id: course.id }, data: { currentReleaseId: releaseId } });
  };
  await publish(2, 40, 50);
  await publish(3, LENGTH, 50);
  expect(await completeWatched(ctx, { enrolmentId, lessonId })).toBe(false);
  await play([89, 90]);
  expect(await completions()).toHaveLength(1);
});

test("a lecture that a later release brought is completed as that release has it", async () => {
  const { course, lesson: first, ctx, enrolmentId } = await scene();
  const lesson = { ...first, id: randomUUID(), slug: "later" };
  const { id: releaseId } = await createRelease(database.db, {
    courseId: course.id,
    number: 2,
    lessons: [first, lesson],
  });
  const of = { lengthSeconds: 50, thresholdPercent: 50 };
  await createReleaseLecture(database.db, { courseId: course.id, releaseId, lessonId: lesson.id, ...of });
  await database.db.course.update({ where: { id: course.id }, data: { currentReleaseId: releaseId } });
  const sitting = { userId: ctx.actor.id, enrolmentId, lessonId: lesson.id, ...of };
  const { token } = await createSitting(sitting, { openedAt: new Date(ctx.clock.now().getTime() - HOUR) });
  const beats = [{ from: 0, to: 25, start: 0, end: 25_000 }];
  expect(await recordBeats(ctx, { sitting: token, beats })).toMatchObject({ share: 0.5, completed: true });
});

test("a lesson that is no lecture is not completed by watching", async () => {
  const { ctx, enrolmentId } = await scene();
  const unknown = completeWatched(ctx, { enrolmentId, lessonId: randomUUID() });
  await expect(unknown).rejects.toMatchObject({ status: 404 });
});
