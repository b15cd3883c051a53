import type { EditorState, Transaction } from "@tiptap/pm/state";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";

/** The block at the top of the document that holds the selection; null where none does. */
export function topBlock({ selection, doc }: EditorState): { at: number; index: number } | null {
  const { $from } = selection;
  const index = $from.index(0);
  const node = doc.maybeChild(index);
  if (!node || node.type.name === "footnotes") return null;
  return { at: $from.depth === 0 ? selection.from : $from.before(1), index };
}

/** Moves the block that holds the selection over its neighbour; null at the end, or where there is none. */
export function moveBlock(state: EditorState, step: 1 | -1): Transaction | null {
  const { doc, selection, tr } = state;
  const block = topBlock(state);
  const node = block && doc.maybeChild(block.index);
  const other = block && block.index + step >= 0 ? doc.maybeChild(block.index + step) : null;
  if (!block || !node || !other || other.type.name === "footnotes") return null;
  const goal = step > 0 ? block.at + other.nodeSize : block.at - other.nodeSize;
  tr.delete(block.at, block.at + node.nodeSize).insert(goal, node);
  const shift = goal - block.at;
  const moved =
    selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, selection.from + shift)
      : TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift);
  return tr.setSelection(moved).scrollIntoView();
}

/** Takes the block out that holds the selection; null where there is none. */
export function removeBlock(state: EditorState): Transaction | null {
  const block = topBlock(state);
  const node = block && state.doc.maybeChild(block.index);
  if (!block || !node) return null;
  const transaction = state.tr.delete(block.at, block.at + node.nodeSize);
  const near = transaction.doc.resolve(Math.min(block.at, transaction.doc.content.size));
  return transaction.setSelection(TextSelection.near(near)).scrollIntoView();
}
