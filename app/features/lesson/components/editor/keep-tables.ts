import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { changedBlocks } from "./changed-blocks.ts";

/** Gives the first row of a table its heads, and only it: that is what a table of ours is. */
function mendTable(transaction: Transaction, table: Node, at: number): void {
  const { tableHeader, tableCell } = table.type.schema.nodes;
  table.forEach((row, rowAt, index) => {
    const wanted = index === 0 ? tableHeader : tableCell;
    row.forEach((cell, cellAt) => {
      const attrs = { ...cell.attrs, colspan: 1, rowspan: 1, colwidth: null };
      if (wanted && cell.type !== wanted) transaction.setNodeMarkup(at + rowAt + cellAt + 2, wanted, attrs);
    });
  });
}

/** Keeps every table in the form that it is stored in. */
export const keepTables = Extension.create({
  name: "keepTables",
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (_, before, { doc, tr }) => {
        const changed = changedBlocks(before.doc, doc);
        if (!changed) return null;
        doc.nodesBetween(changed.from, changed.to, (node, at) => {
          if (node.type.name === "table") mendTable(tr, node, at);
          return !node.isTextblock && node.type.name !== "table";
        });
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});
