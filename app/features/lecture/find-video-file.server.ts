import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { type CompanionFile, readCompanionFile } from "./companion-files.ts";
import { composePlaylist } from "./local/playlists.server.ts";
import { fileName, POSTER } from "./local/video-files.ts";
import { providedVideoColumns, toProvidedVideo } from "./provided-video.server.ts";
import { readAddress } from "./video-address.server.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export type VideoFile = {
  contentType: string;
  /** Changes whenever the bytes do. */
  name: string;
  /** Absent where what is served is made for this address. */
  modifiedAt?: Date;
  bytes: number;
  /** Bytes `from` to `to`, the latter not included. */
  stream: (from: number, to: number) => ReadableStream<Bytes>;
};

/**
 * The file that a signed address opens, for the person it was made for. Throws 404 for everybody else, and where the
 * token is not ours, is of another file, or has ended.
 */
export async function findVideoFile(
  { db, actor, clock }: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { video: videoId, file, token }: { video: string; file: string; token: string },
): Promise<VideoFile> {
  const address = await readAddress({ videoId, file, token }, clock.now());
  if (!address || (address.watcher !== null && address.watcher !== actor?.id)) throw notFound();
  const companion = readCompanionFile(file);
  if (companion) return findCompanion(db, companion);
  const row = await db.video.findUnique({ where: { id: videoId }, select: providedVideoColumns });
  if (!row) throw notFound();
  const video = toProvidedVideo(row);
  if (file === POSTER && video.posterSha256) return findPicture(video.posterSha256);
  const rendition = video.renditions.find((one) => fileName(one) === file);
  if (rendition) return findRendition({ videoId, ...rendition });
  const playlist = await composePlaylist(video, file, address);
  if (playlist === undefined) throw notFound();
  return whole({ contentType: "application/vnd.apple.mpegurl", text: playlist });
}

async function findRendition(rendition: {
  videoId: string;
  name: string;
  storageKey: string;
  contentType: string;
}): Promise<VideoFile> {
  const { videoId, name, storageKey, contentType } = rendition;
  const files = largeFiles();
  const found = await files.find(storageKey);
  if (!found) throw notFound();
  return {
    contentType,
    name: `${videoId}-${name}-${found.bytes}-${found.modifiedAt.getTime()}`,
    modifiedAt: found.modifiedAt,
    bytes: found.bytes,
    stream: (from, to) => files.stream(storageKey, from, to),
  };
}

async function findCompanion(db: UseCaseContext["db"], companion: CompanionFile): Promise<VideoFile> {
  if (companion.kind === "slide") return findPicture(companion.sha256, companion.contentType);
  const found =
    companion.kind === "released"
      ? await db.captionText.findUnique({ where: { sha256: companion.sha256 }, select: { vtt: true } })
      : await db.lectureCaptions.findUnique({
          where: { lessonId_locale: { lessonId: companion.lessonId, locale: companion.locale } },
          select: { vtt: true, updatedAt: true },
        });
  if (!found) throw notFound();
  return whole({ contentType: "text/vtt; charset=utf-8", text: found.vtt });
}

async function findPicture(sha256: string, contentType?: string): Promise<VideoFile> {
  const bytes = await getObject(sha256);
  if (!bytes) throw notFound();
  const type = contentType ?? `image/${imageSize(bytes).type?.replace("jpg", "jpeg")}`;
  return whole({ contentType: type, text: new Uint8Array(bytes) });
}

function whole({ contentType, text }: { contentType: string; text: string | Bytes }): VideoFile {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const name = createHash("sha256").update(bytes).digest("hex");
  const stream = (from: number, to: number) => new Blob([bytes.subarray(from, to)]).stream();
  return { contentType, name, bytes: bytes.length, stream };
}
