import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { type JobContext, type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { providedVideoColumns, toProvidedVideo } from "../provided-video.server.ts";
import { settleVideo } from "../settle-video.server.ts";
import { makeRenditionsJob } from "../video-jobs.ts";
import { FfmpegRefused, findFfmpeg, runFfmpeg } from "./ffmpeg.server.ts";
import { readVideo } from "./read-video.server.ts";
import { type PlannedRendition, planRenditions, posterArguments, renditionArguments } from "./rendition-plan.ts";
import { readSegmentIndex, writePlaylist } from "./segment-index.server.ts";
import { fileKey } from "./video-files.ts";

type Context = Pick<JobContext, "db" | "log" | "signal">;
/** A video that was given up or removed is worked on no more. */
const wantedVideo = (id: string) => ({ id, state: { in: ["processing" as const, "ready" as const] } });

type Work = { videoId: string; original: string; ffmpeg: string; folder: string };

/**
 * Makes the smaller forms of a video that we keep ourselves, its sound alone, and its poster where it has none. Those
 * that are there are not made again, so it goes on where it was stopped. Without ffmpeg it does nothing. What is made
 * of a video that is given up meanwhile is not kept. Throws what may go better later; the job is then tried again.
 */
export async function makeRenditions(context: Context, { videoId }: { videoId: string }): Promise<void> {
  const { db, log } = context;
  const ffmpeg = await findFfmpeg();
  const row = await db.video.findFirst({
    where: { ...wantedVideo(videoId), provider: "local" },
    select: providedVideoColumns,
  });
  if (!row) return;
  if (!ffmpeg) return log.info({ videoId }, "No ffmpeg: a video is kept as it was uploaded");
  const key = toProvidedVideo(row).renditions.find(({ name }) => name === "original")?.storageKey;
  const read = await readVideo(key ?? fileKey(videoId, "original"));
  if ("failure" in read) return;
  const known = row.renditions.map(({ name }) => name);
  const wanted = planRenditions(read).filter(({ name }) => !known.includes(name));
  const folder = await mkdtemp(join(tmpdir(), "maqdis-video-"));
  try {
    await largeFiles().withPath(key ?? fileKey(videoId, "original"), async (original) => {
      const work = { videoId, original, ffmpeg, folder };
      if (row.posterSha256 === null) await makePoster(context, work, read.durationMs);
      for (const planned of wanted) if (!(await makeRendition(context, work, { ...read, planned }))) return;
    });
  } catch (error) {
    if (!(error instanceof FfmpegRefused) || row.state !== "processing") throw error;
    log.warn({ err: error, videoId }, "Nothing that browsers play could be made of a video");
    const failed = { state: "failed", failure: "unplayable" } as const;
    await db.video.updateMany({ where: { id: videoId, state: "processing" }, data: failed });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await settleVideo(context, { videoId });
}

async function makePoster({ db, signal }: Context, { ffmpeg, original, folder, videoId }: Work, durationMs: number) {
  const to = join(folder, "poster.jpg");
  const second = Math.min(10, durationMs / 10_000);
  await runFfmpeg(ffmpeg, posterArguments({ from: original, to, second }), signal);
  const posterSha256 = await putObject({ bytes: await readFile(to), contentType: "image/jpeg" });
  await db.video.updateMany({ where: { id: videoId, posterSha256: null }, data: { posterSha256 } });
}

/** Makes one form; false where the video is not wanted any more by the time that it is made. */
async function makeRendition(
  { db, signal }: Context,
  { ffmpeg, original, folder, videoId }: Work,
  source: { planned: PlannedRendition; width: number; height: number; durationMs: number },
): Promise<boolean> {
  const { name, height } = source.planned;
  const path = join(folder, `${name}.mp4`);
  await runFfmpeg(ffmpeg, renditionArguments(source.planned, { from: original, to: path }), signal);
  const contentType = height === null ? "audio/mp4" : "video/mp4";
  const playlist = height === null ? null : writePlaylist(await readSegmentIndex(path));
  const { size: bytes } = await stat(path);
  const storageKey = fileKey(videoId, name);
  await largeFiles().put(storageKey, { path, contentType });
  await rm(path);
  const width = height === null ? null : Math.round((source.width * height) / source.height / 2) * 2;
  const bitsPerSecond = Math.max(1, Math.round((bytes * 8_000) / source.durationMs));
  const data = { contentType, bytes: BigInt(bytes), width, height, bitsPerSecond, storageKey, playlist };
  const kept = await keepRendition(db, { videoId, name, data });
  // Who gave the video up removed what was there then, which was not this.
  if (!kept) await largeFiles().remove(storageKey);
  return kept;
}

async function keepRendition(
  db: Context["db"],
  {
    videoId,
    name,
    data,
  }: { videoId: string; name: string; data: Omit<Prisma.VideoRenditionUncheckedCreateInput, "videoId" | "name"> },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw`select 1 from "Video" where "id" = ${videoId}::uuid for update`;
    if ((await tx.video.count({ where: wantedVideo(videoId) })) === 0) return false;
    await tx.videoRendition.upsert({
      where: { videoId_name: { videoId, name } },
      create: { videoId, name, ...data },
      update: data,
    });
    return true;
  });
}

/** What does the job that is added when a video has come. */
export const makeRenditionsHandler: JobHandler = jobHandler(makeRenditionsJob, makeRenditions);
