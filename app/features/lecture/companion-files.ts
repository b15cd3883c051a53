import type { Slide } from "./lecture-schema.ts";

/** Captions as a release has them, by the SHA-256 of their text, or as they are edited in a lesson's draft. */
export type CaptionSource = { sha256: string } | { lessonId: string };

const pictureTypes = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
} as const satisfies Record<string, Slide["contentType"]>;

const DRAFT = /^draft-([0-9a-f-]{36})\.([a-z]{2})\.vtt$/;
const RELEASED = /^([0-9a-f]{64})\.vtt$/;
const PICTURE = /^([0-9a-f]{64})\.(jpg|png|webp|avif)$/;

/** Last segment of the address of a caption track. */
export function captionFile(caption: { locale: string } & CaptionSource): string {
  return "sha256" in caption ? `${caption.sha256}.vtt` : `draft-${caption.lessonId}.${caption.locale}.vtt`;
}

/** Last segment of the address of a slide. */
export function slideFile({ sha256, contentType }: Pick<Slide, "sha256" | "contentType">): string {
  const ending = Object.entries(pictureTypes).find(([, type]) => type === contentType)?.[0];
  return `${sha256}.${ending}`;
}

export type CompanionFile =
  | { kind: "released"; sha256: string }
  | { kind: "draft"; lessonId: string; locale: string }
  | { kind: "slide"; sha256: string; contentType: Slide["contentType"] };

/** What such a segment names, or undefined where it is none of them. */
export function readCompanionFile(file: string): CompanionFile | undefined {
  const [, released] = RELEASED.exec(file) ?? [];
  if (released) return { kind: "released", sha256: released };
  const [, lessonId, locale] = DRAFT.exec(file) ?? [];
  if (lessonId && locale) return { kind: "draft", lessonId, locale };
  const [, sha256, ending] = PICTURE.exec(file) ?? [];
  if (!sha256) return undefined;
  const type = Object.entries(pictureTypes).find(([known]) => known === ending)?.[1];
  return type && { kind: "slide", sha256, contentType: type };
}
