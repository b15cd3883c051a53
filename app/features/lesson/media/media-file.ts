import { isPictureType } from "./media-kinds.ts";

/** The columns of a course's file that pages and pickers show. */
export const selectMedia = {
  path: true,
  sha256: true,
  contentType: true,
  bytes: true,
  width: true,
  height: true,
  credit: true,
  licence: true,
} as const;

type Row = {
  path: string;
  sha256: string;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  credit: string | null;
  licence: string | null;
};

/** A file of a course, with the address at which its bytes are. */
export type MediaFile = Omit<Row, "sha256"> & { href: string; isPicture: boolean };

export function mediaFile({ sha256, ...row }: Row): MediaFile {
  return { ...row, href: `/media/${sha256}`, isPicture: isPictureType(row.contentType) };
}
