import { Paragraph } from "@tiptap/extension-paragraph";
import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import { languageAttributes, languageOf, languageShape } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock } from "../lesson-block.ts";

export const paragraph: LessonBlock = {
  nodes: [
    defineNode({
      extension: Paragraph.extend({ group: "block flow", addAttributes: () => languageAttributes }),
      attributes: z.strictObject(languageShape),
      dropWhenEmpty: true,
      render: ({ attributes, children, context }) =>
        `<p${serializeAttrsToHTMLString(languageOf(attributes, context.locale))}>${children}</p>`,
      writeBlock: ({ node, context }) => [{ type: "paragraph", children: context.inline(node.content) }],
    }),
  ],
  readBlock: (node, context) =>
    node.type === "paragraph" ? { type: "paragraph", content: context.inline(node.children) } : undefined,
};
