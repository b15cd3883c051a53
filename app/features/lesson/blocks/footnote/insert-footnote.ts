import type { Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";

type Found = { node: Node; at: number };

function all(document: Node, type: string): Found[] {
  const found: Found[] = [];
  document.descendants((node, at) => {
    if (node.type.name === type) found.push({ node, at });
    return !node.isLeaf;
  });
  return found;
}

const labelOf = ({ node }: Found) => String(node.attrs.label);

function freeLabel(document: Node): string {
  const taken = new Set(
    [...all(document, "footnoteReference"), ...all(document, "footnoteDefinition")].map((one) => labelOf(one)),
  );
  for (let number = 1; ; number += 1) if (!taken.has(String(number))) return String(number);
}

/** Where the text of a note stands, and the end of it; null where there is none. */
export function findNote(document: Node, label: string): { start: number; end: number } | null {
  const note = all(document, "footnoteDefinition").find((one) => labelOf(one) === label);
  return note ? { start: note.at + 1, end: note.at + note.node.nodeSize - 1 } : null;
}

/** The place after the first call for a note; null where nothing calls for it. */
export function findCall(document: Node, label: string): number | null {
  const call = all(document, "footnoteReference").find((one) => labelOf(one) === label);
  return call ? call.at + call.node.nodeSize : null;
}

/** The text of the note after which a new one belongs that is called for at `at`; null for the beginning. */
function noteBefore(document: Node, at: number): Found | null {
  const notes = all(document, "footnoteDefinition");
  const called = all(document, "footnoteReference").filter((call) => call.at < at);
  for (const call of called.reverse()) {
    const note = notes.find((one) => labelOf(one) === labelOf(call));
    if (note) return note;
  }
  return null;
}

function addNote(transaction: Transaction, note: Node, calledAt: number): number {
  const { doc } = transaction;
  const { footnotes } = note.type.schema.nodes;
  const last = doc.lastChild;
  if (!last || !footnotes || last.type !== footnotes) {
    const at = doc.content.size;
    if (footnotes) transaction.insert(at, footnotes.create(null, note));
    return at + 2;
  }
  const before = noteBefore(doc, calledAt);
  const at = before ? before.at + before.node.nodeSize : doc.content.size - last.nodeSize + 1;
  transaction.insert(at, note);
  return at + 1;
}

/** Puts a note in at the cursor and the cursor into the note; null where no note may stand. */
export function insertFootnote({ doc, selection, schema, tr }: EditorState): Transaction | null {
  const { footnoteReference, footnoteDefinition } = schema.nodes;
  const { $to } = selection;
  const inNote = $to.parent.type === footnoteDefinition;
  if (!footnoteReference || !footnoteDefinition || inNote || !$to.parent.inlineContent) return null;
  const attrs = { label: freeLabel(doc) };
  tr.insert($to.pos, footnoteReference.create(attrs));
  const into = addNote(tr, footnoteDefinition.create(attrs), $to.pos);
  return tr.setSelection(TextSelection.create(tr.doc, into)).scrollIntoView();
}
