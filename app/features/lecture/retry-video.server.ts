import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { findManagedVideo } from "./find-managed-video.server.ts";
import { settleVideoJob } from "./video-jobs.ts";

/** Looks again at a video that failed; of any other nothing changes. Throws 404 to those who may not. */
export async function retryVideo(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { videoId }: { videoId: string },
): Promise<void> {
  await findManagedVideo({ db, actor }, { videoId });
  await inTransaction(db, async (tx) => {
    const where = { id: videoId, state: "failed" as const };
    const { count } = await tx.video.updateMany({ where, data: { state: "processing", failure: null } });
    if (count > 0) await addJob(tx, settleVideoJob, { videoId }, { key: `settle-video:${videoId}` });
  });
}
