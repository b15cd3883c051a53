import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { askAfterNow } from "./ask-after-now.server.ts";
import { cancelVideo } from "./cancel-upload.server.ts";

async function lockVideo(tx: Tx, videoId: string) {
  await tx.$queryRaw`select 1 from "Video" where "id" = ${videoId}::uuid for update`;
  const select = { state: true, failure: true, provider: true } as const;
  const video = await tx.video.findUnique({ where: { id: videoId }, select });
  if (!video) throw notFound();
  return video;
}

/**
 * Has a video that waits or failed asked after now. Of one that is ready or was given up nothing changes. Written to
 * the audit log; only for admins, 404 for others.
 */
export async function tryVideoAgain(ctx: PersonContext, { videoId }: { videoId: string }): Promise<void> {
  const { db, actor, clock } = ctx;
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const { state, failure, provider } = await lockVideo(tx, videoId);
    if (state === "ready" || state === "cancelled") return;
    if (state === "failed") {
      await tx.video.update({ where: { id: videoId }, data: { state: "processing", failure: null } });
    }
    await askAfterNow(tx, { clock, provider, videoId });
    const subject = { subjectType: "video", subjectId: videoId };
    await writePlainEntry(tx, ctx, { action: "video.retry", ...subject, before: { state, failure } });
  });
}

/**
 * Gives up somebody's upload that waits or failed. One given up already is a success; throws `videoReady` where it can
 * be watched by now. Written to the audit log; only for admins, 404 for others.
 */
export async function giveUpVideo(ctx: PersonContext, { videoId }: { videoId: string }): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    const { state, failure } = await lockVideo(tx, videoId);
    if (state === "cancelled") return;
    if (state === "ready") throw new ExpectedError({ code: "videoReady", messageKey: "video:errors.ready" });
    await cancelVideo(tx, { videoId });
    const change = { before: { state, failure }, after: { state: "cancelled" } };
    await writePlainEntry(tx, ctx, { action: "video.giveUp", subjectType: "video", subjectId: videoId, ...change });
  });
}
