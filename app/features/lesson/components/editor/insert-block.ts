import type { Editor } from "@tiptap/core";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { BlockInsert } from "../../blocks/block-editor.ts";
import type { LessonNode } from "../../lesson-node.ts";
import type { EditorCourse } from "./editor-props.ts";

type Place = { from: number; to: number };

function isEmptyParagraph(node: Node): boolean {
  return node.type.name === "paragraph" && node.content.size === 0;
}

/** Where a block may stand that is put in at the cursor: in the place of an empty paragraph, or below what is there. */
function placeFor(at: ResolvedPos, block: Node): Place | null {
  for (let depth = at.depth; depth > 0; depth -= 1) {
    const parent = at.node(depth - 1);
    const index = at.index(depth - 1);
    if (parent.type.name === "listItem") continue;
    const replaces = isEmptyParagraph(at.node(depth));
    if (replaces && parent.canReplaceWith(index, index + 1, block.type)) {
      return { from: at.before(depth), to: at.after(depth) };
    }
    if (parent.canReplaceWith(index + 1, index + 1, block.type)) return { from: at.after(depth), to: at.after(depth) };
  }
  return null;
}

/** Puts the cursor where the block is written in, or upon the block where nothing is. */
function intoBlock(transaction: Transaction, at: number): Transaction {
  const block = transaction.doc.nodeAt(at);
  const within = TextSelection.findFrom(transaction.doc.resolve(at + 1), 1, true);
  if (block && within && within.from < at + block.nodeSize) return transaction.setSelection(within);
  return transaction.setSelection(NodeSelection.create(transaction.doc, at));
}

/** Puts a block in at the cursor. Answers whether there was a place for it. */
export function insertBlock(editor: Editor, block: LessonNode): boolean {
  const node = editor.schema.nodeFromJSON(block);
  const { selection, tr } = editor.state;
  const $at = selection.$from;
  const place = selection instanceof NodeSelection && $at.depth === 0 ? { from: selection.to, to: selection.to } : null;
  const found = place ?? placeFor($at, node);
  if (!found) return false;
  editor.view.dispatch(intoBlock(tr.replaceWith(found.from, found.to, node), found.from).scrollIntoView());
  return true;
}

/** Does what an entry of the menu of blocks offers, and goes on at the surface. */
export function applyInsert(editor: Editor, insert: BlockInsert, course: EditorCourse): void {
  const turned = insert.turn?.(editor) ?? false;
  if (!turned) insertBlock(editor, insert.make(course));
  editor.view.focus();
}
