import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { askAfterNow } from "./ask-after-now.server.ts";
import { findManagedVideo } from "./find-managed-video.server.ts";

/** Looks again at a video that failed; of any other nothing changes. Throws 404 to those who may not. */
export async function retryVideo(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { videoId }: { videoId: string },
): Promise<void> {
  const { provider } = await findManagedVideo({ db, actor }, { videoId });
  await inTransaction(db, async (tx) => {
    const where = { id: videoId, state: "failed" as const };
    const { count } = await tx.video.updateMany({ where, data: { state: "processing", failure: null } });
    if (count > 0) await askAfterNow(tx, { clock, provider, videoId });
  });
}
