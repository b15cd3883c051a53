import { lessonSchema } from "./blocks/registry.ts";
import type { LessonDocument } from "./lesson-document.ts";
import { type LessonNode, textOf } from "./lesson-node.ts";

// Slower than the usual 200 and more words a minute of easy prose: these are texts to study.
const WORDS_PER_MINUTE = 150;

function linesOf(node: LessonNode): string[] {
  if (lessonSchema.nodes[node.type]?.inlineContent) return [textOf(node)];
  const title = node.attrs?.title;
  return [...(typeof title === "string" ? [title] : []), ...(node.content ?? []).flatMap(linesOf)];
}

/** The words of a lesson without its marks, one line for each block: for search and for counting. */
export function lessonPlainText(document: LessonDocument): string {
  return linesOf(document).filter(Boolean).join("\n");
}

/** How long the text takes to read, in whole minutes, at least one. */
export function readingMinutes(document: LessonDocument): number {
  const words = lessonPlainText(document).split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
