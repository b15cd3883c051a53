import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { log } from "#app/platform/log/log.server.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createLecture } from "#tests/factories/lecture.ts";
import { createPerson } from "#tests/factories/person.ts";
import { minuteBytes } from "#tests/factories/video-file.ts";
import { type FakeMux, startMux } from "#tests/fakes/mux.ts";
import { localHarness, muxHarness } from "#tests/fakes/provider-harness.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginUpload } from "./begin-upload.server.ts";
import { cancelUpload } from "./cancel-upload.server.ts";
import { dropVideoHandler } from "./drop-video.server.ts";
import { providedVideoColumns, toProvidedVideo } from "./provided-video.server.ts";
import { removeVideo } from "./remove-video.server.ts";
import { settleVideo } from "./settle-video.server.ts";
import { signPlayback } from "./sign-playback.server.ts";
import { chosenProvider, providerOf } from "./video-providers.server.ts";

const database = openTestDatabase();
let mux: FakeMux;
beforeAll(async () => {
  mux = await startMux();
});
afterAll(() => mux.stop());

const size = minuteBytes().length;
const HOUR = 3_600_000;

describe.each([localHarness, muxHarness(() => mux)])("$name", (harness) => {
  beforeEach(() => harness.choose());

  /** Somebody who may upload, and an upload that she has begun. */
  async function begun() {
    const { db } = database;
    const { course } = await createCourse(db);
    const { lesson } = await createLecture(db, { courseId: course.id, video: null });
    const ctx = { ...contextOf(db, await createPerson(db, { role: "admin" })), clock: { now: () => new Date() } };
    const input = { course: course.slug, lessonId: lesson.id, fileName: "lecture.mp4", bytes: size };
    const begin = () => beginUpload(ctx, { ...input, origin: "https://academy.example" });
    const upload = await begin();
    const { videoId } = upload;
    const row = () => db.video.findUniqueOrThrow({ where: { id: videoId }, select: providedVideoColumns });
    const provided = async () => toProvidedVideo(await row());
    return { ctx, begin, upload, videoId, row, provided };
  }

  /** The same with a video that can be watched. */
  async function ready() {
    const made = await begun();
    await harness.send(made.ctx, { ...made.upload, from: 0, to: size });
    harness.work(await made.row());
    expect(await settleVideo(database, { videoId: made.videoId })).toBe("ready");
    return made;
  }

  /** Does what waits in the queue for a video to be dropped. */
  async function drop(videoId: string) {
    const { rows } = await database.connections.query<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'drop-video' and payload::text like '%' || $1 || '%'`,
      [videoId],
    );
    const context = { db: database.db, clock: { now: () => new Date() }, log };
    for (const { payload } of rows) await dropVideoHandler.handle(context, payload);
    return rows.length;
  }

  const signed = (videoId: string, watcher: string | null, inMs = HOUR) =>
    signPlayback(database, {
      videoId,
      watcher,
      expiresAt: new Date(Date.now() + inMs),
      captions: [],
      slides: [],
    });

  test("it is the one chosen, and answers", async () => {
    expect(chosenProvider().name).toBe(harness.name);
    await chosenProvider().check();
  });

  test("an upload begun again is the same one, and its bytes may come in parts", async () => {
    const { ctx, begin, upload, videoId, row } = await begun();
    const half = Math.floor(size / 2 / 262_144) * 262_144 || Math.floor(size / 2);
    expect(await harness.send(ctx, { ...upload, from: 0, to: half })).toBe(true);
    expect(await begin()).toEqual(upload);
    expect(await settleVideo(database, { videoId })).toBe("uploading");
    expect(await harness.send(ctx, { ...upload, from: half, to: size })).toBe(true);
    expect(await settleVideo(database, { videoId })).not.toBe("uploading");
    harness.work(await row());
    expect(await settleVideo(database, { videoId })).toBe("ready");
  });

  test("a video that is ready says its length and the size of each form, the best first and sound last", async () => {
    const { provided, row } = await ready();
    expect((await row()).durationMs).toBeGreaterThan(59_000);
    expect((await row()).durationMs).toBeLessThan(61_000);
    const { renditions } = await provided();
    expect(renditions[0]).toMatchObject({ name: "original", contentType: "video/mp4" });
    for (const { bytes, bitsPerSecond } of renditions) {
      expect(bytes).toBeGreaterThan(0);
      expect(bitsPerSecond).toBeGreaterThan(0);
    }
    const audio = renditions.findIndex(({ name }) => name === "audio");
    expect([-1, renditions.length - 1]).toContain(audio);
  });

  test("asked again, however often, it says the same", async () => {
    const { videoId, row } = await ready();
    const before = await row();
    for (let i = 0; i < 3; i += 1) expect(await settleVideo(database, { videoId })).toBe("ready");
    expect(await row()).toEqual(before);
  });

  test("its addresses open to who may have them, whole and in part, and to no forged or changed one", async () => {
    const { ctx, videoId } = await ready();
    const { qualities, expiresAt } = await signed(videoId, ctx.actor.id);
    expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now());
    const src = qualities[0]?.src ?? "";
    expect(await harness.fetch(ctx, src)).toBeGreaterThan(4);
    expect(await harness.fetch(ctx, src, [0, 4])).toBe(4);
    const [bare, token = ""] = src.split("?token=");
    const other = (await ready()).videoId;
    const foreign = (await signed(other, ctx.actor.id)).qualities[0]?.src.split("?token=")[1] ?? "";
    const [head = "", claims = "", signature = ""] = token.split(".");
    const forged = [head, claims, Buffer.from("forged").toString("base64url")].join(".");
    const none = [Buffer.from('{"alg":"none"}').toString("base64url"), claims, ""].join(".");
    expect(signature).not.toBe("");
    for (const wrong of ["", forged, none, foreign]) {
      expect(await harness.fetch(ctx, `${bare}?token=${wrong}`)).toBeUndefined();
    }
  });

  test("an address that has ended opens to nobody", async () => {
    const { ctx, videoId } = await ready();
    const { qualities, poster, storyboard, adaptive } = await signed(videoId, ctx.actor.id, -1_000);
    for (const address of [poster, storyboard, adaptive, ...qualities.map(({ src }) => src)]) {
      if (address) expect(await harness.fetch(ctx, address)).toBeUndefined();
    }
  });

  test("the address of a free preview opens to a guest", async () => {
    const { videoId } = await ready();
    const { qualities } = await signed(videoId, null);
    expect(await harness.fetch(guestContext(database.db), qualities[0]?.src ?? "")).toBeGreaterThan(4);
  });

  test("captions can be told of, and told of again", async () => {
    const { row, provided } = await ready();
    const video = await provided();
    for (const vtt of ["WEBVTT\n\n1", "WEBVTT\n\n1", "WEBVTT\n\n2"]) {
      await providerOf(await row()).pushCaptions({ video, captions: [{ locale: "ar", vtt }] });
    }
  });

  test("what is no video fails, and says why", async () => {
    const { ctx, upload, videoId, row } = await begun();
    await harness.send(ctx, { ...upload, from: 0, to: size, nonsense: true });
    harness.work(await row(), { broken: true });
    expect(await settleVideo(database, { videoId })).toBe("failed");
    expect(await database.db.video.findUnique({ where: { id: videoId }, select: { failure: true } })).toEqual({
      failure: "notVideo",
    });
  });

  test("an upload that was given up takes no more bytes, and stays so however often it is given up", async () => {
    const { ctx, upload, videoId, row, provided } = await begun();
    await cancelUpload(ctx, { videoId });
    expect(await drop(videoId)).toBe(1);
    await cancelUpload(ctx, { videoId });
    await providerOf(await row()).cancelUpload(await provided());
    expect(await harness.send(ctx, { ...upload, from: 0, to: size })).toBe(false);
    expect(await settleVideo(database, { videoId })).toBe("cancelled");
  });

  test("what was removed opens to nobody any more, and may be removed again", async () => {
    const { ctx, videoId, row, provided } = await ready();
    const { qualities } = await signed(videoId, ctx.actor.id);
    const [provider, video] = [providerOf(await row()), await provided()];
    await database.db.lecture.updateMany({ where: { videoId }, data: { videoId: null, lengthSeconds: null } });
    await removeVideo(ctx, { videoId });
    expect(await drop(videoId)).toBe(1);
    await provider.remove(video);
    for (const { src } of qualities) expect(await harness.fetch(ctx, src)).toBeUndefined();
  });
});

test("nothing was asked of Mux that its contract does not take", () => {
  expect(mux.asked.length).toBeGreaterThan(0);
  expect(mux.problems).toEqual([]);
});
