import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { cancelVideo } from "./cancel-upload.server.ts";
import { pollVideo } from "./poll-video.server.ts";
import { providedVideoColumns, toProvidedVideo } from "./provided-video.server.ts";
import { MAX_VIDEO_BYTES, UPLOAD_PATIENCE_MS } from "./upload-limits.ts";
import { canManageVideos } from "./video-access.ts";
import { sweepUploadJob } from "./video-jobs.ts";
import type { UploadAddress } from "./video-provider.ts";
import { chosenProvider, providerOf } from "./video-providers.server.ts";

export const uploadSchema = z.object({
  course: z.string(),
  lessonId: z.uuid(),
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(300)
    // A name may hold what PostgreSQL does not take and no screen shows.
    .transform((name) => name.toWellFormed().replace(/\p{Cc}/gu, " ")),
  bytes: z.coerce.number().int().positive().max(MAX_VIDEO_BYTES),
});

/**
 * Prepares for a video of a lecture, and says where the browser is to send it. An upload of the same file to the same
 * lesson that has not ended is gone on with. Where the lecture has no video yet, it gets this one; where it has, that
 * one stays until the new one is put in its place. Throws 404 to those who may not, and `ProviderAway`, after which
 * it may be called again.
 */
export async function beginUpload(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { origin, ...input }: z.infer<typeof uploadSchema> & { origin: string },
): Promise<UploadAddress & { videoId: string }> {
  const { db, actor, clock } = ctx;
  const lesson = await db.lesson.findFirst({
    where: { id: input.lessonId, kind: "lecture", removedAt: null, course: { slug: input.course } },
    select: { id: true, courseId: true, course: { select: { deletedAt: true, instructors: true } } },
  });
  if (!lesson || !canManageVideos(actor, lesson.course)) throw notFound();
  const video = await inTransaction(db, (tx) => findOrCreate(tx, { ...input, ...lesson, actor, clock }));
  const { muxUploadId, ...address } = await providerOf(video).beginUpload({ video: toProvidedVideo(video), origin });
  if (muxUploadId && muxUploadId !== video.muxUploadId) {
    const { count } = await db.video.updateMany({
      where: { id: video.id, muxUploadId: video.muxUploadId, state: "uploading" },
      data: { muxUploadId },
    });
    // Another request began it meanwhile: both are to send to the same address.
    if (count === 0) return beginUpload(ctx, { origin, ...input });
  }
  return { ...address, videoId: video.id };
}

type NewVideo = Pick<PersonContext, "actor" | "clock"> & {
  id: string;
  courseId: string;
  fileName: string;
  bytes: number;
};

async function findOrCreate(tx: Tx, { id: lessonId, courseId, fileName, bytes, actor, clock }: NewVideo) {
  // One at a time for one lesson, so that a press repeated begins one upload.
  await tx.$queryRaw`select 1 from "Lesson" where "id" = ${lessonId}::uuid for update`;
  const begun = await tx.video.findFirst({
    where: { lessonId, fileName, bytes: BigInt(bytes), state: "uploading" },
    orderBy: { createdAt: "desc" },
    select: providedVideoColumns,
  });
  if (begun) return begun;
  const owner = { courseId, lessonId, uploadedById: actor.id };
  const video = await tx.video.create({
    data: { ...owner, provider: chosenProvider().name, fileName, bytes: BigInt(bytes) },
    select: providedVideoColumns,
  });
  await cancelFailed(tx, { lessonId });
  await attachFirst(tx, { lessonId, courseId, videoId: video.id });
  const runAt = new Date(clock.now().getTime() + UPLOAD_PATIENCE_MS);
  await addJob(tx, sweepUploadJob, { videoId: video.id }, { key: `sweep-upload:${video.id}`, runAt });
  // What we keep ourselves we know without asking.
  if (video.provider !== "local") await pollVideo(tx, { clock, videoId: video.id });
  return video;
}

/** What failed before is not gone back to once another file was chosen. */
async function cancelFailed(tx: Tx, { lessonId }: { lessonId: string }) {
  const failed = await tx.video.findMany({ where: { lessonId, state: "failed" }, select: { id: true } });
  for (const { id } of failed) await cancelVideo(tx, { videoId: id });
}

/** Puts a video into a lecture that has none. */
async function attachFirst(
  tx: Tx,
  { lessonId, courseId, videoId }: { lessonId: string; courseId: string; videoId: string },
) {
  await tx.lecture.upsert({ where: { lessonId }, create: { lessonId, courseId, videoId }, update: {} });
  await tx.lecture.updateMany({ where: { lessonId, videoId: null }, data: { videoId } });
}
