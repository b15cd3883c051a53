import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { defineNode, type LessonBlock, noAttributes } from "../lesson-block.ts";

/** A break between two parts of a text. */
export const rule: LessonBlock = {
  nodes: [
    defineNode({
      extension: HorizontalRule,
      attributes: noAttributes,
      render: () => "<hr>",
      writeBlock: () => [{ type: "thematicBreak" }],
    }),
  ],
  readBlock: (node) => (node.type === "thematicBreak" ? { type: "horizontalRule" } : undefined),
};
