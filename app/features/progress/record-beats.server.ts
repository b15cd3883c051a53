import { LRUCache } from "lru-cache";
import type { Pool } from "pg";
import type { Seconds } from "#app/features/lecture/playback.ts";
import { addBeats } from "#app/features/lecture/watching/add-beats.server.ts";
import type { BeatRefusal, BeatsInput } from "#app/features/lecture/watching/beat-schema.ts";
import { countSeconds, isWatchedEnough } from "#app/features/lecture/watching/seconds.ts";
import { readSitting } from "#app/features/lecture/watching/sitting.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { completeLesson } from "./complete-lesson.server.ts";

type Context = Pick<PersonContext, "actor" | "clock"> & { connections?: Pool };
type Watched = { enrolmentId: string; lessonId: string };

/** What the player is told after its beats. */
export type BeatsAnswer = {
  covered: Seconds[];
  coveredSeconds: number;
  /** From 0 to 1. */
  share: number;
  completed: boolean;
  refused: { index: number; reason: BeatRefusal }[];
};

/** Facts known to be there, so that what is watched after the completion writes none again. */
const known = new LRUCache<string, true>({ max: 20_000 });

/**
 * Counts what the actor played of a lecture, and completes the lesson when that is enough. Throws 404 where the
 * sitting is not hers, its time is over, or she has no active place in the course.
 */
export async function recordBeats(ctx: Context, input: BeatsInput): Promise<BeatsAnswer> {
  const sitting = await readSitting(ctx, input.sitting);
  if (!sitting || sitting.userId !== ctx.actor.id) throw notFound();
  const { covered, refused } = await addBeats(ctx, { sitting, input });
  const { lengthSeconds, thresholdPercent } = sitting;
  const coveredSeconds = countSeconds(covered);
  const enough = isWatchedEnough({ coveredSeconds, lengthSeconds, thresholdPercent });
  const completed = enough && (await completeWatched(ctx, sitting));
  return { covered, coveredSeconds, share: coveredSeconds / lengthSeconds, completed, refused };
}

/**
 * Completes a lecture of which enough was watched: after the beat that made it enough, and once more when its page is
 * loaded, in case that was cut short. Says whether it is complete; whether enough was watched the database knows best.
 */
export async function completeWatched(ctx: Context, { enrolmentId, lessonId }: Watched): Promise<boolean> {
  const key = `${enrolmentId} ${lessonId}`;
  if (known.has(key)) return true;
  try {
    await completeLesson(ctx, { enrolmentId, lessonId, cause: "watched" });
  } catch (error) {
    if (error instanceof ExpectedError && error.status === 409) return false;
    throw error;
  }
  known.set(key, true);
  return true;
}
