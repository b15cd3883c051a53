import type { Asset, StaticRendition } from "@mux/mux-node/resources/video/assets";
import type { Upload } from "@mux/mux-node/resources/video/uploads";
import type { QualityName } from "#app/features/lecture/playback.ts";
import type { VideoFacts } from "#app/features/lecture/video-provider.ts";

/** The files we ask Mux to make of each video, and the names by which we know them. */
const QUALITY_OF: Partial<Record<NonNullable<StaticRendition["resolution"]>, QualityName>> = {
  highest: "original",
  "720p": "720p",
  "360p": "360p",
  "audio-only": "audio",
};

/** What a new video is to be made into. */
export const wantedFiles: { resolution: "highest" | "720p" | "360p" | "audio-only" }[] = [
  { resolution: "highest" },
  { resolution: "720p" },
  { resolution: "360p" },
  { resolution: "audio-only" },
];

type Ready = Extract<VideoFacts, { state: "ready" }>;
type Rendition = Ready["renditions"][number];

/** What an upload tells that has become no asset yet. */
export function factsOfUpload({ status, error }: Pick<Upload, "status" | "error">): VideoFacts {
  if (status === "cancelled") return { state: "cancelled" };
  if (status === "timed_out") return { state: "failed", failure: "uploadTimedOut" };
  if (status === "errored") return { state: "failed", failure: failureOf(error?.type) };
  return { state: "uploading" };
}

/** What an asset tells. Ready means that its files are made as well, or never will be: their sizes are told to learners. */
export function factsOfAsset(asset: Asset): VideoFacts {
  if (asset.status === "errored") return { state: "failed", failure: failureOf(asset.errors?.type) };
  const files = asset.static_renditions?.files ?? [];
  if (asset.status !== "ready" || files.some(({ status }) => status === "preparing")) return { state: "processing" };
  if (!asset.duration) return { state: "failed", failure: "notVideo" };
  const picture = asset.tracks?.find(({ type }) => type === "video");
  if (!picture) return { state: "failed", failure: "noPicture" };
  const durationMs = Math.round(asset.duration * 1_000);
  return {
    state: "ready",
    durationMs,
    width: picture.max_width ?? null,
    height: picture.max_height ?? null,
    renditions: files.flatMap((file) => renditionOf(file, durationMs)),
  };
}

/** The playback id that only opens to signed addresses. */
export function signedPlaybackId({ playback_ids }: Pick<Asset, "playback_ids">): string | undefined {
  return playback_ids?.find(({ policy }) => policy === "signed")?.id;
}

function renditionOf(file: StaticRendition, durationMs: number): Rendition[] {
  const name = file.resolution && QUALITY_OF[file.resolution];
  const bytes = Number(file.filesize ?? 0);
  if (!name || !file.name || file.status !== "ready" || bytes === 0) return [];
  return [
    {
      name,
      bytes,
      bitsPerSecond: file.bitrate ?? Math.round((bytes * 8_000) / durationMs),
      width: file.width ?? null,
      height: file.height ?? null,
      contentType: file.ext === "m4a" ? "audio/mp4" : "video/mp4",
      storageKey: file.name,
      playlist: null,
    },
  ];
}

/** Mux names many kinds of what a file can have wrong; a person can act on two. */
function failureOf(type: string | undefined): string {
  return type === undefined || type.startsWith("invalid") ? "notVideo" : "providerFailed";
}
