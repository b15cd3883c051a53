import { MAX_CAPTION_BYTES, type ReadCaptions, tooLarge } from "./caption-file.ts";
import { readSrt } from "./read-srt.ts";
import { readVtt } from "./read-vtt.ts";

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** The line of the first byte that is not UTF-8. */
function firstUnreadableLine(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  return text.slice(0, text.indexOf("\uFFFD")).split(/\r\n|\n|\r/).length;
}

/** Reads the file of captions called `name`: SubRip where the name ends in `.srt`, else WebVTT. */
export function readCaptionFile({ name, bytes }: { name: string; bytes: Uint8Array }): ReadCaptions {
  if (bytes.length > MAX_CAPTION_BYTES) return tooLarge;
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return /\.srt$/i.test(name) ? readSrt(text) : readVtt(text);
  } catch (error) {
    // The decoder says by a TypeError alone that there are bytes it cannot read.
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, problems: [{ line: firstUnreadableLine(bytes), code: "encoding", values: {} }] };
  }
}
