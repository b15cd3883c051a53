import type { BlockEditor } from "../block-editor.ts";

export const figureEditor: BlockEditor = {
  node: "figure",
  insert: {
    words: "figure",
    icon: "figure",
    keywords: ["figure", "picture", "image", "drawing", "photo"],
    make: () => ({ type: "figure" }),
  },
};
