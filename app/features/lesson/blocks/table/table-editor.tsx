import type { LessonNode } from "../../lesson-node.ts";
import type { BlockEditor } from "../block-editor.ts";

function row(type: "tableHeader" | "tableCell", width: number): LessonNode {
  return { type: "tableRow", content: Array.from({ length: width }, () => ({ type })) };
}

export const tableEditor: BlockEditor = {
  node: "table",
  insert: {
    words: "table",
    icon: "table",
    keywords: ["table", "grid", "rows"],
    make: () => ({ type: "table", content: [row("tableHeader", 3), row("tableCell", 3), row("tableCell", 3)] }),
  },
};
