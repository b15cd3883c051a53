import type { Tx } from "#app/platform/db/client.server.ts";

/** Whole seconds in which a video's watching is counted. */
export function toLengthSeconds(durationMs: number): number {
  return Math.max(1, Math.round(durationMs / 1_000));
}

/**
 * Sets the length of the lectures that show a video. Where the video before it was as long within a second, theirs
 * stays, and with it what was watched.
 */
export async function setLectureLength(
  tx: Tx,
  { videoId, durationMs }: { videoId: string; durationMs: number },
): Promise<void> {
  const length = toLengthSeconds(durationMs);
  const differs = [
    { lengthSeconds: null },
    { lengthSeconds: { lt: length - 1 } },
    { lengthSeconds: { gt: length + 1 } },
  ];
  await tx.lecture.updateMany({ where: { videoId, OR: differs }, data: { lengthSeconds: length } });
}
