import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findManagedVideo } from "./find-managed-video.server.ts";
import { findLocalUpload } from "./local/find-local-upload.server.ts";
import { fileKey } from "./local/video-files.ts";
import type { UploadView } from "./upload-view.ts";

/** How a video stands, for those who may manage it; 404 for others. */
export async function findUpload(
  ctx: Pick<PersonContext, "db" | "actor">,
  { videoId }: { videoId: string },
): Promise<UploadView> {
  const video = await findManagedVideo(ctx, { videoId });
  const { id, state, failure, fileName, durationMs } = video;
  const bytes = Number(video.bytes);
  const asksStore = video.provider === "local" && state === "uploading";
  const received = asksStore ? await countReceived(id) : state === "uploading" ? null : bytes;
  return { id, state, failure, fileName, bytes, received, durationMs };
}

/**
 * The video last uploaded for a lesson and not given up, whether its lecture shows it or not, for those who may manage
 * it; null where there is none.
 */
export async function findLessonUpload(
  ctx: Pick<PersonContext, "db" | "actor">,
  { lessonId }: { lessonId: string },
): Promise<UploadView | null> {
  const found = await ctx.db.video.findFirst({
    where: { lessonId, state: { not: "cancelled" } },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return found && findUpload(ctx, { videoId: found.id });
}

async function countReceived(videoId: string): Promise<number> {
  return (await findLocalUpload(fileKey(videoId, "original")))?.offset ?? 0;
}
