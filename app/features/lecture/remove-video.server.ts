import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { dropVideo } from "./drop-video.server.ts";
import { findManagedVideo } from "./find-managed-video.server.ts";
import { providedVideoColumns } from "./provided-video.server.ts";

/**
 * Removes a video that no lecture shows, in a draft or in any release, with its bytes. Throws 404 to those who may
 * not, and `videoShown` where one does.
 */
export async function removeVideo(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { videoId }: { videoId: string },
): Promise<void> {
  await findManagedVideo({ db, actor }, { videoId });
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`select 1 from "Video" where "id" = ${videoId}::uuid for update`;
    const select = { ...providedVideoColumns, _count: { select: { lectures: true, releases: true } } };
    const video = await tx.video.findUnique({ where: { id: videoId }, select });
    if (!video) return;
    if (video._count.lectures + video._count.releases > 0) {
      throw new ExpectedError({ code: "videoShown", messageKey: "video:errors.shown" });
    }
    await tx.video.delete({ where: { id: videoId } });
    await dropVideo(tx, { video, cancel: false });
  });
}
