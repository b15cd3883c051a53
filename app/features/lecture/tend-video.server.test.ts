import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createVideo } from "#tests/factories/lecture.ts";
import { createPerson } from "#tests/factories/person.ts";
import { type FakeMux, startMux } from "#tests/fakes/mux.ts";
import { setMuxKeys, unsetMuxKeys } from "#tests/fakes/mux-keys.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findWaitingVideos } from "./find-waiting-videos.server.ts";
import { giveUpVideo, tryVideoAgain } from "./tend-video.server.ts";

const database = openTestDatabase();
let mux: FakeMux;
beforeAll(async () => {
  mux = await startMux();
});
afterAll(() => mux.stop());
beforeEach(async () => {
  setMuxKeys(mux);
  mux.away = false;
  await database.db.video.deleteMany();
});

const now = new Date("2026-11-20T12:00:00Z");

async function scene() {
  const { db } = database;
  const { course } = await createCourse(db);
  const admin = contextOf(db, await createPerson(db, { role: "admin" }), { now });
  const learner = contextOf(db, await createPerson(db), { now });
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const video = (change: Partial<Parameters<typeof createVideo>[1]> & { minutes?: number }) => {
    const { minutes = 0, ...rest } = change;
    return createVideo(db, { courseId: course.id, durationMs: null, updatedAt: ago(minutes), ...rest });
  };
  return { admin, learner, video, course };
}

const jobsOf = async (videoId: string) => {
  const { rows } = await database.connections.query<{ name: string }>(
    `select t.identifier as name from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where j.payload::text like '%' || $1 || '%' order by 1`,
    [videoId],
  );
  return rows.map(({ name }) => name);
};

const auditOf = (subjectId: string) =>
  database.db.auditEntry.findMany({ where: { subjectId }, select: { action: true, actorId: true, before: true } });

test("an admin sees what waits, is stuck or failed, longest first, and nothing of what is ready or given up", async () => {
  const { admin, video, course } = await scene();
  await video({ state: "ready", durationMs: 60_000 });
  await video({ state: "cancelled" });
  const failed = await video({ state: "failed", failure: "notVideo", minutes: 5 });
  const processing = await video({ state: "processing", minutes: 59 });
  const stuck = await video({ state: "processing", minutes: 60 });
  const sending = await video({ state: "uploading", minutes: 600 });
  const left = await video({ state: "uploading", minutes: 24 * 60 });
  const { videos } = await findWaitingVideos(admin);
  expect(videos.map(({ id, stuck: isStuck, minutes }) => [id, isStuck, minutes])).toEqual([
    [left.id, true, 1_440],
    [sending.id, false, 600],
    [stuck.id, true, 60],
    [processing.id, false, 59],
    [failed.id, false, 5],
  ]);
  expect(videos.at(-1)).toMatchObject({ failure: "notVideo", course: course.slug, fileName: "minute.mp4" });
});

test("each keeper says whether it answers, and which one takes new videos", async () => {
  const { admin, video } = await scene();
  await video({ state: "ready", durationMs: 60_000, provider: "mux" });
  const states = async () =>
    (await findWaitingVideos(admin)).providers.map(({ name, state, chosen, videos }) => [name, state, chosen, videos]);
  expect(await states()).toEqual([
    ["mux", "ready", true, 1],
    ["local", "ready", false, 0],
  ]);
  mux.away = true;
  expect((await states())[0]).toEqual(["mux", "away", true, 1]);
  unsetMuxKeys();
  expect(await states()).toEqual([
    ["local", "ready", true, 0],
    ["mux", "unset", false, 1],
  ]);
  await database.db.video.deleteMany();
  expect(await states()).toEqual([["local", "ready", true, 0]]);
});

test("when Mux was last heard of is said, and that it is not listened to without its secret", async () => {
  const { admin } = await scene();
  const webhooks = async () => (await findWaitingVideos(admin)).providers[0]?.webhooks;
  expect(await webhooks()).toEqual({ believed: true, lastAt: null });
  await database.db.muxEvent.create({ data: { id: "event", type: "video.asset.ready", receivedAt: now } });
  expect(await webhooks()).toEqual({ believed: true, lastAt: now });
  setMuxKeys({ ...mux, config: { ...mux.config, webhookSecret: undefined } });
  expect(await webhooks()).toMatchObject({ believed: false });
});

test("a failed video that is tried again is being prepared, asked after by its keeper, and the act written down", async () => {
  const { admin, video } = await scene();
  const local = await video({ state: "failed", failure: "notVideo" });
  const remote = await video({ state: "failed", failure: "providerFailed", provider: "mux" });
  for (const { id } of [local, remote]) await tryVideoAgain(admin, { videoId: id });
  const states = await database.db.video.findMany({ select: { state: true, failure: true } });
  expect(states).toEqual([
    { state: "processing", failure: null },
    { state: "processing", failure: null },
  ]);
  expect(await jobsOf(local.id)).toEqual(["settle-video"]);
  expect(await jobsOf(remote.id)).toEqual(["poll-video"]);
  expect(await auditOf(local.id)).toEqual([
    { action: "video.retry", actorId: admin.actor.id, before: { state: "failed", failure: "notVideo" } },
  ]);
});

test("a video that is given up is cancelled with what came of it, once, and the act written down", async () => {
  const { admin, video } = await scene();
  const { id } = await video({ state: "uploading", provider: "mux" });
  for (let i = 0; i < 2; i += 1) await giveUpVideo(admin, { videoId: id });
  expect(await database.db.video.findUnique({ where: { id }, select: { state: true } })).toEqual({
    state: "cancelled",
  });
  expect(await jobsOf(id)).toEqual(["drop-video"]);
  expect(await auditOf(id)).toEqual([
    { action: "video.giveUp", actorId: admin.actor.id, before: { state: "uploading", failure: null } },
  ]);
  await tryVideoAgain(admin, { videoId: id });
  expect(await jobsOf(id)).toEqual(["drop-video"]);
});

test("a video that can be watched is neither asked after nor given up", async () => {
  const { admin, video } = await scene();
  const { id } = await video({ state: "ready", durationMs: 60_000 });
  await tryVideoAgain(admin, { videoId: id });
  await expect(giveUpVideo(admin, { videoId: id })).rejects.toMatchObject({ code: "videoReady" });
  expect(await jobsOf(id)).toEqual([]);
  expect(await auditOf(id)).toEqual([]);
});

test("for anybody but an admin there is nothing here", async () => {
  const { learner, video } = await scene();
  const { id } = await video({ state: "failed", failure: "lost" });
  for (const act of [
    () => findWaitingVideos(learner),
    () => tryVideoAgain(learner, { videoId: id }),
    () => giveUpVideo(learner, { videoId: id }),
  ]) {
    await expect(act()).rejects.toMatchObject({ status: 404 });
  }
  expect(await database.db.video.findUnique({ where: { id }, select: { state: true } })).toEqual({ state: "failed" });
});
