import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { Nodes } from "mdast";
import { z } from "zod";
import { type LessonNode, textOf } from "../../lesson-node.ts";
import { isContainer, type ReadContext } from "../../read-context.ts";
import type { RenderContext } from "../../render-context.ts";
import { firstStrongDirection } from "../first-strong-direction.ts";
import { saidOnly } from "../language/language.ts";
import {
  draftLineSchema,
  languageAttributes,
  languageOf,
  languageShape,
  lineSchema,
  optionalLineSchema,
} from "../lesson-attributes.ts";
import { type BlockProblem, defineNode, type LessonBlock } from "../lesson-block.ts";

const documentSchema = z.strictObject({ title: lineSchema, date: optionalLineSchema, holding: optionalLineSchema });
const draftDocumentSchema = z.strictObject({
  title: draftLineSchema,
  date: draftLineSchema,
  holding: draftLineSchema,
});
const sideSchema = z.strictObject(languageShape);
type SideName = "transcription" | "translation";

function documentProblems(node: LessonNode): BlockProblem[] {
  const title = { code: "documentTitle", reason: "document needs the attribute title." };
  return node.attrs?.title ? [] : [title];
}

function sideProblems(node: LessonNode): BlockProblem[] {
  const empty = textOf(node).trim() === "" && node.content?.every(({ type }) => type === "paragraph");
  return empty ? [{ code: "documentSide", reason: `The ${node.type} is empty.` }] : [];
}

function renderDocument(node: LessonNode, children: string, context: RenderContext): string {
  const { title, date, holding } = draftDocumentSchema.parse(node.attrs);
  const id = `document-${context.nodes("document").indexOf(node) + 1}`;
  const facts = [
    [context.words.date, date],
    [context.words.holding, holding],
  ].flatMap(([word, fact]) =>
    word && fact ? [`<span>${escapeHTML(word)}: <bdi>${escapeHTML(fact)}</bdi></span>`] : [],
  );
  const line = facts.length > 0 ? `<p class="document-facts">${facts.join(" ")}</p>` : "";
  const own = serializeAttrsToHTMLString({ class: "document", role: "group", "aria-labelledby": id });
  const head = `<p class="document-title" id="${id}">${escapeHTML(title ?? "")}</p>${line}`;
  return `<div${own}>${head}<div class="document-sides">${children}</div></div>`;
}

/** The label of a side stands where the side's own lines begin, so the side's direction is said outright. */
function side(name: SideName) {
  return defineNode({
    extension: Node.create({
      name,
      content: "flow+",
      addAttributes: () => languageAttributes,
      parseHTML: () => [{ tag: `div[data-side="${name}"]` }],
      renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-side": name }), 0],
    }),
    attributes: sideSchema,
    problems: sideProblems,
    fillWhenEmpty: true,
    render: ({ node, attributes, children, context }) => {
      const { lang } = languageOf(attributes, context.locale);
      const dir = attributes.dir ?? firstStrongDirection(textOf(node));
      const label = `<p class="document-label">${escapeHTML(context.words[name])}</p>`;
      const text = `<div class="document-text"${serializeAttrsToHTMLString({ lang, dir })}>${children}</div>`;
      return `<div class="document-side" dir="${dir}">${label}${text}</div>`;
    },
    writeBlock: ({ node, attributes, context }) => [
      {
        type: "containerDirective",
        name,
        attributes: saidOnly(attributes),
        children: context.blocks(node.content),
      },
    ],
  });
}

function readSide(node: Nodes, name: SideName, context: ReadContext): LessonNode | null | undefined {
  if (!isContainer(node, name)) return undefined;
  const content = context.blocks(node, name);
  const attributes = context.attributes(node, sideSchema);
  if (node.children.length === 0) context.report(node, "emptyBlock", `The ${name} is empty.`);
  return attributes && content.length > 0 ? { type: name, attrs: attributes, content } : null;
}

function readDocument(node: Nodes, context: ReadContext): LessonNode | null | undefined {
  if (!isContainer(node, "document")) return undefined;
  const content = context.blocks(node, "document");
  const attributes = context.attributes(node, documentSchema);
  const names = node.children.map((child) => ("name" in child ? child.name : child.type));
  if (names.join() !== "transcription,translation") {
    context.report(node, "nestedWrongly", "A document holds a transcription, then a translation.");
    return null;
  }
  return attributes && content.length === 2 ? { type: "document", attrs: attributes, content } : null;
}

/** A source text beside its translation, each in its own direction. */
export const document: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "document",
        group: "block",
        content: "transcription translation",
        addAttributes: () => ({ title: { default: null }, date: { default: null }, holding: { default: null } }),
        parseHTML: () => [{ tag: "section[data-document]" }],
        renderHTML: ({ HTMLAttributes }) => ["section", mergeAttributes(HTMLAttributes, { "data-document": "" }), 0],
      }),
      attributes: draftDocumentSchema,
      problems: documentProblems,
      render: ({ node, children, context }) => renderDocument(node, children, context),
      writeBlock: ({ node, attributes, context }) => [
        {
          type: "containerDirective",
          name: "document",
          attributes: saidOnly(attributes),
          children: context.blocks(node.content),
        },
      ],
    }),
    side("transcription"),
    side("translation"),
  ],
  readBlock: (node, context) => {
    for (const name of ["transcription", "translation"] as const) {
      const read = readSide(node, name, context);
      if (read !== undefined) return read;
    }
    return readDocument(node, context);
  },
};
