import { Mark } from "@tiptap/core";
import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { Nodes } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import { z } from "zod";
import type { LessonNode } from "../../lesson-node.ts";
import { isContainer, type ReadContext } from "../../read-context.ts";
import { languageAttributes, languageShape } from "../lesson-attributes.ts";
import { defineMark, type FlowContent, type LessonBlock } from "../lesson-block.ts";

const languageSchema = z.strictObject(languageShape);
const CARRIERS = ["paragraph", "heading", "bulletList", "orderedList", "blockquote", "table"];

/** Attributes without those that say nothing, as a directive writes them. */
export function saidOnly(attributes: Record<string, unknown>): Record<string, string> {
  const said = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said.map(([key, value]) => [key, String(value)]));
}

function readLanguage(node: Nodes, context: ReadContext): z.output<typeof languageSchema> | null {
  const attributes = context.attributes(node, languageSchema);
  if (attributes && attributes.lang === null && attributes.dir === null) {
    context.report(node, "missingAttribute", "Give lang, dir, or both.");
    return null;
  }
  return attributes;
}

function readWrapped(node: Nodes, context: ReadContext): LessonNode | null | undefined {
  if (!isContainer(node, "block")) return undefined;
  const attributes = readLanguage(node, context);
  const [inner] = context.blocks(node, "doc");
  if (!inner && node.children.length === 1) return null;
  if (!inner || node.children.length > 1 || !CARRIERS.includes(inner.type) || inner.attrs?.lang || inner.attrs?.dir) {
    context.report(node, "nestedWrongly", "A block holds one paragraph, heading, list, quote or table.");
    return null;
  }
  return attributes && { ...inner, attrs: { ...inner.attrs, ...attributes } };
}

function wrap(node: LessonNode, written: FlowContent[]): FlowContent[] {
  const attributes = saidOnly({ lang: node.attrs?.lang, dir: node.attrs?.dir });
  if (!CARRIERS.includes(node.type) || Object.keys(attributes).length === 0) return written;
  return [{ type: "containerDirective", name: "block", attributes, children: written }];
}

function isSpan(node: Nodes): node is TextDirective {
  return node.type === "textDirective" && node.name === "span";
}

/** A run or a block in another language or direction. */
export const language: LessonBlock = {
  marks: [
    defineMark({
      extension: Mark.create({
        name: "language",
        addAttributes: () => languageAttributes,
        parseHTML: () => [{ tag: "bdi" }],
        renderHTML: ({ HTMLAttributes }) => ["bdi", HTMLAttributes, 0],
      }),
      attributes: languageSchema.refine(({ lang, dir }) => lang !== null || dir !== null, "says nothing"),
      render: ({ attributes, children }) => `<bdi${serializeAttrsToHTMLString(attributes)}>${children}</bdi>`,
      write: ({ attributes, children }) => ({
        type: "textDirective",
        name: "span",
        attributes: saidOnly(attributes),
        children,
      }),
    }),
  ],
  readBlock: readWrapped,
  readMark: (node, context) => {
    if (!isSpan(node)) return undefined;
    const attributes = readLanguage(node, context);
    return attributes && { type: "language", attrs: attributes };
  },
  wrapMarkdown: wrap,
};
