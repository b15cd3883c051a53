import { ALL_FORMATS, CustomSource, Input } from "mediabunny";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";

/** What browsers play without help. */
const PLAYED_TYPES = ["video/mp4", "video/quicktime", "video/webm", "video/x-matroska"];
const PLAYED_VIDEO = ["avc", "vp8", "vp9", "av1"];
const PLAYED_AUDIO = ["aac", "mp3", "opus", "vorbis", "flac"];

export type ReadVideo =
  | { failure: "lost" | "notVideo" | "noPicture" }
  | {
      durationMs: number;
      width: number;
      height: number;
      bytes: number;
      contentType: string;
      bitsPerSecond: number;
      sound: boolean;
      /** Whether browsers play the file as it is. */
      playable: boolean;
    };

/**
 * What kind of video a file of the store is, by its bytes alone; its name is not believed. Reads the parts that say
 * so, wherever in the file they stand.
 */
export async function readVideo(key: string): Promise<ReadVideo> {
  const files = largeFiles();
  const found = await files.find(key);
  if (!found || found.bytes === 0) return { failure: "lost" };
  const source = new CustomSource({ getSize: () => found.bytes, read: (from, to) => files.stream(key, from, to) });
  const input = new Input({ formats: ALL_FORMATS, source });
  try {
    if (!(await input.canRead())) return { failure: "notVideo" };
    const picture = await input.getPrimaryVideoTrack();
    const sound = await input.getPrimaryAudioTrack();
    if (!picture) return { failure: "noPicture" };
    const seconds = await input.computeDuration();
    if (!(seconds > 0)) return { failure: "notVideo" };
    const contentType = (await input.getFormat()).mimeType;
    const [codec, soundCodec] = [await picture.getCodec(), sound && (await sound.getCodec())];
    const playable =
      PLAYED_TYPES.includes(contentType) &&
      codec !== null &&
      PLAYED_VIDEO.includes(codec) &&
      (!sound || (soundCodec != null && PLAYED_AUDIO.includes(soundCodec)));
    return {
      durationMs: Math.max(1, Math.round(seconds * 1_000)),
      width: await picture.getDisplayWidth(),
      height: await picture.getDisplayHeight(),
      bytes: found.bytes,
      contentType,
      bitsPerSecond: Math.max(1, Math.round((found.bytes * 8) / seconds)),
      sound: sound !== null,
      playable,
    };
  } finally {
    input.dispose();
  }
}
