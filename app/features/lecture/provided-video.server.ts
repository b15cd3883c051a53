import type { Prisma } from "#app/platform/db/generated/client.ts";
import { qualityNameSchema, qualityNames } from "./playback-schema.ts";
import type { ProvidedVideo } from "./video-provider.ts";

/** What is read of a video to hand it to its provider. */
export const providedVideoColumns = {
  id: true,
  courseId: true,
  lessonId: true,
  provider: true,
  state: true,
  fileName: true,
  bytes: true,
  durationMs: true,
  muxUploadId: true,
  muxAssetId: true,
  muxPlaybackId: true,
  posterSha256: true,
  renditions: {
    select: {
      name: true,
      contentType: true,
      bytes: true,
      width: true,
      height: true,
      bitsPerSecond: true,
      storageKey: true,
      playlist: true,
    },
  },
} satisfies Prisma.VideoSelect;

export type ProvidedVideoRow = Prisma.VideoGetPayload<{ select: typeof providedVideoColumns }>;

/** A video as its provider knows it, its renditions best first. */
export function toProvidedVideo({ id, fileName, bytes, renditions, ...row }: ProvidedVideoRow): ProvidedVideo {
  const { muxUploadId, muxAssetId, muxPlaybackId, posterSha256 } = row;
  const known = renditions.map((rendition) => ({
    ...rendition,
    name: qualityNameSchema.parse(rendition.name),
    bytes: Number(rendition.bytes),
  }));
  known.sort((a, b) => qualityNames.indexOf(a.name) - qualityNames.indexOf(b.name));
  return {
    id,
    fileName,
    bytes: Number(bytes),
    muxUploadId,
    muxAssetId,
    muxPlaybackId,
    posterSha256,
    renditions: known,
  };
}
