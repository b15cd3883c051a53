import type { BlockEditor } from "../block-editor.ts";

export const quoteEditor: BlockEditor = {
  node: "blockquote",
  insert: {
    words: "quote",
    icon: "quote",
    keywords: ["quote", "quotation", "blockquote"],
    make: () => ({ type: "blockquote", content: [{ type: "paragraph" }] }),
    turn: (editor) => editor.commands.toggleBlockquote(),
  },
};
