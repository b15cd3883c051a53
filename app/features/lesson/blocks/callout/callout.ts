import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import { isContainer } from "../../read-context.ts";
import { saidOnly } from "../language/language.ts";
import { optionalLineSchema } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock } from "../lesson-block.ts";

export const calloutKinds = ["note", "debate", "source", "caution"] as const;

const calloutSchema = z.strictObject({
  kind: z.enum(calloutKinds, "must be note, debate, source or caution"),
  title: optionalLineSchema,
});

/** Something beside the argument: a note, a debate among scholars, how we know, a caution. */
export const callout: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "callout",
        group: "block",
        content: "flow+",
        addAttributes: () => ({ kind: { default: "note" }, title: { default: null } }),
        parseHTML: () => [{ tag: "aside[kind]" }],
        renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes), 0],
      }),
      attributes: calloutSchema,
      dropWhenEmpty: true,
      render: ({ attributes, children, context }) => {
        const kind = context.words.callouts[attributes.kind];
        const label = attributes.title ? `${kind}: ${attributes.title}` : kind;
        const own = { class: "callout", "data-kind": attributes.kind, role: "note", "aria-label": label };
        const title = attributes.title ? ` <strong>${escapeHTML(attributes.title)}</strong>` : "";
        const head = `<p class="callout-head"><span class="callout-kind">${escapeHTML(kind)}</span>${title}</p>`;
        return `<div${serializeAttrsToHTMLString(own)}>${head}${children}</div>`;
      },
      writeBlock: ({ node, attributes, context }) => [
        {
          type: "containerDirective",
          name: "callout",
          attributes: saidOnly(attributes),
          children: context.blocks(node.content),
        },
      ],
    }),
  ],
  readBlock: (node, context) => {
    if (!isContainer(node, "callout")) return undefined;
    const content = context.blocks(node, "callout");
    const attributes = context.attributes(node, calloutSchema);
    if (node.children.length === 0) context.report(node, "emptyBlock", "A callout is empty.");
    return attributes && content.length > 0 ? { type: "callout", attrs: attributes, content } : null;
  },
};
