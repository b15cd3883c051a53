import { type LessonNode, nodesOfType } from "./lesson-node.ts";

const labelOf = (node: LessonNode) => String(node.attrs?.label);

function withoutNotes(document: LessonNode): LessonNode {
  return { ...document, content: document.content?.filter(({ type }) => type !== "footnotes") };
}

function callsIn(node: LessonNode): LessonNode[] {
  if (node.type === "footnoteReference" || node.type === "citation") return [node];
  return (node.content ?? []).flatMap(callsIn);
}

/**
 * The notes of a text in the order of their numbers: the definition of each footnote, and each citation of the running
 * text. A citation inside a footnote is part of that note.
 */
export function notesOf(document: LessonNode): LessonNode[] {
  const definitions = nodesOfType(document, "footnoteDefinition");
  const called = callsIn(withoutNotes(document)).flatMap((call) => {
    if (call.type === "citation") return [call];
    return definitions.find((definition) => labelOf(definition) === labelOf(call)) ?? [];
  });
  return [...new Set([...called, ...definitions])];
}

/** The citations of a text as its notes give them, each with the number of its note. */
export function citationsByNote(notes: readonly LessonNode[]): { note: number; citation: LessonNode }[] {
  return notes.flatMap((note, index) =>
    nodesOfType(note, "citation").map((citation) => ({ note: index + 1, citation })),
  );
}

/** The text as its page shows it: citations stand among the notes, and what they cite beneath them. */
export function withCitationNotes(document: LessonNode, notes: readonly LessonNode[]): LessonNode {
  if (nodesOfType(document, "citation").length === 0) return document;
  const content = notes.map((note, index) =>
    note.type === "citation" ? { type: "citationNote", attrs: { number: index + 1 } } : note,
  );
  const others = withoutNotes(document).content ?? [];
  return { ...document, content: [...others, { type: "footnotes", content }, { type: "bibliography" }] };
}
