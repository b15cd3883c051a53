import { Blockquote } from "@tiptap/extension-blockquote";
import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import { languageAttributes, languageOf, languageShape } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock } from "../lesson-block.ts";

export const quote: LessonBlock = {
  nodes: [
    defineNode({
      extension: Blockquote.extend({
        group: "block flow",
        content: "flow+",
        addAttributes: () => languageAttributes,
      }),
      attributes: z.strictObject(languageShape),
      dropWhenEmpty: true,
      render: ({ attributes, children, context }) =>
        `<blockquote${serializeAttrsToHTMLString(languageOf(attributes, context.locale))}>${children}</blockquote>`,
      writeBlock: ({ node, context }) => [{ type: "blockquote", children: context.blocks(node.content) }],
    }),
  ],
  readBlock: (node, context) => {
    if (node.type !== "blockquote") return undefined;
    const content = context.blocks(node, "blockquote");
    if (content.length > 0) return { type: "blockquote", content };
    if (node.children.length === 0) context.report(node, "emptyBlock", "A quote is empty.");
    return null;
  },
};
