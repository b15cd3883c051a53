import type { BlockEditor } from "../block-editor.ts";

export const calloutEditor: BlockEditor = {
  node: "callout",
  insert: {
    words: "callout",
    icon: "callout",
    keywords: ["callout", "note", "debate", "source", "caution", "box"],
    make: () => ({ type: "callout", attrs: { kind: "note" }, content: [{ type: "paragraph" }] }),
  },
};
