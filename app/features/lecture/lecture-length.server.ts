import type { Tx } from "#app/platform/db/client.server.ts";
import { keepsLength, lengthOf, minutesOf } from "./lecture-length.ts";

/**
 * Sets the length of the lectures that show a video. Where the video before it was as long within a second, theirs
 * stays, and with it what was watched. How many minutes the lesson takes follows, unless somebody said otherwise.
 */
export async function setLectureLength(
  tx: Tx,
  { videoId, durationMs }: { videoId: string; durationMs: number },
): Promise<void> {
  const after = lengthOf(durationMs);
  const lectures = await tx.lecture.findMany({
    where: { videoId },
    select: { lessonId: true, lengthSeconds: true, lesson: { select: { minutes: true } } },
  });
  for (const { lessonId, lengthSeconds: before, lesson } of lectures) {
    if (before !== null && keepsLength(before, after)) continue;
    await tx.lecture.update({ where: { lessonId }, data: { lengthSeconds: after } });
    await followMinutes(tx, { lessonId, minutes: lesson.minutes, before, after });
  }
}

/** Sets the minutes of a lesson by the length of its video, unless somebody has said others; lengths in seconds. */
export async function followMinutes(
  tx: Tx,
  { lessonId, minutes, before, after }: { lessonId: string; minutes: number; before: number | null; after: number },
): Promise<void> {
  if (minutes !== (before === null ? 1 : minutesOf(before))) return;
  await tx.lesson.update({ where: { id: lessonId }, data: { minutes: minutesOf(after) } });
}
