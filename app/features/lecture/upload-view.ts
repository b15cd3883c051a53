import type { VideoState } from "#app/platform/db/generated/enums.ts";

/** What an instructor sees of a video that she uploads or has uploaded. */
export type UploadView = {
  id: string;
  state: VideoState;
  /** Code of what went wrong. */
  failure: string | null;
  fileName: string;
  /** Of the whole file. */
  bytes: number;
  /** Bytes that are here; null where only the provider knows. */
  received: number | null;
  durationMs: number | null;
};
