import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { env } from "#app/platform/env/env.server.ts";
import { guestContext } from "#tests/factories/context.ts";
import { createCourse, createRelease } from "#tests/factories/course.ts";
import { createVideo } from "#tests/factories/lecture.ts";
import { type FakeMux, startMux } from "#tests/fakes/mux.ts";
import { setMuxKeys } from "#tests/fakes/mux-keys.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findVideoFile } from "./find-video-file.server.ts";
import { muxProvider } from "./mux/mux-provider.server.ts";
import { ProviderAway } from "./provider-away.ts";
import { pushCaptions, pushCaptionsOf } from "./push-captions.server.ts";

const database = openTestDatabase();
let mux: FakeMux;
beforeAll(async () => {
  mux = await startMux();
});
afterAll(() => mux.stop());
beforeEach(() => {
  setMuxKeys(mux);
  mux.away = false;
  env.PUBLIC_URL = "https://academy.example/";
});

/** A lecture of a released course whose video is at Mux, with captions in Arabic. */
async function released() {
  const { db } = database;
  const lessons = [{ id: randomUUID(), slug: "lecture", required: true, preview: false }];
  const { course, release } = await createCourse(db, { lessons });
  const fields = { fileName: "a.mp4", bytes: 1_000, muxAssetId: null, muxPlaybackId: null, posterSha256: null };
  const begun = await muxProvider(mux.config).beginUpload({
    video: { id: randomUUID(), ...fields, muxUploadId: null, renditions: [] },
    origin: "https://academy.example",
  });
  const muxAssetId = mux.receive(begun.muxUploadId ?? "");
  mux.finish(muxAssetId);
  const video = await createVideo(db, { courseId: course.id, provider: "mux", muxAssetId });
  const lessonId = lessons[0]?.id ?? "";
  const body = { lessonId, videoId: video.id, lengthSeconds: 60, thresholdPercent: 90, chapters: [], slides: [] };
  const show = async (releaseId: string, vtt: string) => {
    const sha256 = createHash("sha256").update(vtt).digest("hex");
    await db.captionText.create({ data: { sha256, vtt } });
    await db.releaseLecture.create({
      data: { ...body, releaseId, captions: { create: [{ locale: "ar", captionSha256: sha256 }] } },
    });
  };
  await show(release.id, `WEBVTT\n\nNOTE ${course.id}`);
  /** A second release, in which the captions have changed. */
  const releaseAgain = async () => {
    const next = await createRelease(db, { courseId: course.id, number: 2, lessons });
    await show(next.id, `WEBVTT\n\nNOTE 2 ${course.id}`);
    await db.course.update({ where: { id: course.id }, data: { currentReleaseId: next.id } });
  };
  const tracks = () => mux.state.assets.get(muxAssetId)?.tracks?.filter(({ type }) => type === "text") ?? [];
  return { videoId: video.id, releaseAgain, tracks };
}

test("captions of the current release reach Mux, are replaced when they change, and sent once", async () => {
  const { videoId, releaseAgain, tracks } = await released();
  await pushCaptions(database, { videoId });
  const [first] = tracks();
  expect(first).toMatchObject({ language_code: "ar", name: "العربية", closed_captions: true });
  await pushCaptions(database, { videoId });
  expect(tracks()).toEqual([first]);
  await releaseAgain();
  await pushCaptions(database, { videoId });
  expect(tracks()).toHaveLength(1);
  expect(tracks()[0]?.passthrough).not.toBe(first?.passthrough);
  expect(mux.problems).toEqual([]);
});

test("Mux fetches a text from an address of ours that needs no sign-in and opens to nothing else", async () => {
  const { videoId, tracks } = await released();
  await pushCaptions(database, { videoId });
  const address = new URL(mux.state.fetched.at(-1) ?? "");
  expect(address.origin).toBe("https://academy.example");
  const [, , video = "", file = ""] = address.pathname.split("/");
  expect(file).toBe(`${tracks()[0]?.passthrough}.vtt`);
  const token = address.searchParams.get("token") ?? "";
  const open = (change: { file?: string; token?: string }) =>
    findVideoFile(guestContext(database.db), { video, file, token, ...change });
  expect((await open({})).contentType).toContain("text/vtt");
  await expect(open({ file: `${"0".repeat(64)}.vtt` })).rejects.toMatchObject({ status: 404 });
  await expect(open({ token: token.slice(0, -4) })).rejects.toMatchObject({ status: 404 });
});

test("without a public address nothing is pushed, for Mux could not fetch it", async () => {
  env.PUBLIC_URL = undefined;
  const { videoId, tracks } = await released();
  await pushCaptions(database, { videoId });
  expect(tracks()).toEqual([]);
});

test("while Mux is away pushing fails as such, so that its job is tried again", async () => {
  const { videoId, tracks } = await released();
  mux.away = true;
  await expect(pushCaptions(database, { videoId })).rejects.toBeInstanceOf(ProviderAway);
  mux.away = false;
  await pushCaptions(database, { videoId });
  expect(tracks()).toHaveLength(1);
});

test("a release adds one job for each video at Mux and none for those that we keep", async () => {
  const { videoId } = await released();
  const { course } = await createCourse(database.db);
  const local = await createVideo(database.db, { courseId: course.id });
  await pushCaptionsOf(database.db, [videoId, local.id]);
  await pushCaptionsOf(database.db, [videoId]);
  const { rows } = await database.connections.query<{ key: string }>(
    `select key from graphile_worker.jobs where key like 'push-captions:%'`,
  );
  expect(rows).toEqual([{ key: `push-captions:${videoId}` }]);
});
