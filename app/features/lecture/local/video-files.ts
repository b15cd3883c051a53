import type { QualityName } from "../playback.ts";

/** Where a rendition of a video lies in the store of large files. */
export function fileKey(videoId: string, name: QualityName): string {
  return `videos/${videoId}/${name}`;
}

const endings: Record<string, string> = {
  "video/mp4": "mp4",
  "video/quicktime": "mov",
  "video/webm": "webm",
  "video/x-matroska": "mkv",
  "audio/mp4": "m4a",
  "audio/webm": "weba",
};

/** What a rendition is called in its address. */
export function fileName({ name, contentType }: { name: QualityName; contentType: string }): string {
  return `${name}.${endings[contentType] ?? "bin"}`;
}

export const MASTER_PLAYLIST = "master.m3u8";
export const POSTER = "poster";
