import type { LessonNode } from "./lesson-node.ts";

/** The words that a rendered lesson adds to its text, in the text's own language. */
export type LessonWords = {
  credit: string;
  licence: string;
  footnotes: string;
  footnote: string;
  backToText: string;
  table: string;
  drawing: string;
  transcription: string;
  translation: string;
  date: string;
  holding: string;
  callouts: Record<"note" | "debate" | "source" | "caution", string>;
};

export type LinkTarget = { kind: "lesson" | "course"; slug: string };

/** A raster picture as a page refers to it; width and height in pixels. */
export type LessonPicture = { href: string; width: number; height: number };

export type RenderContext = {
  /** The language of the text. */
  locale: string;
  words: LessonWords;
  /** A number in the digits of the text's language. */
  number: (value: number) => string;
  /** All nodes of one type in the order of reading. */
  nodes: (type: string) => LessonNode[];
  anchor: (heading: LessonNode) => string;
  resolveLink: (target: LinkTarget) => string | null;
  resolvePicture: (path: string) => LessonPicture | null;
  /** The source of a drawing. */
  drawing: (path: string) => string | null;
};
