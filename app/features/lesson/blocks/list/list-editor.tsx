import type { BlockEditor } from "../block-editor.ts";

const item = () => ({ type: "listItem", content: [{ type: "paragraph" }] });

export const listEditors: BlockEditor[] = [
  {
    node: "bulletList",
    insert: {
      words: "bulletList",
      icon: "list",
      keywords: ["list", "bullets", "ul"],
      make: () => ({ type: "bulletList", content: [item()] }),
      turn: (editor) => editor.commands.toggleBulletList(),
    },
  },
  {
    node: "orderedList",
    insert: {
      words: "orderedList",
      icon: "numbered-list",
      keywords: ["list", "numbers", "ol"],
      make: () => ({ type: "orderedList", content: [item()] }),
      turn: (editor) => editor.commands.toggleOrderedList(),
    },
  },
];
