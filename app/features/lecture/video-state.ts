import type { VideoState } from "#app/platform/db/generated/enums.ts";

/** From where a video may come to where, by what its provider says; everything else is old news. */
const moves: Record<VideoState, VideoState[]> = {
  uploading: ["processing", "ready", "failed", "cancelled"],
  processing: ["ready", "failed", "cancelled"],
  // Providers put a failure right by themselves now and then.
  failed: ["ready"],
  // More renditions may come to a video that is ready.
  ready: ["ready"],
  cancelled: [],
};

/** Whether what the provider says of a video is to be written down; what is ready never goes back. */
export function isNews(known: VideoState, said: VideoState): boolean {
  return moves[known].includes(said);
}
