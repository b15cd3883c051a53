import { createHash } from "node:crypto";
import { extname, join } from "node:path";
import type { LineOf } from "#app/platform/yaml/parse-yaml.ts";
import type { CourseFile } from "./course-file-schema.ts";
import { type MediaFacts, measureMedia } from "./measure-media.server.ts";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";
import type { PackagedRendition, PackagedVideo } from "./packaged-video.ts";
import { readPicture } from "./read-picture.server.ts";
import { renditionType } from "./rendition-types.ts";
import { qualities, type VideoFile } from "./video-file-schema.ts";

const VIDEO_LIMIT = 10 * 1024 ** 3;
const PLAYLIST_LIMIT = 5 * 1024 * 1024;
/** By so much may the forms of one video differ in length: each ends with a frame of its own. */
const TOLERANCE_MS = 1_000;

type LocalVideo = Extract<VideoFile, { provider: "local" }>;
type MuxVideo = Extract<VideoFile, { provider: "mux" }>;
type Reading = {
  folder: PackageFolder;
  path: string;
  problems: PackageProblem[];
  /** Says what is wrong at a place of this video in course.yaml. */
  say: (path: PropertyKey[], reason: string) => void;
};

/**
 * Reads the videos of a course, `path` being its folder in the package, and says what is wrong with them. `files` are
 * all that were read, for telling whether the package changed.
 */
export async function readVideos({
  folder,
  path,
  outline,
  problems,
}: Omit<Reading, "say"> & { outline: { value: CourseFile; lineOf: LineOf } }) {
  const videos: PackagedVideo[] = [];
  for (const [index, video] of outline.value.videos.entries()) {
    const say: Reading["say"] = (place, reason) =>
      problems.push({ file: `${path}/course.yaml`, line: outline.lineOf(["videos", index, ...place]), reason });
    const reading = { folder, path, problems, say };
    const read = video.provider === "mux" ? await readMuxVideo(reading, video) : await readLocalVideo(reading, video);
    if (read) videos.push(read);
  }
  return videos;
}

async function readPoster({ folder, path, problems }: Reading, { poster }: VideoFile) {
  if (poster === null) return null;
  return (await readPicture({ folder, course: path, path: poster, problems })) ?? null;
}

async function readMuxVideo(reading: Reading, video: MuxVideo): Promise<PackagedVideo> {
  const { id, fileName, durationMs, width = null, height = null, assetId, playbackId } = video;
  const renditions = video.renditions.map(({ quality, nameAtMux, width = null, height = null, ...facts }) => ({
    ...facts,
    width,
    height,
    name: quality,
    bitsPerSecond: facts.bitsPerSecond ?? speed(facts.bytes, durationMs),
    playlist: null,
    source: { nameAtMux },
  }));
  const poster = await readPoster(reading, video);
  return {
    id,
    fileName,
    durationMs,
    width,
    height,
    poster,
    mux: { assetId, playbackId },
    renditions: inOrder(renditions),
  };
}

async function readLocalVideo(reading: Reading, video: LocalVideo): Promise<PackagedVideo | undefined> {
  const found: { rendition: PackagedRendition; facts: MediaFacts }[] = [];
  for (const index of video.renditions.keys()) {
    const read = await readRendition(reading, video, index);
    if (read) found.push(read);
  }
  const poster = await readPoster(reading, video);
  const best = found.find(({ facts }) => facts.height !== null) ?? found[0];
  if (!best || found.length < video.renditions.length) return undefined;
  const {
    id,
    fileName,
    durationMs = best.facts.durationMs,
    width = best.facts.width,
    height = best.facts.height,
  } = video;
  found.forEach(({ facts }, index) => {
    if (Math.abs(facts.durationMs - durationMs) <= TOLERANCE_MS) return;
    const reason = `lasts ${facts.durationMs / 1000} s, and the video ${durationMs / 1000} s`;
    reading.say(["renditions", index, "file"], reason);
  });
  const renditions = inOrder(found.map(({ rendition }) => rendition));
  return { id, fileName, durationMs, width, height, poster, mux: null, renditions };
}

async function readRendition({ folder, path, problems, say }: Reading, video: LocalVideo, index: number) {
  const rendition = video.renditions[index];
  if (!rendition) return undefined;
  const { quality, file } = rendition;
  const contentType = rendition.contentType ?? renditionType(extname(file));
  if (!contentType) {
    say(["renditions", index, "file"], `${file} has no contentType, and its name does not tell`);
    return undefined;
  }
  const hashed = await folder.hashFile(`${path}/${file}`, VIDEO_LIMIT);
  if (!hashed) return undefined;
  const facts = await measureMedia(join(folder.root, path, file));
  if (!facts) {
    problems.push({ file: `${path}/${file}`, reason: "holds no video or sound that can be read" });
    return undefined;
  }
  const playlist = await readPlaylist({ folder, path, problems, say }, rendition.playlist);
  const read: PackagedRendition = {
    name: quality,
    contentType,
    bytes: hashed.bytes,
    width: rendition.width === undefined ? facts.width : rendition.width,
    height: rendition.height === undefined ? facts.height : rendition.height,
    bitsPerSecond: rendition.bitsPerSecond ?? speed(hashed.bytes, facts.durationMs),
    playlist,
    source: { path: file, sha256: hashed.sha256 },
  };
  return { rendition: read, facts };
}

async function readPlaylist({ folder, path, problems }: Reading, file: string | null): Promise<string | null> {
  if (file === null) return null;
  const text = await folder.readText(`${path}/${file}`, PLAYLIST_LIMIT);
  if (text === undefined) return null;
  const isPlaylist = text.startsWith("#EXTM3U") && text.includes("{file}");
  if (!isPlaylist) problems.push({ file: `${path}/${file}`, reason: "is not an HLS playlist of {file}" });
  return text;
}

function speed(bytes: number, durationMs: number): number {
  return Math.max(1, Math.round((bytes * 8_000) / durationMs));
}

function inOrder(renditions: PackagedRendition[]): PackagedRendition[] {
  return renditions.toSorted((a, b) => qualities.indexOf(a.name) - qualities.indexOf(b.name));
}

/** One fingerprint of a video's files, for telling whether a package changed. */
export function hashVideo({ renditions, poster }: PackagedVideo): string {
  const parts = renditions.map(({ name, source, playlist }) => [name, source, playlist]);
  return createHash("sha256")
    .update(JSON.stringify([parts, poster?.sha256]))
    .digest("hex");
}
