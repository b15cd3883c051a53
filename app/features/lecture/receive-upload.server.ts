import { Server } from "@tus/server";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import type { LargeFiles } from "#app/platform/storage/large-files.ts";
import { uploadLocker } from "#app/platform/storage/upload-locker.server.ts";
import { findManagedVideo } from "./find-managed-video.server.ts";
import { fileKey } from "./local/video-files.ts";
import { MAX_VIDEO_BYTES } from "./upload-limits.ts";
import { settleVideoJob } from "./video-jobs.ts";

const LAST_SEGMENT = /\/([0-9a-f-]{36})\/?$/;

const servers = new WeakMap<LargeFiles, { db: Db; server: Server }>();

/** Writes what comes into the store of large files, for one who sends at a time. */
function tusServer({ db, files }: { db: Db; files: LargeFiles }): Server {
  const known = servers.get(files);
  if (known?.db === db) return known.server;
  const server = new Server({
    path: "/resources/uploads",
    datastore: files.uploads,
    locker: uploadLocker(db),
    maxSize: MAX_VIDEO_BYTES,
    // Nobody else's pages may send or ask.
    allowedOrigins: [],
    getFileIdFromRequest: (request) => {
      const [, videoId] = LAST_SEGMENT.exec(new URL(request.url).pathname) ?? [];
      return videoId && fileKey(videoId, "original");
    },
  });
  servers.set(files, { db, server });
  return server;
}

/**
 * A part of a video's bytes (PATCH), or the question how many are here (HEAD), by the tus protocol 1.0. When the last
 * one is here the video is settled by a job. Throws 404 to those who may not, and for an upload that was given up.
 */
export async function receiveUpload(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { videoId, request }: { videoId: string; request: Request },
): Promise<Response> {
  const video = await findManagedVideo({ db, actor }, { videoId });
  if (video.provider !== "local" || video.state === "cancelled") throw notFound();
  if (request.method === "PATCH" && video.state !== "uploading") throw notFound();
  const response = await tusServer({ db, files: largeFiles() }).handleWeb(request);
  if (video.state !== "uploading" || !response.ok) return response;
  const received = Number(response.headers.get("Upload-Offset"));
  await noteReceived({ db }, { videoId, whole: received === Number(video.bytes) });
  return response;
}

async function noteReceived(
  { db }: Pick<PersonContext, "db">,
  { videoId, whole }: { videoId: string; whole: boolean },
): Promise<void> {
  const where = { id: videoId, state: "uploading" as const };
  if (!whole) {
    // Says that somebody is at it: the sweep looks at this.
    await db.video.updateMany({ where, data: { updatedAt: new Date() } });
    return;
  }
  await inTransaction(db, async (tx) => {
    const { count } = await tx.video.updateMany({ where, data: { state: "processing" } });
    if (count > 0) await addJob(tx, settleVideoJob, { videoId }, { key: `settle-video:${videoId}` });
  });
}
