import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { startListening } from "#app/platform/db/listen.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import type { LargeFiles } from "#app/platform/storage/large-files.ts";
import { holdUploadLaws } from "#tests/factories/upload-laws.ts";
import { createUploadScene, tusRequest } from "#tests/factories/upload-request.ts";
import { minuteBytes } from "#tests/factories/video-file.ts";
import { openTestBucket } from "#tests/fakes/bucket.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginUpload } from "./begin-upload.server.ts";
import { fileKey } from "./local/video-files.ts";
import { receiveUpload } from "./receive-upload.server.ts";
import { settleVideo } from "./settle-video.server.ts";

const database = openTestDatabase();

openTestBucket();
holdUploadLaws({ db: () => database.db });

const minute = new Uint8Array(minuteBytes());
const [FROM, TO] = [50_000, 70_000];

/** Another process of the academy: it has the database and the bucket in common with this one, and no memory. */
async function openOtherProcess() {
  vi.resetModules();
  const { env: its } = await import("#app/platform/env/env.server.ts");
  const { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  Object.assign(its, { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY });
  const { openDatabase } = await import("#app/platform/db/client.server.ts");
  const files = (await import("#app/platform/storage/large-files.server.ts")).largeFiles();
  const { receiveUpload: receive } = await import("./receive-upload.server.ts");
  return { ...openDatabase({ url: database.url, pool: 2 }), files, receive };
}

/** Has what comes first wait for another at the same place, which then writes once the first has. */
function letMeet(stores: LargeFiles[]): () => void {
  const other = Promise.withResolvers<void>();
  const done = Promise.withResolvers<unknown>();
  let first = true;
  const spies = stores.map(({ uploads }) => {
    const write = uploads.write.bind(uploads);
    return vi.spyOn(uploads, "write").mockImplementation(async (...part) => {
      if (!first) {
        other.resolve();
        await done.promise;
        return write(...part);
      }
      first = false;
      await Promise.race([other.promise, sleep(1_000)]);
      return write(...part).finally(() => done.resolve(undefined));
    });
  });
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}

async function beginWithPart() {
  const { ctx, announce } = await createUploadScene(database.db);
  const { videoId, address } = await beginUpload(ctx, announce(minute.length));
  const request = (offset: number, body: Uint8Array<ArrayBuffer> | ReadableStream) =>
    tusRequest(address, { offset, body });
  const answer = await receiveUpload(ctx, { videoId, request: request(0, minute.slice(0, FROM)) });
  expect(answer.status).toBe(204);
  const ask = async () => {
    const { headers } = await receiveUpload(ctx, { videoId, request: tusRequest(address) });
    return Number(headers.get("Upload-Offset"));
  };
  return { ctx, videoId, address, request, ask };
}

test("a part that is sent to two processes at once is kept once, and the video is whole", async () => {
  const other = await openOtherProcess();
  const { ctx, videoId, request, ask } = await beginWithPart();
  const letGo = letMeet([largeFiles(), other.files]);
  const part = () => request(FROM, minute.slice(FROM, TO));
  const answers = await Promise.all([
    receiveUpload(ctx, { videoId, request: part() }),
    other.receive({ ...ctx, db: other.db }, { videoId, request: part() }),
  ]);
  letGo();
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(await ask()).toBe(TO);
  await receiveUpload(ctx, { videoId, request: request(TO, minute.slice(TO)) });
  expect(await settleVideo({ db: database.db }, { videoId })).toBe("ready");
  const kept = await new Response(largeFiles().stream(fileKey(videoId, "original"), 0, minute.length)).bytes();
  expect(Buffer.from(kept).equals(minute)).toBe(true);
  await other.close();
});

test("who comes anew through another process ends the line on which the first one still waits", async () => {
  const stopListening = await startListening(database.url);
  const other = await openOtherProcess();
  const { ctx, videoId, address, request } = await beginWithPart();
  // A line that is lost without a word: some of a part came, and then nothing for ever.
  const taken = Promise.withResolvers<void>();
  const silent = new ReadableStream({
    start: (controller) => controller.enqueue(minute.slice(FROM, TO)),
    pull: () => {
      taken.resolve();
      return new Promise(() => undefined);
    },
  });
  const waiting = receiveUpload(ctx, { videoId, request: request(FROM, silent) });
  await taken.promise;
  const answer = await other.receive({ ...ctx, db: other.db }, { videoId, request: tusRequest(address) });
  expect(Number(answer.headers.get("Upload-Offset"))).toBe(TO);
  await waiting;
  const rest = request(TO, minute.slice(TO));
  expect((await other.receive({ ...ctx, db: other.db }, { videoId, request: rest })).status).toBe(204);
  expect(await settleVideo({ db: database.db }, { videoId })).toBe("ready");
  await other.close();
  await stopListening();
});
