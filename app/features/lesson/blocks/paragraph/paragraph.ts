import { Paragraph } from "@tiptap/extension-paragraph";
import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import { type LessonNode, textOf } from "../../lesson-node.ts";
import { firstStrongDirection } from "../first-strong-direction.ts";
import { languageAttributes, languageOf, languageShape } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock } from "../lesson-block.ts";

/**
 * A line that is one run in another language, such as a title in a list of sources, is in that language as a whole:
 * else its full stop would stand on the wrong side.
 */
function soleLanguage(node: LessonNode): { lang: unknown; dir: unknown } | null {
  const runs = (node.content ?? []).filter(({ type }) => type === "language");
  const others = (node.content ?? []).filter(({ type }) => type !== "language");
  const [run] = runs;
  if (node.attrs?.lang || node.attrs?.dir || !run || runs.length > 1) return null;
  if (others.some((other) => /\p{L}/u.test(textOf(other)))) return null;
  return { lang: run.attrs?.lang, dir: run.attrs?.dir ?? firstStrongDirection(textOf(run)) };
}

export const paragraph: LessonBlock = {
  nodes: [
    defineNode({
      extension: Paragraph.extend({ group: "block flow", addAttributes: () => languageAttributes }),
      attributes: z.strictObject(languageShape),
      dropWhenEmpty: true,
      render: ({ node, attributes, children, context }) => {
        const own = soleLanguage(node) ?? languageOf(attributes, context.locale);
        return `<p${serializeAttrsToHTMLString(own)}>${children}</p>`;
      },
      writeBlock: ({ node, context }) => [{ type: "paragraph", children: context.inline(node.content) }],
    }),
  ],
  readBlock: (node, context) =>
    node.type === "paragraph" ? { type: "paragraph", content: context.inline(node.children) } : undefined,
};
