import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import type { LessonNode } from "../../lesson-node.ts";
import { nodesOfType, textOf } from "../../lesson-node.ts";
import { lessonUnreadable } from "../../lesson-unreadable.ts";
import { isContainer } from "../../read-context.ts";
import type { RenderContext } from "../../render-context.ts";
import { sanitizeDrawing } from "../../sanitize-drawing.ts";
import { saidOnly } from "../language/language.ts";
import { lineSchema } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock } from "../lesson-block.ts";

const figureSchema = z.strictObject({
  src: z
    .string()
    .regex(
      /^media\/[a-z0-9][a-z0-9._-]*\.(svg|png|jpe?g|webp|avif)$/,
      "must name an SVG, PNG, JPEG, WebP or AVIF file of media/",
    ),
  alt: lineSchema,
  credit: lineSchema,
  licence: lineSchema,
  width: z.literal("wide", "can only be wide").nullable().default(null),
});

type Figure = z.output<typeof figureSchema>;

const WIDE_DRAWING = 480;

/** Paths of the drawings that a document puts into its page. */
export function drawingPaths(document: LessonNode): string[] {
  const paths = nodesOfType(document, "figure").map((node) => String(node.attrs?.src));
  return [...new Set(paths)].filter((path) => path.endsWith(".svg"));
}

function drawing({ src, alt }: Figure, place: number, context: RenderContext): string {
  const source = context.drawing(src);
  if (source === null) throw lessonUnreadable(`The drawing ${src} is not there.`);
  const drawn = sanitizeDrawing({ source, idPrefix: `d${place}-`, label: alt });
  if (!drawn.ok) throw lessonUnreadable(`The drawing ${src} is refused: ${drawn.problems.join(" ")}`);
  const own = serializeAttrsToHTMLString({
    class: drawn.width > WIDE_DRAWING ? "drawing drawing-large" : "drawing",
    role: "group",
    tabindex: 0,
    "aria-label": `${context.words.drawing} ${context.number(place)}`,
  });
  return `<div${own}>${drawn.html}</div>`;
}

function picture({ src, alt }: Figure, context: RenderContext): string {
  const found = context.resolvePicture(src);
  if (!found) throw lessonUnreadable(`The picture ${src} is not there.`);
  const { href, width, height } = found;
  return `<img${serializeAttrsToHTMLString({ src: href, alt, width, height, loading: "lazy", decoding: "async" })}>`;
}

/** A drawing or a picture with its caption, whose it is, and on what terms. */
export const figure: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "figure",
        group: "block flow",
        content: "inline*",
        addAttributes: () => ({
          src: { default: null },
          alt: { default: null },
          credit: { default: null },
          licence: { default: null },
          width: { default: null },
        }),
        parseHTML: () => [{ tag: "figure[src]" }],
        renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes), 0],
      }),
      attributes: figureSchema,
      check: (node) => (textOf(node).trim() === "" ? "A figure has a caption." : undefined),
      render: ({ node, attributes, children, context }) => {
        const place = context.nodes("figure").indexOf(node) + 1;
        const isDrawing = attributes.src.endsWith(".svg");
        const seen = isDrawing ? drawing(attributes, place, context) : picture(attributes, context);
        const credit = `${escapeHTML(context.words.credit)} <bdi>${escapeHTML(attributes.credit)}</bdi>`;
        const licence = `${escapeHTML(context.words.licence)} <bdi>${escapeHTML(attributes.licence)}</bdi>`;
        const own = serializeAttrsToHTMLString({ class: "figure", "data-width": attributes.width });
        const caption = `<figcaption><p>${children}</p><p class="figure-credit">${credit} · ${licence}</p></figcaption>`;
        return `<figure${own}>${seen}${caption}</figure>`;
      },
      writeBlock: ({ node, attributes, context }) => [
        {
          type: "containerDirective",
          name: "figure",
          attributes: saidOnly(attributes),
          children: [{ type: "paragraph", children: context.inline(node.content) }],
        },
      ],
    }),
  ],
  readBlock: (node, context) => {
    if (!isContainer(node, "figure")) return undefined;
    const attributes = context.attributes(node, figureSchema);
    const caption = context.onlyParagraph(node);
    if (!caption) {
      context.report(node, node.children.length === 0 ? "emptyBlock" : "nestedWrongly", "A caption is one paragraph.");
      return null;
    }
    const content = context.inline(caption.children);
    if (!attributes) return null;
    context.mention(node, "media", attributes.src);
    return { type: "figure", attrs: attributes, content };
  },
};
