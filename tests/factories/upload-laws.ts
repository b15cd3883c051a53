import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { beginUpload } from "#app/features/lecture/begin-upload.server.ts";
import { cancelUpload } from "#app/features/lecture/cancel-upload.server.ts";
import { dropVideoHandler } from "#app/features/lecture/drop-video.server.ts";
import { findUpload } from "#app/features/lecture/find-upload.server.ts";
import { fileKey } from "#app/features/lecture/local/video-files.ts";
import { receiveUpload } from "#app/features/lecture/receive-upload.server.ts";
import { settleVideo } from "#app/features/lecture/settle-video.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { createUploadScene, tusRequest } from "./upload-request.ts";
import { minuteBytes } from "./video-file.ts";

const minute = new Uint8Array(minuteBytes());

type Sent = { ctx: PersonContext; videoId: string; address: string };

const ask = async ({ ctx, videoId, address }: Sent) =>
  Number((await receiveUpload(ctx, { videoId, request: tusRequest(address) })).headers.get("Upload-Offset"));

const send = ({ ctx, videoId, address }: Sent, offset: number, body: Uint8Array<ArrayBuffer> | ReadableStream) =>
  receiveUpload(ctx, { videoId, request: tusRequest(address, { offset, body }) });

/** The bytes, cut off after `bytes` of them as by a line that is lost, some milliseconds later. */
function cutStream(whole: Uint8Array<ArrayBuffer>, bytes: number, after = 100): ReadableStream {
  return new ReadableStream({
    pull: async (controller) => {
      controller.enqueue(whole.subarray(0, bytes));
      await sleep(after);
      controller.error(new Error("the line is lost"));
    },
  });
}

/** What holds of an upload wherever its bytes are kept. Called at the top level of a test file. */
export function holdUploadLaws({ db }: { db: () => Db }): void {
  test("a video sent in parts is whole, and is known by its bytes", async () => {
    const { ctx, lesson, announce } = await createUploadScene(db());
    const begun = { ctx, ...(await beginUpload(ctx, announce(minute.length))) };
    expect(begun.protocol).toBe("tus");
    expect(await ask(begun)).toBe(0);
    for (let offset = 0; offset < minute.length; offset += 40_000) {
      const answer = await send(begun, offset, minute.slice(offset, offset + 40_000));
      expect(answer.status).toBe(204);
      expect(await ask(begun)).toBe(Math.min(minute.length, offset + 40_000));
    }
    expect(await findUpload(ctx, begun)).toMatchObject({ state: "processing", received: minute.length });
    expect(await settleVideo({ db: db() }, begun)).toBe("ready");
    const video = await db().video.findUniqueOrThrow({ where: { id: begun.videoId }, include: { renditions: true } });
    expect(video.durationMs).toBeGreaterThan(59_500);
    expect(video.renditions).toMatchObject([
      { name: "original", contentType: "video/mp4", bytes: BigInt(minute.length) },
    ]);
    const key = fileKey(begun.videoId, "original");
    const kept = await new Response(largeFiles().stream(key, 0, minute.length)).bytes();
    expect(Buffer.from(kept).equals(minute)).toBe(true);
    const lecture = await db().lecture.findUniqueOrThrow({ where: { lessonId: lesson.id } });
    expect(lecture).toMatchObject({ videoId: begun.videoId, lengthSeconds: 60 });
  });

  test("an upload goes on where it was, for who announces the same file again", async () => {
    const { ctx, announce } = await createUploadScene(db());
    const file = announce(minute.length);
    const begun = { ctx, ...(await beginUpload(ctx, file)) };
    await send(begun, 0, minute.slice(0, 50_000));
    const again = { ctx, ...(await beginUpload(ctx, file)) };
    expect(again).toMatchObject({ videoId: begun.videoId, address: begun.address });
    expect(await ask(again)).toBe(50_000);
    expect((await send(again, 0, minute.slice(0, 10))).status).toBe(409);
    expect((await send(again, 50_000, minute.slice(50_000))).status).toBe(204);
    expect(await settleVideo({ db: db() }, again)).toBe("ready");
  });

  test("an upload whose line is lost in the middle of a part goes on from what is kept", async () => {
    const { ctx, announce } = await createUploadScene(db());
    const begun = { ctx, ...(await beginUpload(ctx, announce(minute.length))) };
    await send(begun, 0, minute.slice(0, 30_000));
    await send(begun, 30_000, cutStream(minute.subarray(30_000), 20_000)).catch(() => undefined);
    const here = await ask(begun);
    expect(here).toBeGreaterThanOrEqual(30_000);
    await send(begun, here, minute.slice(here));
    expect(await settleVideo({ db: db() }, begun)).toBe("ready");
  });

  test("an upload whose line is lost at once, and again, is not held up", async () => {
    const { ctx, announce } = await createUploadScene(db());
    const begun = { ctx, ...(await beginUpload(ctx, announce(minute.length))) };
    await send(begun, 0, minute.slice(0, 30_000));
    for (const after of [0, 1, 5]) {
      const from = await ask(begun);
      await send(begun, from, cutStream(minute.subarray(from), 5_000, after)).catch(() => undefined);
      expect(await ask(begun)).toBeGreaterThanOrEqual(from);
    }
  });

  test("more than was announced is not taken", async () => {
    const { ctx, announce } = await createUploadScene(db());
    const begun = { ctx, ...(await beginUpload(ctx, announce(1_000))) };
    expect((await send(begun, 0, minute.slice(0, 1_001))).status).toBe(413);
    const stream = new Blob([minute]).stream();
    await send(begun, 0, stream).catch(() => undefined);
    expect(await ask(begun)).toBeLessThanOrEqual(1_000);
  });

  test("a file that is no video is refused by its bytes, whatever it is called", async () => {
    const { ctx, announce } = await createUploadScene(db());
    const text = new Uint8Array(Buffer.from("This is a letter. ".repeat(100)));
    const begun = { ctx, ...(await beginUpload(ctx, announce(text.length, "lecture.mp4"))) };
    await send(begun, 0, text);
    expect(await settleVideo({ db: db() }, begun)).toBe("failed");
    expect(await findUpload(ctx, begun)).toMatchObject({ state: "failed", failure: "notVideo" });
  });

  test("a playlist is no video, and what it names is not fetched", async () => {
    const { ctx, announce } = await createUploadScene(db());
    const lines = ["#EXTM3U", "#EXT-X-TARGETDURATION:4", "#EXTINF:4,", "file:///etc/hostname", "#EXT-X-ENDLIST", ""];
    const playlist = new Uint8Array(Buffer.from(lines.join("\n")));
    const begun = { ctx, ...(await beginUpload(ctx, announce(playlist.length))) };
    await send(begun, 0, playlist);
    expect(await settleVideo({ db: db() }, begun)).toBe("failed");
  });

  test("an upload that is given up takes nothing more, and leaves nothing", async () => {
    const { ctx, lesson, announce } = await createUploadScene(db());
    const begun = { ctx, ...(await beginUpload(ctx, announce(minute.length))) };
    await send(begun, 0, minute.slice(0, 30_000));
    await cancelUpload(ctx, begun);
    await cancelUpload(ctx, begun);
    await expect(send(begun, 30_000, minute.slice(30_000))).rejects.toMatchObject({ status: 404 });
    await expect(ask(begun)).rejects.toMatchObject({ status: 404 });
    const [job] = await db().$queryRaw<{ payload: unknown }[]>`
      select payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'drop-video' and payload->'video'->>'id' = ${begun.videoId}`;
    await dropVideoHandler.handle({ db: db(), clock: systemClock, log }, job?.payload);
    expect(await largeFiles().find(fileKey(begun.videoId, "original"))).toBeUndefined();
    const { uploads } = largeFiles();
    await expect(uploads.getUpload(fileKey(begun.videoId, "original"))).rejects.toBeDefined();
    expect(await settleVideo({ db: db() }, begun)).toBe("cancelled");
    expect(await db().lecture.findUniqueOrThrow({ where: { lessonId: lesson.id } })).toMatchObject({ videoId: null });
  });
}
