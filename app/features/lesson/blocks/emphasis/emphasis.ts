import { Bold } from "@tiptap/extension-bold";
import { Italic } from "@tiptap/extension-italic";
import { defineMark, type LessonBlock, noAttributes } from "../lesson-block.ts";

export const emphasis: LessonBlock = {
  marks: [
    defineMark({
      extension: Bold,
      attributes: noAttributes,
      render: ({ children }) => `<strong>${children}</strong>`,
      write: ({ children }) => ({ type: "strong", children }),
    }),
    defineMark({
      extension: Italic,
      attributes: noAttributes,
      render: ({ children }) => `<em>${children}</em>`,
      write: ({ children }) => ({ type: "emphasis", children }),
    }),
  ],
  readMark: (node) => {
    if (node.type === "strong") return { type: "bold" };
    return node.type === "emphasis" ? { type: "italic" } : undefined;
  },
};
