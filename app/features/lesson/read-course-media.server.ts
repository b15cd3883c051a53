import { imageSize } from "image-size";
import { getObject } from "#app/platform/storage/storage.server.ts";
import type { LessonPicture } from "./render-context.ts";

type CourseMedia = { path: string; sha256: string; contentType: string };

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
  for (const { path, sha256, contentType } of media) {
    if (contentType === "image/svg+xml") continue;
    const bytes = await getObject(sha256);
    if (bytes) pictures.set(path, { href: `/media/${sha256}`, ...sizeOf(bytes) });
  }
  return (path: string): LessonPicture | null => pictures.get(path) ?? null;
}

/** As it is to be seen: a photograph may be stored lying on its side. */
function sizeOf(bytes: Buffer): { width: number; height: number } {
  const { width, height, orientation = 1 } = imageSize(bytes);
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
