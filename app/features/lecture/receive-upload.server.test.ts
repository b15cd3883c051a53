import { expect, test, vi } from "vitest";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { holdUploadLaws } from "#tests/factories/upload-laws.ts";
import { createUploadScene, tusRequest } from "#tests/factories/upload-request.ts";
import { minuteBytes } from "#tests/factories/video-file.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginUpload, uploadSchema } from "./begin-upload.server.ts";
import { findUpload } from "./find-upload.server.ts";
import { receiveUpload } from "./receive-upload.server.ts";
import { sweepUpload } from "./sweep-upload.server.ts";
import { MAX_VIDEO_BYTES, UPLOAD_PATIENCE_MS } from "./upload-limits.ts";

const database = openTestDatabase();

holdUploadLaws({ db: () => database.db });

test("only who may release the course uploads to it: not its assistants, nor another's instructor, nor a learner", async () => {
  const { db } = database;
  const { course, ctx, announce } = await createUploadScene(db);
  const begun = await beginUpload(ctx, announce(1_000));
  const assistant = await createInstructor(db);
  const { instructor } = assistant;
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: "assistant" } });
  const other = await createInstructor(db);
  const refused = [
    contextOf(db, assistant.person, { instructorId: instructor.id }),
    contextOf(db, other.person, { instructorId: other.instructor.id }),
    contextOf(db, await createPerson(db)),
  ];
  for (const someone of refused) {
    await expect(beginUpload(someone, announce(1_000))).rejects.toMatchObject({ status: 404 });
    await expect(findUpload(someone, begun)).rejects.toMatchObject({ status: 404 });
    for (const part of [undefined, { offset: 0, body: new Uint8Array(10) }]) {
      const request = tusRequest(begun.address, part);
      await expect(receiveUpload(someone, { ...begun, request })).rejects.toMatchObject({ status: 404 });
    }
  }
  expect(await findUpload(ctx, begun)).toMatchObject({ state: "uploading", received: 0 });
});

test("an upload goes on where it was after the academy was started again", async () => {
  const { db } = database;
  const { ctx, announce } = await createUploadScene(db);
  const bytes = new Uint8Array(minuteBytes());
  const { videoId, address } = await beginUpload(ctx, announce(bytes.length));
  await receiveUpload(ctx, { videoId, request: tusRequest(address, { offset: 0, body: bytes.slice(0, 60_000) }) });
  // Nothing of it is in memory any more.
  vi.resetModules();
  const restarted = await import("./receive-upload.server.ts");
  const { settleVideo } = await import("./settle-video.server.ts");
  const { openDatabase } = await import("#app/platform/db/client.server.ts");
  const opened = openDatabase({ url: database.url, pool: 2 });
  const later = { ...ctx, db: opened.db };
  const answer = await restarted.receiveUpload(later, { videoId, request: tusRequest(address) });
  expect(answer.headers.get("Upload-Offset")).toBe("60000");
  const rest = tusRequest(address, { offset: 60_000, body: bytes.slice(60_000) });
  expect((await restarted.receiveUpload(later, { videoId, request: rest })).status).toBe(204);
  expect(await settleVideo({ db: opened.db }, { videoId })).toBe("ready");
  await opened.close();
});

test("ten gigabytes may be announced, and not a byte more", () => {
  const file = { course: "a", lessonId: crypto.randomUUID(), fileName: "a.mp4" };
  expect(uploadSchema.safeParse({ ...file, bytes: String(MAX_VIDEO_BYTES) }).success).toBe(true);
  expect(uploadSchema.safeParse({ ...file, bytes: String(MAX_VIDEO_BYTES + 1) }).success).toBe(false);
  expect(uploadSchema.safeParse({ ...file, bytes: "0" }).success).toBe(false);
});

test("an upload that lies still for a week is given up, one that goes on is not", async () => {
  const { db } = database;
  const { ctx, announce } = await createUploadScene(db);
  const begun = await beginUpload(ctx, announce(1_000));
  const after = (ms: number) => ({ now: () => new Date(Date.now() + ms) });
  await sweepUpload({ db, clock: after(UPLOAD_PATIENCE_MS - 60_000) }, begun);
  expect((await findUpload(ctx, begun)).state).toBe("uploading");
  await sweepUpload({ db, clock: after(UPLOAD_PATIENCE_MS + 60_000) }, begun);
  expect((await findUpload(ctx, begun)).state).toBe("cancelled");
});

test("a new upload does not take the place of a video that the lecture shows, but does of one that failed", async () => {
  const { db } = database;
  const { ctx, lesson, announce } = await createUploadScene(db);
  const first = await beginUpload(ctx, announce(1_000));
  await db.video.update({ where: { id: first.videoId }, data: { state: "failed", failure: "notVideo" } });
  const second = await beginUpload(ctx, announce(2_000));
  const shown = () => db.lecture.findUniqueOrThrow({ where: { lessonId: lesson.id } }).then(({ videoId }) => videoId);
  expect(await shown()).toBe(second.videoId);
  await beginUpload(ctx, announce(3_000));
  expect(await shown()).toBe(second.videoId);
});

test("a store that does not answer is not taken for an upload of which nothing has come", async () => {
  const { db } = database;
  const { ctx, announce } = await createUploadScene(db);
  const begun = await beginUpload(ctx, announce(1_000));
  const asked = vi.spyOn(largeFiles().uploads, "getUpload").mockRejectedValueOnce(new Error("the store is away"));
  await expect(findUpload(ctx, begun)).rejects.toThrow("the store is away");
  asked.mockRestore();
});

test("a file is taken whatever its name holds", async () => {
  const { db } = database;
  const { ctx, announce } = await createUploadScene(db);
  const announced = uploadSchema.parse(announce(1_000, "a\u0000b\n.mp4"));
  const { videoId } = await beginUpload(ctx, { ...announced, origin: "https://academy.example" });
  expect(await findUpload(ctx, { videoId })).toMatchObject({ fileName: "a b .mp4" });
});
