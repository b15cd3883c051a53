import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { settleVideo } from "#app/features/lecture/settle-video.server.ts";
import { signPlayback } from "#app/features/lecture/sign-playback.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createUploadScene } from "#tests/factories/upload-request.ts";
import { openTestFfmpeg } from "#tests/fakes/ffmpeg.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findVideoFile } from "../find-video-file.server.ts";
import { removeVideo } from "../remove-video.server.ts";
import { retryVideo } from "../retry-video.server.ts";
import { makeRenditions } from "./make-renditions.server.ts";
import { fileKey } from "./video-files.ts";

const database = openTestDatabase();
const ffmpeg = openTestFfmpeg();
const fixture = (name: string) => new URL(`../../../../tests/fixtures/video/${name}`, import.meta.url).pathname;

/** A video whose file has come and was not looked at yet. */
async function createArrived(db: Db, name: string) {
  const scene = await createUploadScene(db);
  const path = fixture(name);
  const bytes = BigInt(readFileSync(path).length);
  const owner = { courseId: scene.course.id, lessonId: scene.lesson.id };
  const { id } = await db.video.create({
    data: { ...owner, provider: "local", state: "processing", fileName: name, bytes },
  });
  await largeFiles().put(fileKey(id, "original"), { path, contentType: "video/mp4" });
  return { ...scene, videoId: id };
}

const renditionsOf = (db: Db, videoId: string) =>
  db.videoRendition.findMany({ where: { videoId }, orderBy: { name: "asc" } });

test("without ffmpeg a video that browsers play is ready as it was uploaded", async () => {
  const { db } = database;
  await ffmpeg.be("absent");
  const { videoId } = await createArrived(db, "minute.mp4");
  expect(await settleVideo({ db }, { videoId })).toBe("ready");
  await makeRenditions({ db, log }, { videoId });
  expect(await renditionsOf(db, videoId)).toMatchObject([{ name: "original", playlist: null }]);
});

test("with ffmpeg it has smaller forms, its sound alone, a playlist and a poster besides", async () => {
  const { db } = database;
  await ffmpeg.be("working");
  const { videoId } = await createArrived(db, "minute.mp4");
  expect(await settleVideo({ db }, { videoId })).toBe("ready");
  await makeRenditions({ db, log }, { videoId });
  const made = await renditionsOf(db, videoId);
  expect(made.map(({ name, contentType }) => [name, contentType])).toEqual([
    ["360p", "video/mp4"],
    ["audio", "audio/mp4"],
    ["original", "video/mp4"],
  ]);
  expect(made[0]?.playlist).toContain('#EXT-X-MAP:URI="{file}",BYTERANGE="1328@0"');
  expect(await db.video.findUniqueOrThrow({ where: { id: videoId } })).toMatchObject({
    state: "ready",
    posterSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test("the playlists lead a watcher to the bytes by addresses of her own", async () => {
  const { db } = database;
  await ffmpeg.be("working");
  const { videoId } = await createArrived(db, "minute.mp4");
  await settleVideo({ db }, { videoId });
  await makeRenditions({ db, log }, { videoId });
  const ctx = contextOf(db, await createPerson(db));
  const expiresAt = new Date(Date.now() + 60_000);
  const watcher = ctx.actor.id;
  const { adaptive, poster } = await signPlayback(ctx, { videoId, watcher, expiresAt, captions: [], slides: [] });
  const open = async (address: string | undefined | null, as = ctx) => {
    const url = new URL(address ?? "", "https://academy.example");
    const [, , video = "", file = ""] = url.pathname.split("/");
    const found = await findVideoFile(as, { video, file, token: url.searchParams.get("token") ?? "" });
    return { ...found, body: Buffer.from(await new Response(found.stream(0, found.bytes)).arrayBuffer()) };
  };
  const master = await open(adaptive);
  expect(master.contentType).toBe("application/vnd.apple.mpegurl");
  const [variant] = /^\/video\/.*$/m.exec(master.body.toString()) ?? [];
  const playlist = await open(variant);
  const [segment] = /^\/video\/.*$/m.exec(playlist.body.toString()) ?? [];
  expect((await open(segment)).body.equals(readFileSync(fixture("minute-fragments.mp4")))).toBe(true);
  expect((await open(poster)).contentType).toBe("image/jpeg");
  const stranger = contextOf(db, await createPerson(db));
  for (const address of [adaptive, variant, segment, poster]) {
    await expect(open(address, stranger)).rejects.toMatchObject({ status: 404 });
  }
});

test("a video that browsers do not play fails without ffmpeg, and is made to play once it is there", async () => {
  const { db } = database;
  await ffmpeg.be("absent");
  const { videoId, ctx } = await createArrived(db, "old-codec.mp4");
  expect(await settleVideo({ db }, { videoId })).toBe("failed");
  expect(await db.video.findUniqueOrThrow({ where: { id: videoId } })).toMatchObject({ failure: "unplayable" });
  await ffmpeg.be("working");
  await retryVideo(ctx, { videoId });
  expect(await settleVideo({ db }, { videoId })).toBe("processing");
  await makeRenditions({ db, log }, { videoId });
  expect(await db.video.findUniqueOrThrow({ where: { id: videoId } })).toMatchObject({ state: "ready", failure: null });
  expect(await renditionsOf(db, videoId)).toMatchObject([{ name: "360p" }]);
});

test("a video of which nothing can be made says so, and one that played before goes on to", async () => {
  const { db } = database;
  await ffmpeg.be("failing");
  const odd = await createArrived(db, "old-codec.mp4");
  await settleVideo({ db }, odd);
  await makeRenditions({ db, log }, odd);
  expect(await db.video.findUniqueOrThrow({ where: { id: odd.videoId } })).toMatchObject({ failure: "unplayable" });
  const good = await createArrived(db, "minute.mp4");
  await settleVideo({ db }, good);
  await expect(makeRenditions({ db, log }, good)).rejects.toThrow("it cannot be decoded");
  expect(await db.video.findUniqueOrThrow({ where: { id: good.videoId } })).toMatchObject({ state: "ready" });
});

test("what is made of a video that was removed meanwhile is not kept", async () => {
  const { db } = database;
  await ffmpeg.be("working");
  const { videoId, ctx } = await createArrived(db, "minute.mp4");
  await settleVideo({ db }, { videoId });
  const files = largeFiles();
  const put = vi.spyOn(files, "put");
  put.mockImplementationOnce(async (key, file) => {
    await removeVideo(ctx, { videoId });
    put.mockRestore();
    await files.put(key, file);
  });
  await makeRenditions({ db, log }, { videoId });
  for (const name of ["360p", "audio"] as const) expect(await files.find(fileKey(videoId, name))).toBeUndefined();
});

test("a store that does not answer is not taken for a video of which nothing can be made", async () => {
  const { db } = database;
  await ffmpeg.be("working");
  const { videoId } = await createArrived(db, "old-codec.mp4");
  const put = vi.spyOn(largeFiles(), "put").mockRejectedValueOnce(new Error("the store is away"));
  await expect(makeRenditions({ db, log }, { videoId })).rejects.toThrow("the store is away");
  put.mockRestore();
  expect(await db.video.findUniqueOrThrow({ where: { id: videoId } })).toMatchObject({ state: "processing" });
});
