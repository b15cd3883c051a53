import { emptyDocument } from "../../empty-document.ts";
import type { LessonNode } from "../../lesson-node.ts";

/** What is written in a text. A document that was not changed stays the same object. */
export type TextContent = { title: string; summary: string; document: LessonNode };

/** A text as the server has it; `updatedAt` is null where it has none. */
export type SavedContent = TextContent & { updatedAt: string | null; by?: string | null };

export const nothingSaved: SavedContent = { title: "", summary: "", document: emptyDocument, updatedAt: null };

/** Whether nothing was written since: the same words above, and the very same document. */
export function isUntouched(one: TextContent, other: TextContent): boolean {
  return one.document === other.document && one.title === other.title && one.summary === other.summary;
}

function isSameBlock(one: LessonNode, other: LessonNode | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Blocks that nobody touched are the same objects: of a long text few are read. */
function isSameDocument(one: LessonNode, other: LessonNode): boolean {
  if (one === other) return true;
  const [blocks, others] = [one.content ?? [], other.content ?? []];
  return blocks.length === others.length && blocks.every((block, index) => isSameBlock(block, others[index]));
}

/** Whether both say the same, however they came about. */
export function saysTheSame(one: TextContent, other: TextContent): boolean {
  const sameLines = one.title === other.title && one.summary === other.summary;
  return sameLines && isSameDocument(one.document, other.document);
}
