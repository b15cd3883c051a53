import type { BlockEditor } from "../block-editor.ts";

export const paragraphEditor: BlockEditor = {
  node: "paragraph",
  insert: {
    words: "paragraph",
    icon: "paragraph",
    keywords: ["text", "plain", "p"],
    make: () => ({ type: "paragraph" }),
    turn: (editor) => editor.commands.setParagraph(),
  },
};
