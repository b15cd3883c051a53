import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { minuteBytes } from "#tests/factories/video-file.ts";
import { readVideo } from "./read-video.server.ts";
import { fileKey } from "./video-files.ts";

async function keep(bytes: Buffer): Promise<string> {
  const path = join(tmpdir(), `maqdis-read-${randomUUID()}`);
  await writeFile(path, bytes);
  const key = fileKey(randomUUID(), "original");
  await largeFiles().put(key, { path, contentType: "video/mp4" });
  return key;
}

test("a file that is whole is read", async () => {
  expect(await readVideo(await keep(minuteBytes()))).toMatchObject({ playable: true, contentType: "video/mp4" });
});

test("a file that is cut off is said to be no video, wherever that is", async () => {
  for (const bytes of [8, 145, 282, 419]) {
    expect(await readVideo(await keep(minuteBytes().subarray(0, bytes)))).toHaveProperty("failure");
  }
});

test("a file whose tables speak of more samples than there can be is refused before they are counted out", async () => {
  const bytes = Buffer.from(minuteBytes());
  // How many samples the third run of its first `ctts` has.
  const count = bytes.indexOf("ctts") + 12 + 16;
  bytes.writeUInt32BE(0xffff_ffff, count);
  expect(await readVideo(await keep(bytes))).toEqual({ failure: "notVideo" });
});

test("a store that fails is not taken for a broken file", async () => {
  const key = await keep(minuteBytes());
  const trouble = new ReadableStream({
    pull: () => {
      throw new Error("the store is away");
    },
  });
  const stream = vi.spyOn(largeFiles(), "stream").mockReturnValue(trouble);
  await expect(readVideo(key)).rejects.toThrow("the store is away");
  stream.mockRestore();
});
