import type { Editor } from "@tiptap/core";
import { isInTable, selectedRect } from "@tiptap/pm/tables";

/** Aligns the columns of the cursor one way, in every row. */
export function alignColumn({ state, view }: Editor, align: "center" | "right" | null): boolean {
  if (!isInTable(state)) return false;
  const { map, tableStart, left, right, table } = selectedRect(state);
  const { tr } = state;
  for (const at of map.cellsInRect({ left, right, top: 0, bottom: map.height })) {
    const cell = table.nodeAt(at);
    if (cell) tr.setNodeMarkup(tableStart + at, undefined, { ...cell.attrs, align });
  }
  view.dispatch(tr);
  view.focus();
  return true;
}
