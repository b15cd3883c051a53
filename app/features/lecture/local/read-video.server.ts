import { ALL_FORMATS, CustomSource, HLS, Input } from "mediabunny";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { lazyStream } from "#app/platform/storage/lazy-stream.ts";
import { hasTooManySamples } from "./sample-tables.server.ts";

/** A playlist is no video: it names others, which nobody has sent and the server must not fetch. */
const FORMATS = ALL_FORMATS.filter((format) => format !== HLS);

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
 * so, wherever in the file they stand. A file that is cut off or broken is `notVideo`; throws where the store fails.
 */
export async function readVideo(key: string): Promise<ReadVideo> {
  const files = largeFiles();
  const found = await files.find(key);
  if (!found || found.bytes === 0) return { failure: "lost" };
  const troubles: unknown[] = [];
  const read = (from: number, to: number) => noteTroubles(files.stream(key, from, to), troubles);
  const source = new CustomSource({
    getSize: () => found.bytes,
    read,
    // Without it what fails while nothing waits for it would end the process.
    handleUnhandledError: (error) => void troubles.push(error),
  });
  const part = async (from: number, to: number) => Buffer.from(await new Response(read(from, to)).arrayBuffer());
  const input = new Input({ formats: FORMATS, source });
  try {
    if (await hasTooManySamples(part, found.bytes)) return { failure: "notVideo" };
    return await readInput(input, found);
  } catch (error) {
    if (troubles.length > 0) throw error;
    // What reads the formats throws errors of all kinds at a file that does not keep to them.
    return { failure: "notVideo" };
  } finally {
    input.dispose();
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The same stream; what goes wrong with it is added to `troubles`. */
function noteTroubles(stream: ReadableStream<Bytes>, troubles: unknown[]): ReadableStream<Bytes> {
  async function* noting() {
    try {
      yield* stream;
    } catch (error) {
      troubles.push(error);
      throw error;
    }
  }
  return lazyStream(async () => noting());
}

async function readInput(input: Input, { bytes }: { bytes: number }): Promise<ReadVideo> {
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
    bytes,
    contentType,
    bitsPerSecond: Math.max(1, Math.round((bytes * 8) / seconds)),
    sound: sound !== null,
    playable,
  };
}
