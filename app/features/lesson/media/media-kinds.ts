/** Largest file that a course takes, in bytes. */
export const MAX_MEDIA_BYTES = 25 * 1024 * 1024;
/** How many files a course may have, and how large they may be together, in bytes. */
export const MAX_MEDIA = 2_000;
export const MAX_COURSE_BYTES = 2 * 1024 * 1024 * 1024;

type MediaKind = {
  /** Of those that may stand at the end of a file's name, the first is the one that is given. */
  endings: readonly [string, ...string[]];
  /** As people name it. */
  name: string;
  isPicture: boolean;
};

const kinds: Record<string, MediaKind> = {
  "image/jpeg": { endings: ["jpg", "jpeg"], name: "JPEG", isPicture: true },
  "image/png": { endings: ["png"], name: "PNG", isPicture: true },
  "image/webp": { endings: ["webp"], name: "WebP", isPicture: true },
  "image/avif": { endings: ["avif"], name: "AVIF", isPicture: true },
  "image/svg+xml": { endings: ["svg"], name: "SVG", isPicture: true },
  "application/pdf": { endings: ["pdf"], name: "PDF", isPicture: false },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
    endings: ["docx"],
    name: "DOCX",
    isPicture: false,
  },
  "application/vnd.oasis.opendocument.text": { endings: ["odt"], name: "ODT", isPicture: false },
  "application/epub+zip": { endings: ["epub"], name: "EPUB", isPicture: false },
  "audio/mpeg": { endings: ["mp3"], name: "MP3", isPicture: false },
  "text/plain": { endings: ["txt"], name: "TXT", isPicture: false },
  "text/csv": { endings: ["csv"], name: "CSV", isPicture: false },
};

/** What is known of a type of file that a course may hold; undefined where it may hold none such. */
export function mediaKind(contentType: string): MediaKind | undefined {
  return Object.hasOwn(kinds, contentType) ? kinds[contentType] : undefined;
}

export function isPictureType(contentType: string): boolean {
  return mediaKind(contentType)?.isPicture ?? false;
}

/** The type of which files of this ending are, or undefined for an ending that none of the types has. */
export function typeOfEnding(ending: string): string | undefined {
  return Object.entries(kinds).find(([, { endings }]) => endings.includes(ending))?.[0];
}

const endingsWhere = (wanted: (kind: MediaKind) => boolean) =>
  Object.values(kinds)
    .filter(wanted)
    .flatMap(({ endings }) => endings);

/** Endings of the files that are kept to be fetched, not to be looked at. */
export const fileEndings = endingsWhere(({ isPicture }) => !isPicture);

/** What a field for files offers to choose, beside pictures that only move. */
export const acceptedFiles = [...endingsWhere(() => true), "gif"].map((ending) => `.${ending}`).join(",");
export const acceptedPictures = [...endingsWhere(({ isPicture }) => isPicture), "gif"]
  .map((ending) => `.${ending}`)
  .join(",");
