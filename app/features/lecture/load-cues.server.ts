import { LRUCache } from "lru-cache";
import type { Db } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { readVtt } from "./captions/read-vtt.ts";
import type { Cue } from "./playback.ts";

// A text never changes under its hash, so what was read of it once needs no reading again.
const cues = new LRUCache<string, Cue[]>({ max: 200 });

/** The cues of a released caption text. Throws 404 where there is none of that hash. */
export async function loadCues(db: Db, captionSha256: string): Promise<Cue[]> {
  const known = cues.get(captionSha256);
  if (known) return known;
  const text = await db.captionText.findUnique({ where: { sha256: captionSha256 }, select: { vtt: true } });
  if (!text) throw notFound();
  const read = readVtt(text.vtt);
  if (!read.ok) throw new Error(`The released captions ${captionSha256} cannot be read`);
  cues.set(captionSha256, read.cues);
  return read.cues;
}
