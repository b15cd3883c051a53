import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTestBucket } from "#tests/fakes/bucket.ts";
import { largeFiles } from "./large-files.server.ts";
import { getObject, hasObject, putObject } from "./storage.server.ts";

openTestBucket();

test("bytes are found again in a bucket by their SHA-256, and nothing else is", async () => {
  const bytes = Buffer.from(`a drawing ${randomUUID()}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect([await getObject(sha256), await hasObject(sha256)]).toEqual([undefined, false]);
  const put = () => putObject({ bytes, contentType: "image/svg+xml" });
  expect(new Set(await Promise.all([put(), put()]))).toEqual(new Set([sha256]));
  expect(await getObject(sha256)).toEqual(bytes);
  expect(await hasObject(sha256)).toBe(true);
});

test("a large file is put into a bucket from the disk, read in parts, brought back, and removed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "maqdis-put-"));
  const path = join(folder, "file");
  const bytes = Buffer.alloc(300_000, "0123456789");
  await writeFile(path, bytes);
  const files = largeFiles();
  const key = `videos/${randomUUID()}/720p`;
  expect(await files.find(key)).toBeUndefined();
  await files.put(key, { path, contentType: "video/mp4" });
  expect(await files.find(key)).toMatchObject({ bytes: bytes.length });
  const part = await new Response(files.stream(key, 100, 250)).bytes();
  expect(Buffer.from(part).equals(bytes.subarray(100, 250))).toBe(true);
  const back = await files.withPath(key, (copy) => new Response(readAll(copy)).bytes());
  expect(Buffer.from(back).equals(bytes)).toBe(true);
  await files.remove(key);
  await files.remove(key);
  expect(await files.find(key)).toBeUndefined();
  await rm(folder, { recursive: true });
});

function readAll(path: string): ReadableStream {
  const file = createReadStream(path)[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await file.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
