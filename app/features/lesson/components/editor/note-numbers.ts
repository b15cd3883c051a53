import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

type Note = { label: string; at: number; size: number; type: "footnoteReference" | "footnoteDefinition" };

/** Notes of blocks that did not change are not looked for again: where they are is counted from the block's start. */
const known = new WeakMap<Node, Note[]>();

function notesIn(block: Node): Note[] {
  const found = known.get(block) ?? [];
  if (known.has(block)) return found;
  block.descendants((node, at) => {
    const { name } = node.type;
    if (name !== "footnoteReference" && name !== "footnoteDefinition") return !node.isLeaf;
    found.push({ label: String(node.attrs.label), at, size: node.nodeSize, type: name });
    return name === "footnoteDefinition";
  });
  known.set(block, found);
  return found;
}

/** All notes of a document and the calls for them, in the order of reading. */
export function notesOf(document: Node): Note[] {
  const notes: Note[] = [];
  document.forEach((block, offset) => {
    for (const note of notesIn(block)) notes.push({ ...note, at: offset + 1 + note.at });
  });
  return notes;
}

/** The notes' labels in the order in which the text calls for them, and then those that nothing calls for. */
function orderOf(notes: Note[]): string[] {
  const called = notes.filter(({ type }) => type === "footnoteReference").map(({ label }) => label);
  return [...new Set([...called, ...notes.map(({ label }) => label)])];
}

type Numbering = { signature: string; decorations: DecorationSet };
type NumberingOptions = { format: (number: number) => string; name: (number: string) => string };

function numbered(document: Node, notes: Note[], { format, name }: NumberingOptions): DecorationSet {
  const order = orderOf(notes);
  const called = new Set(notes.filter(({ type }) => type === "footnoteReference").map(({ label }) => label));
  const decorations = notes.map(({ label, at, size, type }) => {
    const number = format(order.indexOf(label) + 1);
    const own = { "data-number": number, class: called.has(label) ? "" : "is-uncalled" };
    const reference = { ...own, role: "img", "aria-label": name(number) };
    return Decoration.node(at, at + size, type === "footnoteReference" ? reference : own);
  });
  return DecorationSet.create(document, decorations);
}

/** Numbers notes and the calls for them as the reader's page will. */
export function noteNumbers(options: NumberingOptions): Extension {
  const key = new PluginKey<Numbering>("noteNumbers");
  const signatureOf = (notes: Note[]) => notes.map(({ label, type }) => `${type} ${label}`).join();
  return Extension.create({
    name: "noteNumbers",
    addProseMirrorPlugins: () => [
      new Plugin<Numbering>({
        key,
        state: {
          init: (_, { doc }) => {
            const notes = notesOf(doc);
            return { signature: signatureOf(notes), decorations: numbered(doc, notes, options) };
          },
          apply: (transaction, before, _, { doc }) => {
            if (!transaction.docChanged) return before;
            const notes = notesOf(doc);
            const signature = signatureOf(notes);
            if (signature !== before.signature) return { signature, decorations: numbered(doc, notes, options) };
            return { signature, decorations: before.decorations.map(transaction.mapping, doc) };
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ],
  });
}
