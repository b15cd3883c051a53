import { ExpectedError } from "#app/platform/errors/errors.ts";
import { lessonSchema } from "../blocks/registry.ts";
import { makeCanonicaliser } from "../components/editor/canonicaliser.ts";
import type { LessonDocument } from "../lesson-document.ts";
import type { LessonNode } from "../lesson-node.ts";
import type { LessonProblemCode } from "../read-context.ts";

/**
 * What of a file is not in the text that was made of it: of Markdown by its line, else by its kind and how often. Of a
 * picture that is in it nothing is said yet of what it shows, whose it is and on what terms: `pictureUnsaid`.
 */
export type LeftOut =
  | { kind: "line"; line: number; code: LessonProblemCode }
  | { kind: "picture" | "pictureUnsaid" | "mergedCells" | "raised"; count: number }
  | { kind: "link"; address: string };

/** Keeps a picture of a file with those of the course, and answers its path; null where it cannot be taken. */
export type TakePicture = (picture: { name: string; bytes: Uint8Array }) => Promise<string | null>;

/** A file as a lesson's text. */
export type ImportedText = {
  document: LessonDocument;
  leftOut: LeftOut[];
  /** Where the file says them. */
  title?: string;
  summary?: string;
};

/** Bytes. */
export const MOST_IMPORTED = 10 * 1024 * 1024;

export type ImportFault = "tooLarge" | "notKnown" | "notText" | "damaged" | "tooDense" | "tooSlow" | "empty" | "busy";

/** A file that cannot be taken into a text, and why. */
export function importRefused(code: ImportFault): ExpectedError {
  return new ExpectedError({ code, messageKey: `lesson-text:import.errors.${code}`, status: 422 });
}

/** Blocks as a file has them in canonical form: what no block can hold stays as plain paragraphs. */
export function canonicalImport(blocks: LessonNode[], notes: LessonNode[]): LessonDocument {
  const section = notes.length > 0 ? [{ type: "footnotes", content: notes }] : [];
  if (blocks.length === 0) throw importRefused("empty");
  return makeCanonicaliser()(lessonSchema.nodeFromJSON({ type: "doc", content: [...blocks, ...section] }));
}
