import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { muxProvider } from "#app/features/lecture/mux/mux-provider.server.ts";
import { type FakeMux, startMux } from "#tests/fakes/mux.ts";
import { FIRST_CHUNK, LARGEST_CHUNK, nextChunkSize, SMALLEST_CHUNK } from "./chunk-size.ts";
import { sendToMux } from "./send-to-mux.ts";

let mux: FakeMux;
beforeAll(async () => {
  mux = await startMux();
});
afterAll(() => mux.stop());
beforeEach(() => {
  mux.away = false;
});

const content = randomBytes(5 * 1_024 * 1_024 + 17);

/** An upload that was begun, and somebody who sends `content` to it. */
async function begun() {
  const empty = { muxUploadId: null, muxAssetId: null, muxPlaybackId: null, posterSha256: null, renditions: [] };
  const { address, muxUploadId = "" } = await muxProvider(mux.config).beginUpload({
    video: { id: randomUUID(), fileName: "lecture.mp4", bytes: content.length, ...empty },
    origin: "https://academy.example",
  });
  const told: string[] = [];
  const progress: number[] = [];
  const sender = (onProgress: (arrived: number) => void = () => undefined, file: Blob = new Blob([content])) =>
    sendToMux({
      file,
      address,
      firstWaitMs: 20,
      onProgress: (arrived) => {
        progress.push(arrived);
        onProgress(arrived);
      },
      onLine: (lost) => told.push(lost ? "lost" : "there"),
      onDone: () => told.push("done"),
      onEnded: (missing) => told.push(`no ${missing}`),
    });
  return { muxUploadId, told, progress, sender };
}

async function until(condition: () => boolean) {
  for (let i = 0; i < 400; i += 1) {
    if (condition()) return;
    await sleep(20);
  }
  throw new Error("It did not come about");
}

test("a file arrives whole and in order, and how much has arrived only grows", async () => {
  const { muxUploadId, told, progress, sender } = await begun();
  sender().start();
  await until(() => told.includes("done"));
  expect(mux.state.received.get(muxUploadId)?.equals(content)).toBe(true);
  expect(mux.state.uploads.get(muxUploadId)?.status).toBe("asset_created");
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress.at(-1)).toBe(content.length);
  expect(told).toEqual(["there", "done"]);
});

test("a paused upload sends nothing, and goes on where it was in another tab", async () => {
  const { muxUploadId, told, progress, sender } = await begun();
  const first = sender((arrived) => arrived > 0 && first.pause());
  first.start();
  await until(() => progress.some((arrived) => arrived > 0));
  await sleep(100);
  const held = mux.state.received.get(muxUploadId)?.length ?? 0;
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(content.length);
  await sleep(100);
  expect(mux.state.received.get(muxUploadId)).toHaveLength(held);
  progress.length = 0;
  sender().start();
  await until(() => told.includes("done"));
  expect(progress[0]).toBe(held);
  expect(mux.state.received.get(muxUploadId)?.equals(content)).toBe(true);
});

test("a lost line is said, waited for, and nothing is sent twice or lost", async () => {
  const { muxUploadId, told, sender } = await begun();
  const cut = sender((arrived) => {
    if (arrived > 0 && told.filter((word) => word === "lost").length === 0) mux.away = true;
  });
  cut.start();
  await until(() => told.includes("lost"));
  mux.away = false;
  await until(() => told.includes("done"));
  expect(told.at(-2)).toBe("there");
  expect(mux.state.received.get(muxUploadId)?.equals(content)).toBe(true);
});

test("an address that takes no more ends the sending, so that a new one is asked for", async () => {
  const { muxUploadId, told, sender } = await begun();
  const upload = mux.state.uploads.get(muxUploadId);
  if (upload) mux.state.uploads.set(muxUploadId, { ...upload, status: "cancelled" });
  sender().start();
  await until(() => told.length > 0);
  expect(told).toEqual(["no address"]);
});

test("a file that was taken away ends the sending and is not taken for a lost line", async () => {
  const { told, sender } = await begun();
  const tear = () => {
    throw new DOMException("The file is gone", "NotReadableError");
  };
  const torn = Object.assign(new Blob([content]), {
    slice: () => Object.assign(new Blob(["x"]), { slice: tear, stream: tear, arrayBuffer: tear }),
  });
  sender(undefined, torn).start();
  await until(() => told.length > 1);
  expect(told).toEqual(["there", "no file"]);
});

test("chunks grow on a quick line, shrink on a slow one, and stay within bounds", () => {
  expect(nextChunkSize({ bytes: FIRST_CHUNK, milliseconds: 100 })).toBe(2 * FIRST_CHUNK);
  expect(nextChunkSize({ bytes: LARGEST_CHUNK, milliseconds: 100 })).toBe(LARGEST_CHUNK);
  expect(nextChunkSize({ bytes: FIRST_CHUNK, milliseconds: 3_000 })).toBe(FIRST_CHUNK);
  expect(nextChunkSize({ bytes: FIRST_CHUNK, milliseconds: 60_000 })).toBe(SMALLEST_CHUNK);
  expect(nextChunkSize({ bytes: SMALLEST_CHUNK, milliseconds: 60_000 })).toBe(SMALLEST_CHUNK);
  for (let bytes = SMALLEST_CHUNK; bytes < LARGEST_CHUNK; ) {
    bytes = nextChunkSize({ bytes, milliseconds: 0 });
    expect(bytes % (256 * 1_024)).toBe(0);
  }
});
