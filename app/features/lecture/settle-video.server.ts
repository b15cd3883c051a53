import type { Db, Tx } from "#app/platform/db/client.server.ts";
import type { VideoState } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { setLectureLength } from "./lecture-length.server.ts";
import { providedVideoColumns, toProvidedVideo } from "./provided-video.server.ts";
import { makeRenditionsJob } from "./video-jobs.ts";
import type { VideoFacts } from "./video-provider.ts";
import { providerOf } from "./video-providers.server.ts";
import { isNews } from "./video-state.ts";

/**
 * Asks a video's provider how it stands and writes it down; returns how it stands by now, undefined where there is no
 * such video. However often and in whatever order it is called, it ends in the same state, and what is ready never
 * goes back. Throws `ProviderAway`.
 */
export async function settleVideo(
  { db }: { db: Db },
  { videoId }: { videoId: string },
): Promise<VideoState | undefined> {
  const row = await db.video.findUnique({ where: { id: videoId }, select: providedVideoColumns });
  if (!row || row.state === "cancelled") return row?.state;
  const { facts, muxAssetId, muxPlaybackId } = await providerOf(row).readState(toProvidedVideo(row));
  return inTransaction(db, (tx) => writeFacts(tx, { videoId, facts, muxAssetId, muxPlaybackId }));
}

async function writeFacts(
  tx: Tx,
  { videoId, facts, ...ids }: { videoId: string; facts: VideoFacts; muxAssetId?: string; muxPlaybackId?: string },
): Promise<VideoState | undefined> {
  // Two who settle one video write one after the other, the second upon what the first wrote.
  await tx.$queryRaw`select 1 from "Video" where "id" = ${videoId}::uuid for update`;
  const row = await tx.video.findUnique({ where: { id: videoId }, select: { state: true, provider: true } });
  if (!row || row.state === "cancelled") return row?.state;
  if (ids.muxAssetId || ids.muxPlaybackId) await tx.video.update({ where: { id: videoId }, data: ids });
  const known = row.state;
  const news = isNews(known, facts.state);
  if (news && facts.state === "ready") await writeReady(tx, { videoId, facts });
  else if (news) {
    const failure = facts.state === "failed" ? facts.failure : null;
    await tx.video.update({ where: { id: videoId }, data: { state: facts.state, failure } });
  }
  const unmade = known !== "ready" && known !== "failed" && (facts.state === "ready" || facts.state === "processing");
  if (row.provider === "local" && unmade) {
    await addJob(tx, makeRenditionsJob, { videoId }, { key: `make-renditions:${videoId}` });
  }
  return news ? facts.state : known;
}

async function writeReady(
  tx: Tx,
  { videoId, facts }: { videoId: string; facts: Extract<VideoFacts, { state: "ready" }> },
): Promise<void> {
  const { durationMs, width, height, posterSha256, renditions } = facts;
  await tx.video.update({
    where: { id: videoId },
    data: { state: "ready", failure: null, durationMs, width, height, ...(posterSha256 ? { posterSha256 } : {}) },
  });
  await tx.videoRendition.deleteMany({ where: { videoId, name: { notIn: renditions.map(({ name }) => name) } } });
  for (const { name, ...rendition } of renditions) {
    const data = { ...rendition, bytes: BigInt(rendition.bytes) };
    await tx.videoRendition.upsert({
      where: { videoId_name: { videoId, name } },
      create: { videoId, name, ...data },
      update: data,
    });
  }
  await setLectureLength(tx, { videoId, durationMs });
}
