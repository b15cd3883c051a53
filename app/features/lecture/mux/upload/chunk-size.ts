/** Google Cloud Storage, which takes the bytes for Mux, wants chunks in multiples of this. */
const STEP = 256 * 1_024;

export const SMALLEST_CHUNK = STEP;
export const FIRST_CHUNK = 2 * STEP;
export const LARGEST_CHUNK = 64 * STEP;

const QUICK_MS = 2_000;
const SLOW_MS = 6_000;

/**
 * Bytes of the next chunk, by how long the last one took: small enough that a slow line shows that it moves and a lost
 * one loses little, large enough that a quick one does not wait for answers.
 */
export function nextChunkSize({ bytes, milliseconds }: { bytes: number; milliseconds: number }): number {
  if (milliseconds < QUICK_MS) return Math.min(bytes * 2, LARGEST_CHUNK);
  return milliseconds > SLOW_MS ? Math.max(bytes / 2, SMALLEST_CHUNK) : bytes;
}
