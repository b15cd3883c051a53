import type { BlockEditor } from "../block-editor.ts";

export const ruleEditor: BlockEditor = {
  node: "horizontalRule",
  insert: {
    words: "rule",
    icon: "rule",
    keywords: ["rule", "line", "break", "hr"],
    make: () => ({ type: "horizontalRule" }),
  },
};
