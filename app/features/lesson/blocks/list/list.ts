import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { List, ListItem as MarkdownItem } from "mdast";
import { z } from "zod";
import type { LessonNode } from "../../lesson-node.ts";
import type { ReadContext } from "../../read-context.ts";
import { languageAttributes, languageOf, languageShape } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock, noAttributes, type WriteContext } from "../lesson-block.ts";

function writeItem(item: LessonNode, context: WriteContext): MarkdownItem {
  const apart = (item.content ?? []).some((child, index) => index > 0 && !child.type.endsWith("List"));
  return { type: "listItem", spread: apart, children: context.blocks(item.content) };
}

function writeList(node: LessonNode, context: WriteContext, ordered: Pick<List, "ordered" | "start">): List[] {
  const children = (node.content ?? []).map((item) => writeItem(item, context));
  return [{ type: "list", ...ordered, spread: children.some((item) => item.spread), children }];
}

function readItem(item: MarkdownItem, context: ReadContext): LessonNode[] {
  const content = context.blocks(item, "listItem");
  if (content.length > 0) return [{ type: "listItem", content }];
  if (item.children.length === 0) context.report(item, "emptyBlock", "A list item is empty.");
  return [];
}

export const list: LessonBlock = {
  nodes: [
    defineNode({
      extension: BulletList.extend({ group: "block flow", addAttributes: () => languageAttributes }),
      attributes: z.strictObject(languageShape),
      dropWhenEmpty: true,
      render: ({ attributes, children, context }) =>
        `<ul${serializeAttrsToHTMLString(languageOf(attributes, context.locale))}>${children}</ul>`,
      writeBlock: ({ node, context }) => writeList(node, context, { ordered: false }),
    }),
    defineNode({
      extension: OrderedList.extend({
        group: "block flow",
        addAttributes: () => ({ start: { default: 1 }, type: { default: null }, ...languageAttributes }),
      }),
      attributes: z.strictObject({
        start: z.int().min(0).max(999_999).default(1),
        type: z.null().default(null),
        ...languageShape,
      }),
      dropWhenEmpty: true,
      render: ({ attributes, children, context }) => {
        const start = attributes.start === 1 ? null : attributes.start;
        const own = serializeAttrsToHTMLString({ start, ...languageOf(attributes, context.locale) });
        return `<ol${own}>${children}</ol>`;
      },
      writeBlock: ({ node, attributes, context }) =>
        writeList(node, context, { ordered: true, start: attributes.start }),
    }),
    defineNode({
      extension: ListItem.extend({ content: "paragraph flow*" }),
      attributes: noAttributes,
      dropWhenEmpty: true,
      render: ({ children }) => `<li>${children}</li>`,
    }),
  ],
  readBlock: (node, context) => {
    if (node.type !== "list") return undefined;
    const content = node.children.flatMap((item) => readItem(item, context));
    if (content.length === 0) return null;
    if (!node.ordered) return { type: "bulletList", content };
    return { type: "orderedList", attrs: { start: node.start ?? 1 }, content };
  },
};
