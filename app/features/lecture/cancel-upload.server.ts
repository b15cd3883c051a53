import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { dropVideo } from "./drop-video.server.ts";
import { findManagedVideo } from "./find-managed-video.server.ts";
import { providedVideoColumns } from "./provided-video.server.ts";

/**
 * Gives up a video that is not ready, whether its bytes are still coming or are being worked on. One that was given up
 * already is a success. Throws 404 to those who may not, and `videoReady` where it can be watched by now.
 */
export async function cancelUpload(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { videoId }: { videoId: string },
): Promise<void> {
  await findManagedVideo({ db, actor }, { videoId });
  const state = await inTransaction(db, (tx) => cancelVideo(tx, { videoId }));
  if (state === "ready") throw new ExpectedError({ code: "videoReady", messageKey: "video:errors.ready" });
}

/** As `cancelUpload`, inside the caller's transaction and without asking who calls; returns the state it found. */
export async function cancelVideo(tx: Tx, { videoId }: { videoId: string }) {
  await tx.$queryRaw`select 1 from "Video" where "id" = ${videoId}::uuid for update`;
  const video = await tx.video.findUnique({ where: { id: videoId }, select: providedVideoColumns });
  if (!video || video.state === "ready" || video.state === "cancelled") return video?.state;
  await tx.lecture.updateMany({ where: { videoId }, data: { videoId: null, lengthSeconds: null } });
  await tx.video.update({ where: { id: videoId }, data: { state: "cancelled", failure: null } });
  await dropVideo(tx, { video, cancel: true });
  return video.state;
}
