import type { Slide } from "#app/features/lecture/lecture-schema.ts";

type PictureKind = { contentType: Slide["contentType"]; looksRight: (bytes: Buffer) => boolean };

/** Pictures of dots, by the end of their files' names. */
const kinds: Record<string, PictureKind> = {
  ".png": {
    contentType: "image/png",
    looksRight: (bytes) => bytes.subarray(0, 8).toString("hex") === "89504e470d0a1a0a",
  },
  ".jpg": { contentType: "image/jpeg", looksRight: isJpeg },
  ".jpeg": { contentType: "image/jpeg", looksRight: isJpeg },
  ".webp": { contentType: "image/webp", looksRight: (bytes) => bytes.subarray(8, 12).toString("latin1") === "WEBP" },
  ".avif": {
    contentType: "image/avif",
    looksRight: (bytes) => /^ftypavi[fs]/.test(bytes.subarray(4, 12).toString("latin1")),
  },
};

function isJpeg(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).toString("hex") === "ffd8ff";
}

/** What a file with this ending holds, or undefined where no picture ends so. */
export function pictureKind(extension: string): PictureKind | undefined {
  return kinds[extension];
}

/** How the name of a picture of this type ends; throws where there is no such picture. */
export function pictureExtension(contentType: string): string {
  const found = Object.entries(kinds).find(([, kind]) => kind.contentType === contentType);
  if (!found) throw new Error(`${contentType} is not a type of picture`);
  return found[0];
}
