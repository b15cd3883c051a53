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

/** Whether both say the same, however they came about. */
export function saysTheSame(one: TextContent, other: TextContent): boolean {
  const words = ({ title, summary, document }: TextContent) => JSON.stringify([title, summary, document]);
  return words(one) === words(other);
}
