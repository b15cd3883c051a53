import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobContext, type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { cancelVideo } from "./cancel-upload.server.ts";
import { settleVideo } from "./settle-video.server.ts";
import { UPLOAD_PATIENCE_MS } from "./upload-limits.ts";
import { sweepUploadJob } from "./video-jobs.ts";

/** Gives up an upload that has lain still for too long, with what came of it; looks again later at one that has not. */
export async function sweepUpload(
  { db, clock }: Pick<JobContext, "db" | "clock">,
  { videoId }: { videoId: string },
): Promise<void> {
  // Its last byte may have come without anybody hearing of it.
  if ((await settleVideo({ db }, { videoId })) !== "uploading") return;
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`select 1 from "Video" where "id" = ${videoId}::uuid for update`;
    const video = await tx.video.findUnique({ where: { id: videoId }, select: { state: true, updatedAt: true } });
    if (video?.state !== "uploading") return;
    const runAt = new Date(video.updatedAt.getTime() + UPLOAD_PATIENCE_MS);
    if (runAt <= clock.now()) await cancelVideo(tx, { videoId });
    else await addJob(tx, sweepUploadJob, { videoId }, { key: `sweep-upload:${videoId}`, runAt });
  });
}

/** What does the job that stands behind each upload. */
export const sweepUploadHandler: JobHandler = jobHandler(sweepUploadJob, sweepUpload);
