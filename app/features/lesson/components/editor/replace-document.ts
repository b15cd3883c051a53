import { Fragment, type Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import type { LessonNode } from "../../lesson-node.ts";

/** The paragraph in which the cursor stands, where nothing is written in it yet. */
function emptyLine({ doc, selection }: EditorState): { node: Node; index: number } | null {
  const { $from, empty } = selection;
  const node = $from.node(1);
  if (!empty || $from.depth !== 1 || node.type.name !== "paragraph" || node.content.size > 0) return null;
  return doc.childCount > 1 ? { node, index: $from.index(0) } : null;
}

/** Where a line stands in another document: below the block that it stood below, or above the one that it stood above. */
function placeIn(next: readonly Node[], surface: Node, index: number): number {
  const at = (block: number) => next.findIndex((node) => node.eq(surface.child(block)));
  for (let before = index - 1; before >= 0; before -= 1) if (at(before) >= 0) return at(before) + 1;
  for (let after = index + 1; after < surface.childCount; after += 1) if (at(after) >= 0) return at(after);
  return Math.min(index, next.length);
}

/** A document has no empty lines; the one in which somebody is about to write stays, with the cursor in it. */
function withEmptyLine(state: EditorState, next: Node): { content: Fragment; cursor: number | null } {
  const line = emptyLine(state);
  if (!line) return { content: next.content, cursor: null };
  const blocks = [...next.content.content];
  const place = placeIn(blocks, state.doc, line.index);
  const cursor = blocks.slice(0, place).reduce((size, { nodeSize }) => size + nodeSize, 1);
  return { content: Fragment.from(blocks.toSpliced(place, 0, line.node)), cursor };
}

/** The change that makes the surface say what a document says, or null where it does. */
export function replacement(state: EditorState, document: LessonNode): Transaction | null {
  const next = state.schema.nodeFromJSON(document);
  const { content, cursor } = withEmptyLine(state, next);
  const start = state.doc.content.findDiffStart(content);
  const end = state.doc.content.findDiffEnd(content);
  if (start === null || end === null) return null;
  // Where both ends agree upon the same letters, neither may reach into what the other has.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const change = state.tr.replace(start, end.a + overlap, next.copy(content).slice(start, end.b + overlap));
  return cursor === null ? change : change.setSelection(TextSelection.create(change.doc, cursor));
}

/**
 * Puts a document in the place of what stands on the surface, of which only what differs is changed: the cursor stays
 * in the words, or on the empty line, where it is.
 */
export function replaceDocument(editor: Editor, document: LessonNode): void {
  const change = replacement(editor.state, document);
  if (change) editor.view.dispatch(change.setMeta("preventUpdate", true));
}
