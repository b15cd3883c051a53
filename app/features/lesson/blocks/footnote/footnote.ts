import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { FootnoteDefinition } from "mdast";
import { z } from "zod";
import { type LessonNode, nodesOfType, textOf } from "../../lesson-node.ts";
import type { ReadContext } from "../../read-context.ts";
import type { RenderContext } from "../../render-context.ts";
import { type BlockProblem, defineNode, type LessonBlock, noAttributes } from "../lesson-block.ts";

const labelSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const noteSchema = z.strictObject({ label: labelSchema });
const labelOf = (node: LessonNode) => String(node.attrs?.label);

function addLabel() {
  return { label: { default: null } };
}

function renderReference(node: LessonNode, context: RenderContext): string {
  const called = (note: LessonNode) => note.type === "footnoteDefinition" && labelOf(note) === labelOf(node);
  const number = context.notes.findIndex(called) + 1;
  const own = serializeAttrsToHTMLString({
    href: `#note-${number}`,
    id: `ref-${context.nodes("footnoteReference").indexOf(node) + 1}`,
    role: "doc-noteref",
    "aria-label": `${context.words.footnote} ${context.number(number)}`,
  });
  return `<sup class="footnote-ref"><a${own}>${context.number(number)}</a></sup>`;
}

function renderDefinition(node: LessonNode, children: string, context: RenderContext): string {
  const number = context.notes.indexOf(node) + 1;
  const references = context.nodes("footnoteReference");
  const backLinks = references.flatMap((reference, index) => {
    if (labelOf(reference) !== labelOf(node)) return [];
    const own = serializeAttrsToHTMLString({
      href: `#ref-${index + 1}`,
      class: "footnote-back",
      role: "doc-backlink",
      "aria-label": `${context.words.backToText} ${context.number(number)}`,
    });
    return [`<a${own}>↑</a>`];
  });
  return `<li id="note-${number}"><p>${children} ${backLinks.join(" ")}</p></li>`;
}

function renderSection(children: string, context: RenderContext): string {
  const own = serializeAttrsToHTMLString({
    class: "footnotes",
    role: "doc-endnotes",
    "aria-labelledby": "notes-title",
  });
  return `<section${own}><h2 id="notes-title">${escapeHTML(context.words.footnotes)}</h2><ol>${children}</ol></section>`;
}

/** Notes stand in the order in which the text first refers to them. */
function arrange(document: LessonNode): LessonNode {
  const order = nodesOfType(document, "footnoteReference").map(labelOf);
  const content = document.content?.map((node) => {
    if (node.type !== "footnotes") return node;
    const notes = [...(node.content ?? [])];
    return { ...node, content: notes.sort((a, b) => order.indexOf(labelOf(a)) - order.indexOf(labelOf(b))) };
  });
  return { ...document, content };
}

/** In Markdown `[^1]:span[…]` or `[^1]:cite{…}` at the start of a line would begin the text of note 1. */
function opensLineBeforeDirective(node: LessonNode, index: number, run: LessonNode[]): boolean {
  const opens = index === 0 || run[index - 1]?.type === "hardBreak";
  const next = run[index + 1];
  const isDirective = next?.type === "citation" || next?.marks?.some(({ type }) => type === "language");
  return opens && isDirective === true && node.type === "footnoteReference";
}

const PLACE = {
  code: "notePlace",
  reason: "A note cannot open a line before a citation or a run in another language.",
};

function placeProblems(node: LessonNode): NoteProblem[] {
  const content = node.content ?? [];
  const wrong = content.filter(opensLineBeforeDirective).map((reference) => ({ ...PLACE, node: reference }));
  return [...wrong, ...content.flatMap(placeProblems)];
}

type NoteProblem = BlockProblem & { node: LessonNode };

function documentProblems(document: LessonNode): NoteProblem[] {
  const definitions = nodesOfType(document, "footnoteDefinition");
  const references = nodesOfType(document, "footnoteReference");
  const defined = definitions.map(labelOf);
  const referred = references.map(labelOf);
  const isFirst = (labels: string[], index: number) => labels.indexOf(labels[index] ?? "") === index;
  return [
    ...placeProblems(document),
    ...references
      .filter((node, index) => isFirst(referred, index) && !defined.includes(labelOf(node)))
      .map((node) => ({ code: "noteText", reason: `Note ${labelOf(node)} has no text.`, node })),
    ...definitions
      .filter((node) => !referred.includes(labelOf(node)))
      .map((node) => ({ code: "noteUnused", reason: `Nothing refers to note ${labelOf(node)}.`, node })),
    ...definitions
      .filter((_, index) => !isFirst(defined, index))
      .map((node) => ({ code: "noteTwice", reason: `Note ${labelOf(node)} stands twice.`, node })),
  ];
}

function readDefinition(node: FootnoteDefinition, context: ReadContext): LessonNode | null {
  const [paragraph, ...more] = node.children;
  const label = labelSchema.safeParse(node.label);
  if (!label.success) {
    context.report(
      node,
      "footnote",
      `The label of note ${node.label} may hold small Latin letters, digits and hyphens.`,
    );
    return null;
  }
  if (paragraph?.type !== "paragraph" || more.length > 0) {
    context.report(node, "footnote", `Note ${label.data} is one paragraph.`);
    return null;
  }
  return { type: "footnoteDefinition", attrs: { label: label.data }, content: context.inline(paragraph.children) };
}

export const footnote: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "footnoteReference",
        group: "inline oneLine",
        inline: true,
        atom: true,
        addAttributes: addLabel,
        parseHTML: () => [{ tag: "sup[label]" }],
        renderHTML: ({ HTMLAttributes }) => ["sup", mergeAttributes(HTMLAttributes)],
      }),
      attributes: noteSchema,
      render: ({ node, context }) => renderReference(node, context),
      writeInline: ({ attributes: { label } }) => ({ type: "footnoteReference", identifier: label, label }),
    }),
    defineNode({
      extension: Node.create({
        name: "footnotes",
        content: "footnoteDefinition+",
        parseHTML: () => [{ tag: "ol[data-footnotes]" }],
        renderHTML: () => ["ol", { "data-footnotes": "" }, 0],
      }),
      attributes: noAttributes,
      dropWhenEmpty: true,
      render: ({ children, context }) => renderSection(children, context),
      writeBlock: ({ node, context }) => context.blocks(node.content),
    }),
    defineNode({
      extension: Node.create({
        name: "footnoteDefinition",
        content: "inline*",
        addAttributes: addLabel,
        parseHTML: () => [{ tag: "li[label]" }],
        renderHTML: ({ HTMLAttributes }) => ["li", mergeAttributes(HTMLAttributes), 0],
      }),
      attributes: noteSchema,
      problems: (node) =>
        textOf(node).trim() === "" ? [{ code: "noteEmpty", reason: `Note ${labelOf(node)} is empty.` }] : [],
      render: ({ node, children, context }) => renderDefinition(node, children, context),
      writeBlock: ({ node, attributes: { label }, context }) => [
        {
          type: "footnoteDefinition",
          identifier: label,
          label,
          children: [{ type: "paragraph", children: context.inline(node.content) }],
        },
      ],
    }),
  ],
  readInline: (node) =>
    node.type === "footnoteReference" ? [{ type: "footnoteReference", attrs: { label: node.label } }] : undefined,
  readBlock: (node, context) => (node.type === "footnoteDefinition" ? readDefinition(node, context) : undefined),
  arrange,
  documentProblems,
};
