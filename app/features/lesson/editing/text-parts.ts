import { type LessonNode, nodesOfType } from "../lesson-node.ts";
import { type LessonPart, splitDocument } from "../translation/split-document.ts";

const ordered = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Equal for blocks that say the same, in whatever order the keys of their objects are. */
export function keyOf(part: LessonPart): string {
  return JSON.stringify(part, ordered);
}

/** The blocks of a document with their notes; notes to which nothing refers yet come last, each by itself. */
export function partsOf(document: LessonNode): LessonPart[] {
  const parts = splitDocument(document);
  const placed = new Set(parts.flatMap((part) => nodesOfType(part, "footnoteDefinition")));
  const others = nodesOfType(document, "footnoteDefinition").filter((note) => !placed.has(note));
  return [...parts, ...others.map((note) => ({ type: "doc", content: [{ type: "footnotes", content: [note] }] }))];
}
