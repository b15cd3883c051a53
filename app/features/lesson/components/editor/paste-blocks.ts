import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import type { LessonNode } from "../../lesson-node.ts";
import { notesOf } from "./note-numbers.ts";

/** Notes whose labels the text has already get others, and so do the calls for them. */
export function relabelled(blocks: LessonNode[], taken: ReadonlySet<string>): LessonNode[] {
  const given = new Map<string, string>();
  const used = new Set(taken);
  const free = (label: string): string => {
    const known = given.get(label);
    if (known) return known;
    let wanted = label;
    for (let number = 1; used.has(wanted); number += 1) wanted = String(number);
    used.add(wanted);
    given.set(label, wanted);
    return wanted;
  };
  const walk = (node: LessonNode): LessonNode => {
    const content = node.content?.map(walk);
    const inner = content ? { ...node, content } : node;
    const isNote = node.type === "footnoteReference" || node.type === "footnoteDefinition";
    return isNote ? { ...inner, attrs: { ...node.attrs, label: free(String(node.attrs?.label)) } } : inner;
  };
  return blocks.map(walk);
}

function sliceOf(nodes: Node[]): Slice {
  const isLine = (node: Node | undefined) => node?.type.name === "paragraph";
  return new Slice(Fragment.from(nodes), isLine(nodes[0]) ? 1 : 0, isLine(nodes.at(-1)) ? 1 : 0);
}

/** Puts canonical blocks in the place of what is chosen; their notes go to the notes of the text. */
export function pasteBlocks({ state, dispatch }: EditorView, blocks: LessonNode[]): void {
  const taken = new Set(notesOf(state.doc).map(({ label }) => label));
  const fresh = relabelled(blocks, taken);
  const { tr, schema } = state;
  const nodes = fresh.filter(({ type }) => type !== "footnotes").map((block) => schema.nodeFromJSON(block));
  if (nodes.length > 0) tr.replaceSelection(sliceOf(nodes));
  for (const list of fresh.filter(({ type }) => type === "footnotes")) {
    const notes = schema.nodeFromJSON(list);
    const { doc } = tr;
    const last = doc.lastChild;
    if (last?.type === notes.type) tr.insert(doc.content.size - 1, notes.content);
    else tr.insert(doc.content.size, notes);
  }
  dispatch(tr.setMeta("paste", true).scrollIntoView());
}
