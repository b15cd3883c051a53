import type { LessonNode } from "../../lesson-node.ts";
import type { BlockEditor } from "../block-editor.ts";

const line = (): LessonNode => ({ type: "verseLine", content: [{ type: "hemistich" }, { type: "hemistich" }] });

export const verseEditor: BlockEditor = {
  node: "verse",
  insert: {
    words: "verse",
    icon: "verse",
    keywords: ["verse", "poem", "poetry", "hemistich"],
    make: () => ({ type: "verse", content: [{ type: "stanza", content: [line()] }] }),
  },
};
