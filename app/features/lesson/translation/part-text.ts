import { type LessonNode, textOf } from "../lesson-node.ts";

/** Attributes of nodes that are words for the reader, to be translated as the text is. */
export const wordAttributes: Readonly<Record<string, readonly string[]>> = {
  figure: ["alt", "credit", "licence"],
  callout: ["title"],
  verse: ["attribution"],
  document: ["title", "date", "holding"],
  timeline: ["title"],
  map: ["title", "credit", "licence"],
  mapPlace: ["name"],
  attachment: ["title"],
  embed: ["title", "description"],
};

const INLINE = new Set(["text", "hardBreak", "footnoteReference", "citation"]);

/** Whether a node holds a run of text itself. */
export function holdsRun(node: LessonNode): boolean {
  return (node.content ?? []).some((child) => child.text !== undefined || INLINE.has(child.type));
}

/** The words of a node, one line for each run of text and for each attribute that is read. */
export function linesOf(node: LessonNode): string[] {
  const attributes = (wordAttributes[node.type] ?? []).flatMap((name) => {
    const value = node.attrs?.[name];
    return typeof value === "string" ? [value] : [];
  });
  if (holdsRun(node)) return [...attributes, textOf(node)];
  return [...attributes, ...(node.content ?? []).flatMap(linesOf)];
}

/** The words of a part with its notes, as they are compared. */
export function textOfPart(part: LessonNode): string {
  return linesOf(part).filter(Boolean).join("\n");
}
