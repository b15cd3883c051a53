import { imageSize } from "image-size";
import { z } from "zod";
import { chaptersSchema, type Slide, slidesSchema } from "#app/features/lecture/lecture-schema.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { qualities } from "../read/video-file-schema.ts";
import type { DraftLecture, DraftVideo } from "./course-draft.ts";

const selectVideo = {
  id: true,
  state: true,
  provider: true,
  fileName: true,
  durationMs: true,
  width: true,
  height: true,
  posterSha256: true,
  muxAssetId: true,
  muxPlaybackId: true,
  packagedSha256: true,
  renditions: { omit: { videoId: true } },
} as const satisfies Prisma.VideoSelect;

/** What a draft needs of a lecture. */
export const selectLecture = {
  lengthSeconds: true,
  chapters: true,
  slides: true,
  captions: { select: { locale: true, vtt: true } },
  video: { select: selectVideo },
} as const satisfies Prisma.LectureSelect;

export type LectureRow = Prisma.LectureGetPayload<{ select: typeof selectLecture }>;
export type VideoRow = NonNullable<LectureRow["video"]>;

const qualitySchema = z.enum(qualities);
const pictureTypes: Record<string, Slide["contentType"]> = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
};

/**
 * A lecture as the database has it; a video that is still on its way is none, and what begins after the end of the
 * video, as may be once it was replaced by a shorter one, is nothing that anybody sees.
 */
export function toLecture(row: LectureRow | null): DraftLecture {
  const ready = row?.video?.state === "ready" ? row.video : null;
  const lengthSeconds = ready ? (row?.lengthSeconds ?? null) : null;
  const within = ({ at }: { at: number }) => lengthSeconds === null || at < lengthSeconds;
  const captions = (row?.captions ?? []).map(({ locale, vtt }) => [localeSchema.parse(locale), vtt]);
  return {
    videoId: ready?.id ?? null,
    lengthSeconds,
    chapters: chaptersSchema.parse(row?.chapters ?? []).filter(within),
    slides: slidesSchema.parse(row?.slides ?? []).filter(within),
    captions: Object.fromEntries(captions),
  };
}

/** The videos that these lessons show and that can be watched, each once. */
export async function toVideos(lessons: { lecture: LectureRow | null }[]): Promise<DraftVideo[]> {
  const rows = new Map(lessons.flatMap(({ lecture }) => (lecture?.video ? [[lecture.video.id, lecture.video]] : [])));
  const videos: DraftVideo[] = [];
  for (const row of rows.values()) {
    if (row.state === "ready") videos.push(await toVideo(row));
  }
  return videos;
}

async function toVideo({ durationMs, muxAssetId, muxPlaybackId, ...row }: VideoRow): Promise<DraftVideo> {
  const { id, fileName, width, height, posterSha256, packagedSha256 } = row;
  const renditions = row.renditions
    .map((rendition) => ({ ...rendition, name: qualitySchema.parse(rendition.name), bytes: Number(rendition.bytes) }))
    .toSorted((a, b) => qualities.indexOf(a.name) - qualities.indexOf(b.name));
  const isAtMux = row.provider === "mux" && muxAssetId !== null && muxPlaybackId !== null;
  return {
    ...{ id, fileName, width, height, packagedSha256, renditions },
    durationMs: z.number().parse(durationMs),
    poster: posterSha256 === null ? null : await toPoster(posterSha256),
    mux: isAtMux ? { assetId: muxAssetId, playbackId: muxPlaybackId } : null,
  };
}

/** Only the bytes know what kind of picture a poster is. */
async function toPoster(sha256: string) {
  const bytes = await getObject(sha256);
  const contentType = bytes && pictureTypes[imageSize(bytes).type ?? ""];
  return contentType ? { sha256, contentType } : null;
}
