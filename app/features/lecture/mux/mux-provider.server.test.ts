import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ProviderAway } from "#app/features/lecture/provider-away.ts";
import type { ProvidedVideo } from "#app/features/lecture/video-provider.ts";
import { type FakeMux, startMux } from "#tests/fakes/mux.ts";
import { muxProvider } from "./mux-provider.server.ts";

let mux: FakeMux;
beforeAll(async () => {
  mux = await startMux();
});
afterAll(() => mux.stop());
beforeEach(() => {
  mux.problems.length = 0;
  mux.asked.length = 0;
  mux.away = false;
});

const provider = () =>
  muxProvider(mux.config, { addressOf: async ({ sha256 }) => `https://academy.example/captions/${sha256}` });

const origin = "https://academy.example";

function newVideo(change: Partial<ProvidedVideo> = {}): ProvidedVideo {
  const nothing = { muxUploadId: null, muxAssetId: null, muxPlaybackId: null, posterSha256: null };
  return { id: randomUUID(), fileName: "درس.mp4", bytes: 1_000, renditions: [], ...nothing, ...change };
}

/** A video whose bytes are at Mux. */
async function uploaded() {
  const video = newVideo();
  const { muxUploadId = null } = await provider().beginUpload({ video, origin });
  const muxAssetId = mux.receive(muxUploadId ?? "");
  return { ...video, muxUploadId, muxAssetId };
}

test("each request is one that Mux's contract takes: begin, ask, push, cancel and remove", async () => {
  const video = await uploaded();
  mux.finish(video.muxAssetId);
  await provider().readState(video);
  await provider().pushCaptions({ video, captions: [{ locale: "ar", vtt: "WEBVTT" }] });
  await provider().pushCaptions({ video, captions: [] });
  await provider().check();
  await provider().remove(video);
  const other = newVideo();
  const { muxUploadId = null } = await provider().beginUpload({ video: other, origin });
  await provider().cancelUpload({ ...other, muxUploadId });
  expect(mux.problems).toEqual([]);
  expect(new Set(mux.asked.map((line) => line.replace(/[0-9a-f]{40}/g, "ID")))).toEqual(
    new Set([
      "POST /video/v1/uploads",
      "GET /video/v1/uploads",
      "GET /video/v1/assets/ID",
      "POST /video/v1/assets/ID/tracks",
      "DELETE /video/v1/assets/ID/tracks/ID",
      "DELETE /video/v1/assets/ID",
      "GET /video/v1/uploads/ID",
      "PUT /video/v1/uploads/ID/cancel",
    ]),
  );
});

test("a request that the contract does not know is refused by it, so that the test above can fail", async () => {
  const answer = await fetch(`${mux.origin}/video/v1/uploads`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Basic YTpi" },
    body: JSON.stringify({ cors_origin: origin, new_asset_settings: { static_rendition: [] }, timeout: 1 }),
  });
  expect(answer.status).toBe(400);
  expect(mux.problems.join("\n")).toContain("static_rendition");
  expect(mux.problems.join("\n")).toContain("timeout");
});

test("a new upload asks for signed playback, for files of every quality, and carries our own id", async () => {
  const video = newVideo();
  const begun = await provider().beginUpload({ video, origin });
  expect(begun).toMatchObject({ protocol: "mux", address: expect.stringContaining("/bytes/") });
  const upload = mux.state.uploads.get(begun.muxUploadId ?? "");
  expect(upload).toMatchObject({ cors_origin: origin, timeout: 604_800 });
  expect(upload?.new_asset_settings).toMatchObject({ passthrough: video.id, playback_policies: ["signed"] });
  expect(upload?.new_asset_settings?.static_renditions?.map(({ resolution }) => resolution)).toEqual([
    "highest",
    "720p",
    "360p",
    "audio-only",
  ]);
});

test("an upload begun again goes on where it was, and anew where Mux gave it up", async () => {
  const video = newVideo();
  const first = await provider().beginUpload({ video, origin });
  const begun = { ...video, muxUploadId: first.muxUploadId ?? null };
  expect(await provider().beginUpload({ video: begun, origin })).toEqual(first);
  const upload = mux.state.uploads.get(first.muxUploadId ?? "");
  if (upload) mux.state.uploads.set(upload.id, { ...upload, status: "timed_out", url: undefined });
  const anew = await provider().beginUpload({ video: begun, origin });
  expect(anew.muxUploadId).not.toBe(first.muxUploadId);
});

test("the state follows the upload and then the asset, ready only when the sizes of its files are known", async () => {
  const video = newVideo();
  const read = (change: Partial<ProvidedVideo>) => provider().readState({ ...video, ...change });
  expect((await read({})).facts).toEqual({ state: "uploading" });
  const { muxUploadId = null } = await provider().beginUpload({ video, origin });
  expect(await read({ muxUploadId })).toEqual({ facts: { state: "uploading" } });
  const muxAssetId = mux.receive(muxUploadId ?? "");
  expect(await read({ muxUploadId })).toMatchObject({ facts: { state: "processing" }, muxAssetId });
  const made = mux.state.assets.get(muxAssetId);
  mux.finish(muxAssetId, { static_renditions: made?.static_renditions });
  expect((await read({ muxUploadId })).facts).toEqual({ state: "processing" });
  if (made) mux.state.assets.set(muxAssetId, made);
  mux.finish(muxAssetId);
  expect(await read({ muxUploadId })).toMatchObject({
    muxAssetId,
    muxPlaybackId: mux.state.assets.get(muxAssetId)?.playback_ids?.[0]?.id,
    facts: {
      state: "ready",
      durationMs: 60_000,
      width: 1_280,
      height: 720,
      renditions: [
        { name: "original", bytes: 7_200_000, height: 720, contentType: "video/mp4", storageKey: "highest.mp4" },
        { name: "360p", bytes: 3_600_000, height: 360 },
        { name: "audio", bytes: 900_000, height: null, contentType: "audio/mp4", storageKey: "audio.m4a" },
      ],
    },
  });
});

test.each([
  ["a file that is no video", { status: "errored" as const, errors: { type: "invalid_input" } }, "notVideo"],
  ["a fault at Mux", { status: "errored" as const, errors: { type: "internal_error" } }, "providerFailed"],
  ["sound without a picture", { tracks: [{ type: "audio" as const }] }, "noPicture"],
  ["a video of no length", { duration: undefined }, "notVideo"],
])("%s fails with a reason that a person can act on", async (_, change, failure) => {
  const video = await uploaded();
  mux.finish(video.muxAssetId, change);
  expect((await provider().readState(video)).facts).toEqual({ state: "failed", failure });
});

test("what Mux no longer has is said to be lost, and an upload that ended to have ended", async () => {
  const gone = newVideo({ muxUploadId: "a".repeat(40), muxAssetId: "b".repeat(40) });
  expect((await provider().readState(gone)).facts).toEqual({ state: "failed", failure: "lost" });
  const video = newVideo();
  const { muxUploadId = null } = await provider().beginUpload({ video, origin });
  const upload = mux.state.uploads.get(muxUploadId ?? "");
  if (!upload) throw new Error("There is no upload");
  mux.state.uploads.set(upload.id, { ...upload, status: "timed_out" });
  const { facts } = await provider().readState({ ...video, muxUploadId });
  expect(facts).toEqual({ state: "failed", failure: "uploadTimedOut" });
});

test("an upload cancelled as its last byte came leaves no asset behind, however often it is cancelled", async () => {
  const video = newVideo();
  const { muxUploadId = null } = await provider().beginUpload({ video, origin });
  const muxAssetId = mux.receive(muxUploadId ?? "");
  await provider().cancelUpload({ ...video, muxUploadId });
  await provider().cancelUpload({ ...video, muxUploadId });
  expect(mux.state.assets.has(muxAssetId)).toBe(false);
});

test("captions that changed are replaced, gone ones removed, right ones left alone", async () => {
  const video = await uploaded();
  mux.finish(video.muxAssetId);
  const push = (captions: Parameters<ReturnType<typeof provider>["pushCaptions"]>[0]["captions"]) =>
    provider().pushCaptions({ video, captions });
  const texts = () =>
    mux.state.assets
      .get(video.muxAssetId)
      ?.tracks?.filter(({ type }) => type === "text")
      .map(({ id, language_code, name }) => ({ id, language_code, name }));
  await push([
    { locale: "ar", vtt: "WEBVTT\n\n1" },
    { locale: "en", vtt: "WEBVTT\n\n1" },
  ]);
  const [arabic, english] = texts() ?? [];
  expect([arabic, english]).toMatchObject([
    { language_code: "ar", name: "العربية" },
    { language_code: "en", name: "English" },
  ]);
  await push([
    { locale: "ar", vtt: "WEBVTT\n\n1" },
    { locale: "fr", vtt: "WEBVTT\n\n1" },
  ]);
  expect(texts()).toMatchObject([{ id: arabic?.id }, { language_code: "fr" }]);
  await push([{ locale: "ar", vtt: "WEBVTT\n\n2" }]);
  expect(texts()).toHaveLength(1);
  expect(texts()?.[0]?.id).not.toBe(arabic?.id);
  expect(mux.problems).toEqual([]);
});

test("while Mux is away every question says so, with its name, and within its time", async () => {
  const video = await uploaded();
  mux.away = true;
  for (const ask of [
    () => provider().beginUpload({ video, origin }),
    () => provider().readState(video),
    () => provider().cancelUpload(video),
    () => provider().remove(video),
    () => provider().check(),
    () => provider().pushCaptions({ video, captions: [] }),
  ]) {
    await expect(ask()).rejects.toBeInstanceOf(ProviderAway);
  }
  await expect(provider().readState(video)).rejects.toMatchObject({ provider: "mux", status: 503 });
  const unreachable = muxProvider({ ...mux.config, baseUrl: "http://127.0.0.1:9" });
  await expect(unreachable.readState(video)).rejects.toBeInstanceOf(ProviderAway);
});

test("signed addresses open until they end, each to its own kind of file, best quality first", async () => {
  const video = await uploaded();
  mux.finish(video.muxAssetId);
  const { facts, muxPlaybackId = null } = await provider().readState(video);
  if (facts.state !== "ready") throw new Error("It is not ready");
  const sign = (expiresAt: Date) =>
    provider().sign({
      video: { ...video, muxPlaybackId, renditions: facts.renditions.toReversed() },
      watcher: "x",
      expiresAt,
    });
  const status = async (address: string | null | undefined) => {
    const here = address?.replace(/https:\/\/(stream|image)\.mux\.com/, mux.origin) ?? "";
    return (await fetch(here)).status;
  };
  const soon = new Date(Date.now() + 2_000);
  const { poster, storyboard, adaptive, qualities } = await sign(soon);
  expect(qualities.map(({ name }) => name)).toEqual(["original", "360p", "audio"]);
  const all = [poster, storyboard, adaptive, ...qualities.map(({ src }) => src)];
  for (const address of all) expect(await status(address)).toBe(200);
  expect(await status(adaptive?.replace(/token=.*/, poster?.split("?")[1] ?? ""))).toBe(403);
  expect(await status(adaptive?.replace(/\?token=.*/, ""))).toBe(403);
  await sleep(2_100);
  for (const address of all) expect(await status(address)).toBe(403);
});
