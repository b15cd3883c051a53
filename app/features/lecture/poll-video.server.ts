import { z } from "zod";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { VideoState } from "#app/platform/db/generated/enums.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobContext, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { ProviderAway } from "./provider-away.ts";
import { settleVideo } from "./settle-video.server.ts";

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 600_000;

/** Asks how a video stands that its provider should have told of by now. */
const pollVideoJob = {
  name: "poll-video",
  payload: z.object({
    videoId: z.uuid(),
    /** Times it was asked since it last moved. */
    asked: z.int().min(0),
    state: z.enum(VideoState),
  }),
};

type PollPayload = z.infer<typeof pollVideoJob.payload>;

/** How long is waited before the next question, in milliseconds: a minute, then longer each time, ten at most. */
export function pollWaitMs(asked: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(asked, 10), LONGEST_WAIT_MS);
}

type PollInput = {
  videoId: string;
  asked?: number;
  /** As it was last known. */
  state?: VideoState;
  /** Until the first question. */
  waitMs?: number;
};

/**
 * Has a video asked after until it is ready, failed or given up, whether or not its provider tells of it by itself.
 * One question at a time for each video.
 */
export async function pollVideo(
  db: DbOrTx,
  { clock, videoId, asked = 0, state = "uploading", waitMs = pollWaitMs(asked) }: { clock: Clock } & PollInput,
): Promise<void> {
  const runAt = new Date(clock.now().getTime() + waitMs);
  await addJob(db, pollVideoJob, { videoId, asked, state }, { key: `poll-video:${videoId}`, runAt });
}

async function askAgain({ db, clock, log }: JobContext, { videoId, asked, state }: PollPayload) {
  let now: VideoState | undefined = state;
  try {
    now = await settleVideo({ db }, { videoId });
  } catch (error) {
    if (!(error instanceof ProviderAway)) throw error;
    log.warn({ videoId, provider: error.provider, asked }, "The provider of a video is away");
  }
  if (now !== "uploading" && now !== "processing") return;
  await pollVideo(db, { clock, videoId, asked: now === state ? asked + 1 : 0, state: now });
}

/** What does the job that `pollVideo` adds. */
export const pollVideoHandler = jobHandler(pollVideoJob, askAgain);
