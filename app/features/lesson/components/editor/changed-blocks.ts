import type { Node } from "@tiptap/pm/model";

type Stretch = { from: number; to: number };

/** Where, in `after`, the blocks at the top stand that were not in `before`; null where all are the same. */
export function changedBlocks(before: Node, after: Node): Stretch | null {
  if (before === after) return null;
  const shorter = Math.min(before.childCount, after.childCount);
  let first = 0;
  let from = 0;
  while (first < shorter && before.child(first) === after.child(first)) {
    from += after.child(first).nodeSize;
    first += 1;
  }
  let last = 0;
  let to = after.content.size;
  while (
    last < shorter - first &&
    before.child(before.childCount - 1 - last) === after.child(after.childCount - 1 - last)
  ) {
    to -= after.child(after.childCount - 1 - last).nodeSize;
    last += 1;
  }
  return { from, to };
}
