import { ADTS, FilePathSource, Input, MATROSKA, MP3, MP4, OGG, QTFF, WEBM } from "mediabunny";

/** Files that stand alone; a playlist would make the reader fetch what it names. */
const formats = [MP4, QTFF, WEBM, MATROSKA, MP3, OGG, ADTS];

export type MediaFacts = { durationMs: number; width: number | null; height: number | null };

/** How long a file of video or sound is, and how large its picture; null where it is neither or cannot be read. */
export async function measureMedia(path: string): Promise<MediaFacts | null> {
  const input = new Input({ formats, source: new FilePathSource(path) });
  try {
    if (!(await input.canRead())) return null;
    const durationMs = Math.round((await input.computeDuration()) * 1000);
    const video = await input.getPrimaryVideoTrack();
    if (durationMs <= 0) return null;
    if (!video) return { durationMs, width: null, height: null };
    return { durationMs, width: await video.getDisplayWidth(), height: await video.getDisplayHeight() };
  } catch {
    // The reader throws for what is broken in as many ways as a file can be broken.
    return null;
  } finally {
    input.dispose();
  }
}
