import type { Tx } from "#app/platform/db/client.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { type ProvidedVideoRow, toProvidedVideo } from "./provided-video.server.ts";
import { dropVideoJob } from "./video-jobs.ts";
import { providerOf } from "./video-providers.server.ts";

/** Has the provider forget a video after this transaction: its row may be gone by then. */
export async function dropVideo(
  tx: Tx,
  { video, cancel }: { video: ProvidedVideoRow; cancel: boolean },
): Promise<void> {
  await addJob(tx, dropVideoJob, { provider: video.provider, video: toProvidedVideo(video), cancel });
}

/** What does the job that `dropVideo` adds. */
export const dropVideoHandler: JobHandler = jobHandler(dropVideoJob, async (_, { provider, video, cancel }) => {
  const keeper = providerOf({ provider });
  await (cancel ? keeper.cancelUpload(video) : keeper.remove(video));
});
