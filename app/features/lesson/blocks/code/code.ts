import { Code } from "@tiptap/extension-code";
import { defineMark, type LessonBlock, noAttributes } from "../lesson-block.ts";

/** Letters to be read as they stand: a shelfmark, a sign, a command. */
export const code: LessonBlock = {
  marks: [
    defineMark({
      // Code may be strong or a link, but is in no language: brackets in it would end a span.
      extension: Code.extend({ excludes: "language" }),
      attributes: noAttributes,
      render: ({ children }) => `<code>${children}</code>`,
      write: ({ text }) => ({ type: "inlineCode", value: text }),
    }),
  ],
  readInline: (node) =>
    node.type === "inlineCode" ? [{ type: "text", text: node.value, marks: [{ type: "code" }] }] : undefined,
};
