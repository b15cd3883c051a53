import { readFileSync } from "node:fs";
import { fileKey } from "#app/features/lecture/local/video-files.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";

/** A minute of video with sound, H.264 and AAC. */
export const MINUTE = new URL("../fixtures/video/minute.mp4", import.meta.url).pathname;

export const minuteBytes = () => readFileSync(MINUTE);

/** Puts a minute of real video behind a video that had no bytes, as its file and its sound. */
export async function giveBytes(db: Db, { videoId }: { videoId: string }): Promise<void> {
  const sound = new URL("../fixtures/video/minute.m4a", import.meta.url).pathname;
  const files = [
    { name: "original", path: MINUTE, contentType: "video/mp4", height: 360 },
    { name: "audio", path: sound, contentType: "audio/mp4", height: null },
  ] as const;
  for (const { name, path, contentType, height } of files) {
    const storageKey = fileKey(videoId, name);
    await largeFiles().put(storageKey, { path, contentType });
    const bytes = BigInt(readFileSync(path).length);
    const rendition = { contentType, height, bytes, bitsPerSecond: 10_000, storageKey };
    await db.videoRendition.create({ data: { videoId, name, ...rendition } });
  }
}
