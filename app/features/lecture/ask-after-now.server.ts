import type { Clock } from "#app/platform/clock/clock.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { VideoProvider } from "#app/platform/db/generated/enums.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { pollVideo } from "./poll-video.server.ts";
import { settleVideoJob } from "./video-jobs.ts";

/** Has a video settled after this transaction; one that others keep is asked after until they are done with it. */
export async function askAfterNow(
  tx: Tx,
  { clock, provider, videoId }: { clock: Clock; provider: VideoProvider; videoId: string },
): Promise<void> {
  if (provider === "local") await addJob(tx, settleVideoJob, { videoId }, { key: `settle-video:${videoId}` });
  else await pollVideo(tx, { clock, videoId, waitMs: 0 });
}
