/** Kinds of files that a question may ask for, each with the endings of their names. */
export const fileKinds = {
  pdf: ["pdf"],
  document: ["docx", "odt", "rtf", "txt", "md"],
  image: ["jpg", "jpeg", "png", "webp", "heic"],
  audio: ["mp3", "m4a", "ogg", "wav"],
  video: ["mp4", "webm", "mov"],
  table: ["csv", "ods", "xlsx"],
  slides: ["odp", "pptx"],
} as const;

export type FileKind = keyof typeof fileKinds;

/** The endings, with their dots, that some kinds take. */
export function endingsOf(kinds: readonly FileKind[]): string[] {
  return kinds.flatMap((kind) => fileKinds[kind].map((ending) => `.${ending}`));
}

/** Whether a file of this name is of one of the kinds. */
export function isOfKind(name: string, kinds: readonly FileKind[]): boolean {
  return endingsOf(kinds).some((ending) => name.toLowerCase().endsWith(ending));
}
