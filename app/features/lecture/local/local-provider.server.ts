import { Upload } from "@tus/server";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import type { ProvidedVideo, VideoFacts, VideoProvider } from "../video-provider.ts";
import { findFfmpeg } from "./ffmpeg.server.ts";
import { findLocalUpload } from "./find-local-upload.server.ts";
import { readVideo } from "./read-video.server.ts";
import { signVideo } from "./sign-video.server.ts";
import { fileKey } from "./video-files.ts";

/** Videos that the academy keeps and serves itself. */
export const localProvider: VideoProvider = {
  name: "local",
  beginUpload: async ({ video: { id, bytes, fileName } }) => {
    const { uploads, find } = largeFiles();
    const key = fileKey(id, "original");
    const begun = (await findLocalUpload(key)) ?? (await find(key));
    if (!begun) await uploads.create(new Upload({ id: key, size: bytes, offset: 0, metadata: { filename: fileName } }));
    return { protocol: "tus", address: `/resources/uploads/${id}` };
  },
  cancelUpload: removeFiles,
  readState: async (video) => ({ facts: await readFacts(video) }),
  sign: signVideo,
  // The captions are served beside the video.
  pushCaptions: async () => undefined,
  remove: removeFiles,
  check: async () => {
    // Whether it is there is not what is asked, but whether the store answers.
    await largeFiles().find(fileKey("00000000-0000-7000-8000-000000000000", "original"));
  },
};

function originalKey({ id, renditions }: ProvidedVideo): string {
  return renditions.find(({ name }) => name === "original")?.storageKey ?? fileKey(id, "original");
}

async function readFacts(video: ProvidedVideo): Promise<VideoFacts> {
  const key = originalKey(video);
  const upload = await findLocalUpload(key);
  if (upload && upload.offset < (upload.size ?? video.bytes)) return { state: "uploading" };
  const read = await readVideo(key);
  if ("failure" in read) return { state: "failed", failure: read.failure };
  const { durationMs, width, height, contentType, bytes, bitsPerSecond, playable } = read;
  const original = { name: "original" as const, bytes, bitsPerSecond, width, height, contentType };
  const made = video.renditions.filter(({ name }) => name !== "original");
  const renditions = [...(playable ? [{ ...original, storageKey: key, playlist: null }] : []), ...made];
  if (renditions.length > 0) return { state: "ready", durationMs, width, height, renditions };
  return (await findFfmpeg()) ? { state: "processing" } : { state: "failed", failure: "unplayable" };
}

async function removeFiles(video: ProvidedVideo): Promise<void> {
  const files = largeFiles();
  const keys = new Set([originalKey(video), ...video.renditions.map(({ storageKey }) => storageKey)]);
  for (const key of keys) await files.remove(key);
}
