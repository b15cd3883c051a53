import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { settleVideo } from "./settle-video.server.ts";
import { settleVideoJob } from "./video-jobs.ts";

/** What does the job that settles a video: whoever heard of a change adds one. */
export const settleVideoHandler: JobHandler = jobHandler(settleVideoJob, async (context, video) => {
  await settleVideo(context, video);
});
