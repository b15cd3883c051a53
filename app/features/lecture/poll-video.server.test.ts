import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { log } from "#app/platform/log/log.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createLecture } from "#tests/factories/lecture.ts";
import { createPerson } from "#tests/factories/person.ts";
import { type FakeMux, startMux } from "#tests/fakes/mux.ts";
import { setMuxKeys, unsetMuxKeys } from "#tests/fakes/mux-keys.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginUpload } from "./begin-upload.server.ts";
import { noteArrived } from "./note-arrived.server.ts";
import { pollVideoHandler, pollWaitMs } from "./poll-video.server.ts";

const database = openTestDatabase();
let mux: FakeMux;
beforeAll(async () => {
  mux = await startMux();
});
afterAll(() => mux.stop());
beforeEach(() => {
  setMuxKeys(mux);
  mux.away = false;
});

const origin = "https://academy.example";
const now = new Date();

async function aLesson() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { lesson } = await createLecture(db, { courseId: course.id, video: null });
  const ctx = contextOf(db, await createPerson(db, { role: "admin" }), { now });
  const begin = () =>
    beginUpload(ctx, { course: course.slug, lessonId: lesson.id, fileName: "lecture.mp4", bytes: 1_000, origin });
  const video = () => db.video.findFirstOrThrow({ where: { lessonId: lesson.id } });
  return { ctx, begin, video };
}

type Waiting = { payload: { videoId: string; asked: number; state: string }; inSeconds: number };

async function waiting(videoId: string): Promise<Waiting[]> {
  const { rows } = await database.connections.query<Waiting>(
    `select j.payload, round(extract(epoch from j.run_at - $2::timestamptz))::int as "inSeconds"
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'poll-video' and j.payload->>'videoId' = $1 and j.key is not null`,
    [videoId, now],
  );
  return rows;
}

/** Does the question that waits, as the worker would once its time has come; returns the one that waits then. */
async function ask(videoId: string): Promise<Waiting | undefined> {
  const [job] = await waiting(videoId);
  if (!job) throw new Error("No question waits");
  await database.connections.query(`select graphile_worker.remove_job($1)`, [`poll-video:${videoId}`]);
  await pollVideoHandler.handle({ db: database.db, clock: { now: () => now }, log }, job.payload);
  const [next, ...more] = await waiting(videoId);
  expect(more).toEqual([]);
  return next;
}

test("an upload to Mux is asked after from its second minute on, later each time, until it is ready", async () => {
  const { begin, video } = await aLesson();
  const { videoId } = await begin();
  expect(await waiting(videoId)).toMatchObject([{ payload: { asked: 0, state: "uploading" }, inSeconds: 60 }]);
  expect(await ask(videoId)).toMatchObject({ payload: { asked: 1 }, inSeconds: 120 });
  const assetId = mux.receive((await video()).muxUploadId ?? "");
  expect(await ask(videoId)).toMatchObject({ payload: { asked: 0, state: "processing" }, inSeconds: 60 });
  mux.finish(assetId);
  expect(await ask(videoId)).toBeUndefined();
  expect((await video()).state).toBe("ready");
});

test("who has sent the last byte need not wait a minute for Mux to be asked", async () => {
  const { ctx, begin, video } = await aLesson();
  const { videoId } = await begin();
  mux.receive((await video()).muxUploadId ?? "");
  await noteArrived(ctx, { videoId });
  expect(await waiting(videoId)).toMatchObject([{ inSeconds: 3 }]);
  expect(await ask(videoId)).toMatchObject({ payload: { asked: 0, state: "processing" }, inSeconds: 60 });
  const stranger = contextOf(database.db, await createPerson(database.db), { now });
  await expect(noteArrived(stranger, { videoId })).rejects.toMatchObject({ status: 404 });
});

test("while Mux is away nothing is lost: it is asked again, and the state catches up", async () => {
  const { begin, video } = await aLesson();
  const { videoId } = await begin();
  const assetId = mux.receive((await video()).muxUploadId ?? "");
  mux.finish(assetId);
  mux.away = true;
  expect(await ask(videoId)).toMatchObject({ payload: { asked: 1, state: "uploading" } });
  mux.away = false;
  expect(await ask(videoId)).toBeUndefined();
  expect((await video()).state).toBe("ready");
});

test("an upload that begins while Mux is away is refused in words, waits, and begins when it is asked again", async () => {
  const { begin, video } = await aLesson();
  mux.away = true;
  await expect(begin()).rejects.toMatchObject({ status: 503, messageKey: "video:errors.providerAway" });
  const kept = await video();
  expect(kept).toMatchObject({ state: "uploading", provider: "mux", muxUploadId: null });
  mux.away = false;
  const { videoId, protocol } = await begin();
  expect({ videoId, protocol }).toEqual({ videoId: kept.id, protocol: "mux" });
  expect((await video()).muxUploadId).not.toBeNull();
});

test("two who begin the same upload at once are sent to the same address", async () => {
  const { begin } = await aLesson();
  const [one, other] = await Promise.all([begin(), begin()]);
  expect(one).toEqual(other);
});

test("a video at Mux waits where the keys of Mux were taken away, and is not taken for lost", async () => {
  const { begin, video } = await aLesson();
  const { videoId } = await begin();
  unsetMuxKeys();
  expect(await ask(videoId)).toMatchObject({ payload: { asked: 1 } });
  expect((await video()).state).toBe("uploading");
});

test("what we keep ourselves is not asked after", async () => {
  unsetMuxKeys();
  const { begin, video } = await aLesson();
  const { videoId, protocol } = await begin();
  expect(protocol).toBe("tus");
  expect((await video()).provider).toBe("local");
  expect(await waiting(videoId)).toEqual([]);
});

test("the wait grows from a minute to ten", () => {
  expect([0, 1, 2, 3, 4, 50].map(pollWaitMs)).toEqual([60_000, 120_000, 240_000, 480_000, 600_000, 600_000]);
});
