import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Text } from "@tiptap/extension-text";
import { escapeHTML } from "@tiptap/static-renderer/json/html-string";
import type { LessonNode } from "../../lesson-node.ts";
import { isWritable } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock, noAttributes } from "../lesson-block.ts";

/** Whether nothing was written at all: empty paragraphs, and perhaps notes to which nothing refers. */
export function isEmpty({ content = [] }: LessonNode): boolean {
  return content.every((node) => node.type === "footnotes" || (node.type === "paragraph" && !node.content));
}

/** The document itself, its letters, and line breaks. Content groups: `block` stands at the top, `flow` anywhere. */
export const text: LessonBlock = {
  nodes: [
    defineNode({
      extension: Document.extend({ content: "block+ footnotes?" }),
      attributes: noAttributes,
      problems: (node) => (isEmpty(node) ? [{ code: "empty", reason: "The lesson is empty." }] : []),
      fillWhenEmpty: true,
      render: ({ children }) => children,
    }),
    defineNode({
      extension: Text.extend({ group: "inline oneLine" }),
      attributes: noAttributes,
      check: ({ text: value = "" }) => (isWritable(value) ? undefined : "The text holds a control character."),
      render: ({ node }) => escapeHTML(node.text ?? ""),
      writeInline: ({ node }) => ({ type: "text", value: node.text ?? "" }),
    }),
    defineNode({
      extension: HardBreak,
      attributes: noAttributes,
      render: () => "<br>",
      writeInline: () => ({ type: "break" }),
    }),
  ],
  readInline: (node) => {
    if (node.type === "text") return [{ type: "text", text: node.value }];
    return node.type === "break" ? [{ type: "hardBreak" }] : undefined;
  },
};
