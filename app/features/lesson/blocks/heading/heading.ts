import { Heading } from "@tiptap/extension-heading";
import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import { languageAttributes, languageOf, languageShape } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock } from "../lesson-block.ts";

const levelSchema = z.union([z.literal(2), z.literal(3), z.literal(4)]);

/** Headings from the second level: the first is the lesson's title. */
export const heading: LessonBlock = {
  nodes: [
    defineNode({
      extension: Heading.extend({
        content: "oneLine*",
        addAttributes: () => ({ level: { default: 2, rendered: false }, ...languageAttributes }),
      }).configure({ levels: [2, 3, 4] }),
      attributes: z.strictObject({ level: levelSchema, ...languageShape }),
      dropWhenEmpty: true,
      render: ({ node, attributes, children, context }) => {
        const own = serializeAttrsToHTMLString({
          id: context.anchor(node),
          ...languageOf(attributes, context.locale),
        });
        return `<h${attributes.level}${own}>${children}</h${attributes.level}>`;
      },
      writeBlock: ({ node, attributes, context }) => [
        { type: "heading", depth: attributes.level, children: context.inline(node.content) },
      ],
    }),
  ],
  readBlock: (node, context) => {
    if (node.type !== "heading") return undefined;
    const content = context.inline(node.children);
    const level = levelSchema.safeParse(node.depth);
    if (!level.success) {
      context.report(node, "headingLevel", "A heading has two, three or four number signs; the title is the first.");
      return null;
    }
    if (content.some((child) => child.type === "hardBreak")) {
      context.report(node, "nestedWrongly", "A heading stands on one line.");
      return null;
    }
    return { type: "heading", attrs: { level: level.data }, content };
  },
};
