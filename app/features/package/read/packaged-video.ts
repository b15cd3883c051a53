import type { QualityName } from "#app/features/lecture/playback.ts";
import type { PackagedPicture } from "./read-picture.server.ts";

export type PackagedRendition = {
  name: QualityName;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  bitsPerSecond: number;
  /** HLS media playlist of the file, in which `{file}` stands for its address. */
  playlist: string | null;
  /** The file in the course's folder and what it holds, or what it is called at Mux. */
  source: { path: string; sha256: string } | { nameAtMux: string };
};

/** A video as a package describes it, what the package leaves out read from its files. */
export type PackagedVideo = {
  id: string;
  fileName: string;
  durationMs: number;
  width: number | null;
  height: number | null;
  poster: PackagedPicture | null;
  mux: { assetId: string; playbackId: string } | null;
  /** Best first. */
  renditions: PackagedRendition[];
};
