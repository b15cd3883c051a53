import { Code } from "@tiptap/extension-code";
import { defineMark, type LessonBlock, noAttributes } from "../lesson-block.ts";

/** Letters to be read as they stand: a shelfmark, a sign, a command. */
export const code: LessonBlock = {
  marks: [
    defineMark({
      // In Markdown code may stand inside other marks, so it shuts none of them out.
      extension: Code.extend({ excludes: "" }),
      attributes: noAttributes,
      render: ({ children }) => `<code>${children}</code>`,
      write: ({ text }) => ({ type: "inlineCode", value: text }),
    }),
  ],
  readInline: (node) =>
    node.type === "inlineCode" ? [{ type: "text", text: node.value, marks: [{ type: "code" }] }] : undefined,
};
