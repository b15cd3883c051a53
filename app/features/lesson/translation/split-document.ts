import { type LessonNode, nodesOfType } from "../lesson-node.ts";

/** A document of one block of a lesson's text, with the notes that the block refers to. */
export type LessonPart = LessonNode;

const labelOf = (node: LessonNode) => String(node.attrs?.label);
const labelsIn = (node: LessonNode) => nodesOfType(node, "footnoteReference").map(labelOf);

/** The notes that a block refers to, and those that these refer to, in the order of reading. */
function notesOf(block: LessonNode, definitions: ReadonlyMap<string, LessonNode>): LessonNode[] {
  const found = new Map<string, LessonNode>();
  const waiting = labelsIn(block);
  for (let label = waiting.shift(); label !== undefined; label = waiting.shift()) {
    const note = definitions.get(label);
    if (!note || found.has(label)) continue;
    found.set(label, note);
    waiting.push(...labelsIn(note));
  }
  return [...found.values()];
}

// An empty paragraph stands for a text of which nothing is written yet.
const isWritten = ({ type, content = [] }: LessonNode) =>
  type !== "footnotes" && (type !== "paragraph" || content.length > 0);

/** A document as one part for each of its blocks. `joinParts` makes the document of them again. */
export function splitDocument(document: LessonNode): LessonPart[] {
  const content = document.content ?? [];
  const definitions = new Map(
    content
      .filter(({ type }) => type === "footnotes")
      .flatMap(({ content: notes = [] }) => notes.map((note) => [labelOf(note), note] as const)),
  );
  return content.filter(isWritten).map((block) => {
    const notes = notesOf(block, definitions);
    const section = notes.length > 0 ? [{ type: "footnotes", content: notes }] : [];
    return { type: "doc", content: [block, ...section] };
  });
}

/** The blocks of a part; an edited one may hold several, or none. */
export function blocksOf(part: LessonPart): LessonNode[] {
  return (part.content ?? []).filter(isWritten);
}

function definitionsIn(part: LessonPart): LessonNode[] {
  return (part.content ?? []).filter(({ type }) => type === "footnotes").flatMap(({ content = [] }) => content);
}

function relabelled(node: LessonNode, labels: ReadonlyMap<string, string>): LessonNode {
  const label = labels.get(labelOf(node));
  const renamed = node.type.startsWith("footnote") && label ? { ...node, attrs: { ...node.attrs, label } } : node;
  return node.content ? { ...renamed, content: node.content.map((child) => relabelled(child, labels)) } : renamed;
}

function freeLabel(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(String(number))) return String(number);
}

/** The part with other labels for those of its notes that another part uses for a different note. */
function withOwnLabels(part: LessonPart, taken: Map<string, string>): LessonPart {
  const labels = new Map<string, string>();
  for (const note of definitionsIn(part)) {
    const label = labelOf(note);
    const text = JSON.stringify(note.content ?? []);
    const held = taken.get(label);
    if (held === undefined || held === text) taken.set(label, text);
    else {
      const free = freeLabel(new Set([...taken.keys(), ...definitionsIn(part).map(labelOf)]));
      labels.set(label, free);
      taken.set(free, text);
    }
  }
  return labels.size === 0 ? part : relabelled(part, labels);
}

/**
 * The document that parts make together. Where two parts use one label for different notes, the note of the later
 * part gets another label. The order of the notes is left to `lessonDocumentSchema`.
 */
export function joinParts(parts: readonly LessonPart[]): LessonNode {
  const taken = new Map<string, string>();
  const own = parts.map((part) => withOwnLabels(part, taken));
  const notes = new Map(own.flatMap(definitionsIn).map((note) => [labelOf(note), note] as const));
  const section = notes.size > 0 ? [{ type: "footnotes", content: [...notes.values()] }] : [];
  return { type: "doc", content: [...own.flatMap(blocksOf), ...section] };
}
