import { z } from "zod";
import { VideoProvider } from "#app/platform/db/generated/enums.ts";
import { qualityNameSchema } from "./playback-schema.ts";

const payload = z.object({ videoId: z.uuid() });

/** Asks a video's provider how it stands and writes it down. */
export const settleVideoJob = { name: "settle-video", payload };

/** Makes smaller forms of a video that we keep ourselves. It takes a processor for long, so it is not tried often. */
export const makeRenditionsJob = { name: "make-renditions", payload, maxAttempts: 3 };

/** Gives up an upload that nobody goes on with. */
export const sweepUploadJob = { name: "sweep-upload", payload };

const renditionSchema = z.object({
  name: qualityNameSchema,
  contentType: z.string(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  bitsPerSecond: z.number(),
  storageKey: z.string(),
  playlist: z.string().nullable(),
});

/** Has a provider forget a video whose row is gone, or whose upload was given up. */
export const dropVideoJob = {
  name: "drop-video",
  payload: z.object({
    provider: z.enum(VideoProvider),
    video: z.object({
      id: z.uuid(),
      fileName: z.string(),
      bytes: z.number(),
      muxUploadId: z.string().nullable(),
      muxAssetId: z.string().nullable(),
      muxPlaybackId: z.string().nullable(),
      posterSha256: z.string().nullable(),
      renditions: z.array(renditionSchema),
    }),
    cancel: z.boolean(),
  }),
};
