import type { CitedWork } from "./blocks/citation/cited-works.ts";
import type { LessonNode } from "./lesson-node.ts";
import type { FormSet } from "./media/picture-forms.ts";

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
  download: string;
  embed: { show: string; from: string; description: string };
  callouts: Record<"note" | "debate" | "source" | "caution", string>;
  worksCited: string;
  timeline: string;
  /** Filled with `year`; `circa` with `date`. */
  eras: { ce: string; bce: string; ah: string; circa: string };
  /** Which calendars the dates of a timeline go by. */
  reckonings: Record<"tabular" | "umalqura" | "julian", string>;
  map: { periods: string; allPeriods: string; places: string };
  selfCheck: { label: string; needsScript: string };
};

export type LinkTarget = { kind: "lesson" | "course"; slug: string };

/**
 * A raster picture as a page refers to it; width and height in pixels. `sets` are the forms that a browser may choose
 * from, the last of the picture's own type.
 */
export type LessonPicture = { href: string; width: number; height: number; sets: FormSet[] };

/** A file that is no picture. */
export type LessonFile = { href: string; contentType: string; bytes: number };

export type RenderContext = {
  /** The language of the text. */
  locale: string;
  words: LessonWords;
  /** A number in the digits of the text's language. */
  number: (value: number) => string;
  /** All nodes of one type in the order of reading. */
  nodes: (type: string) => LessonNode[];
  /** Footnotes and citations in the order of their numbers. */
  notes: readonly LessonNode[];
  /** HTML of what a citation cites. */
  citation: (node: LessonNode) => string;
  /** HTML of each work cited. */
  bibliography: readonly string[];
  /** A year in the digits of the text's language. */
  years: Intl.NumberFormat;
  anchor: (heading: LessonNode) => string;
  resolveLink: (target: LinkTarget) => string | null;
  resolvePicture: (path: string) => LessonPicture | null;
  resolveFile: (path: string) => LessonFile | null;
  /** The source of a drawing. */
  drawing: (path: string) => string | null;
};

/** Citations in the order of the text, each with the number of the note in which it stands. */
export type CitationCluster = { note: number; works: readonly CitedWork[] };

/** HTML for each cluster, in order, and of each work cited in the order of a bibliography. */
export type FormattedCitations = { clusters: string[]; bibliography: string[] };

/** Throws `lessonUnreadable` for a work that the bibliography does not hold. */
export type FormatCitations = (input: { locale: string; clusters: CitationCluster[] }) => FormattedCitations;
