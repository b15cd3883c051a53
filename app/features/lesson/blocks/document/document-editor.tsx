import type { BlockEditor } from "../block-editor.ts";

export const documentEditor: BlockEditor = {
  node: "document",
  insert: {
    words: "document",
    icon: "document",
    keywords: ["document", "source", "transcription", "translation", "inscription"],
    make: () => ({
      type: "document",
      content: [
        { type: "transcription", content: [{ type: "paragraph" }] },
        { type: "translation", content: [{ type: "paragraph" }] },
      ],
    }),
  },
};
