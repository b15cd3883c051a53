import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import { z } from "zod";
import type { LessonNode } from "../../lesson-node.ts";
import { nodesOfType, textOf } from "../../lesson-node.ts";
import { lessonUnreadable } from "../../lesson-unreadable.ts";
import type { FormSet } from "../../media/picture-forms.ts";
import { isContainer } from "../../read-context.ts";
import type { RenderContext } from "../../render-context.ts";
import { sanitizeDrawing } from "../../sanitize-drawing.ts";
import { saidOnly } from "../language/language.ts";
import { draftLineSchema, lineSchema } from "../lesson-attributes.ts";
import { type BlockProblem, defineNode, type LessonBlock } from "../lesson-block.ts";

const srcSchema = z
  .string()
  .regex(
    /^media\/[a-z0-9][a-z0-9._-]*\.(svg|png|jpe?g|webp|avif)$/,
    "must name an SVG, PNG, JPEG, WebP or AVIF file of media/",
  );
const widthSchema = z.literal("wide", "can only be wide").nullable().default(null);

/** As a file of a package holds it. */
const figureSchema = z.strictObject({
  src: srcSchema,
  alt: lineSchema,
  credit: lineSchema,
  licence: lineSchema,
  width: widthSchema,
});

/** As a draft may hold it. */
const draftFigureSchema = z.strictObject({
  src: srcSchema.nullable().default(null),
  alt: draftLineSchema,
  credit: draftLineSchema,
  licence: draftLineSchema,
  width: widthSchema,
});

type Figure = z.output<typeof draftFigureSchema>;

const wanting: [keyof Figure, BlockProblem][] = [
  ["src", { code: "figurePicture", reason: "A figure has no picture." }],
  ["alt", { code: "figureAlt", reason: "A figure needs the attribute alt." }],
  ["credit", { code: "figureCredit", reason: "A figure needs the attribute credit." }],
  ["licence", { code: "figureLicence", reason: "A figure needs the attribute licence." }],
];

function figureProblems(node: LessonNode): BlockProblem[] {
  const missing = wanting.flatMap(([name, problem]) => (node.attrs?.[name] ? [] : [problem]));
  if (textOf(node).trim() !== "") return missing;
  return [...missing, { code: "figureCaption", reason: "A figure has a caption." }];
}

type Seen = { src: string; alt: string; wide: keyof typeof SIZES };

const WIDE_DRAWING = 480;

/** Paths of the drawings that a document puts into its page. */
export function drawingPaths(document: LessonNode): string[] {
  const paths = nodesOfType(document, "figure").flatMap(({ attrs }) => (attrs?.src ? String(attrs.src) : []));
  return [...new Set(paths)].filter((path) => path.endsWith(".svg"));
}

function drawing({ src, alt }: Seen, place: number, context: RenderContext): string {
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

/** How wide a picture is at most, in the columns of reading.css. */
const SIZES = { usual: "(min-width: 46rem) 44rem, 94vw", wide: "(min-width: 64rem) 60rem, 94vw" };

function picture({ src: path, alt, wide }: Seen, context: RenderContext): string {
  const found = context.resolvePicture(path);
  if (!found) throw lessonUnreadable(`The picture ${path} is not there.`);
  const { width, height, sets } = found;
  const sizes = SIZES[wide];
  const srcset = (set: FormSet) => set.forms.map((form) => `${form.href} ${form.width}w`).join(", ");
  const sources = sets
    .slice(0, -1)
    .map((set) => `<source${serializeAttrsToHTMLString({ type: set.contentType, srcset: srcset(set), sizes })}>`);
  const own = sets.at(-1);
  const src = own?.forms.at(-1)?.href ?? found.href;
  const choice = own && own.forms.length > 1 ? { srcset: srcset(own), sizes } : {};
  const attributes = { src, ...choice, alt, width, height, loading: "lazy", decoding: "async" };
  const img = `<img${serializeAttrsToHTMLString(attributes)}>`;
  return sources.length > 0 ? `<picture>${sources.join("")}${img}</picture>` : img;
}

function seen({ src, alt, width }: Figure, place: number, context: RenderContext): string {
  if (src === null) return "";
  const shown = { src, alt: alt ?? "", wide: width ?? "usual" } as const;
  return src.endsWith(".svg") ? drawing(shown, place, context) : picture(shown, context);
}

function creditLine({ credit, licence }: Figure, { words }: RenderContext): string {
  const said = [
    [words.credit, credit],
    [words.licence, licence],
  ].flatMap(([word, value]) => (word && value ? [`${escapeHTML(word)} <bdi>${escapeHTML(value)}</bdi>`] : []));
  return said.length > 0 ? `<p class="figure-credit">${said.join(" · ")}</p>` : "";
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
      attributes: draftFigureSchema,
      problems: figureProblems,
      render: ({ node, attributes, children, context }) => {
        const place = context.nodes("figure").indexOf(node) + 1;
        const own = serializeAttrsToHTMLString({ class: "figure", "data-width": attributes.width });
        const caption = `<figcaption><p>${children}</p>${creditLine(attributes, context)}</figcaption>`;
        return `<figure${own}>${seen(attributes, place, context)}${caption}</figure>`;
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
