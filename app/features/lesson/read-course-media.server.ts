import { imageSize } from "image-size";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { isPictureType } from "./media/media-kinds.ts";
import { formSets } from "./media/picture-forms.ts";
import type { LessonFile, LessonPicture } from "./render-context.ts";

type CourseMedia = {
  path: string;
  sha256: string;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
};

/** The columns of a course's files that rendering asks for. */
export const renderedMedia = {
  path: true,
  sha256: true,
  contentType: true,
  bytes: true,
  width: true,
  height: true,
} as const;

/** Reads a course's drawings by their paths in its package; null where there is none. */
export function drawingReader({ media }: { media: CourseMedia[] }) {
  const known = new Map<string, Promise<string | null>>();
  const read = async (path: string) => {
    const found = media.find((one) => one.path === path);
    const bytes = found && (await getObject(found.sha256));
    return bytes?.toString("utf8") ?? null;
  };
  return (path: string): Promise<string | null> => {
    const drawing = known.get(path) ?? read(path);
    known.set(path, drawing);
    return drawing;
  };
}

/** The addresses and sizes of a course's pictures by their paths in its package; null where there is none. */
export async function pictureResolver({ media }: { media: CourseMedia[] }) {
  const pictures = new Map<string, LessonPicture>();
  for (const { path, sha256, contentType, ...known } of media) {
    if (contentType === "image/svg+xml" || !isPictureType(contentType)) continue;
    const { width, height } = known;
    const size = width && height ? { width, height } : await measure(sha256);
    if (!size) continue;
    const sets = formSets({ sha256, contentType, ...size });
    pictures.set(path, { href: `/media/${sha256}`, ...size, sets });
  }
  return (path: string): LessonPicture | null => pictures.get(path) ?? null;
}

/** The addresses and facts of a course's files that are no pictures, by their paths; null where there is none. */
export function fileResolver({ media }: { media: CourseMedia[] }) {
  const files = new Map<string, LessonFile>(
    media
      .filter(({ contentType }) => !isPictureType(contentType))
      .map(({ path, sha256, contentType, bytes }) => [path, { href: `/media/${sha256}`, contentType, bytes }]),
  );
  return (path: string): LessonFile | null => files.get(path) ?? null;
}

/** As it is to be seen: a photograph may be stored lying on its side. */
async function measure(sha256: string): Promise<{ width: number; height: number } | null> {
  const bytes = await getObject(sha256);
  if (!bytes) return null;
  const { width, height, orientation = 1 } = imageSize(bytes);
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
