import type { BlockEditor, BlockInsert } from "../block-editor.ts";

function ofLevel(level: 2 | 3 | 4): BlockInsert {
  return {
    words: `heading${level}`,
    icon: "heading",
    keywords: ["heading", "title", `h${level}`],
    make: () => ({ type: "heading", attrs: { level } }),
    turn: (editor) => editor.commands.setNode("heading", { level }),
  };
}

export const headingEditor: BlockEditor = { node: "heading", insert: [ofLevel(2), ofLevel(3), ofLevel(4)] };
