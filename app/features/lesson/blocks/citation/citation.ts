import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { Nodes } from "mdast";
import { type LessonNode, nodesOfType } from "../../lesson-node.ts";
import type { ReadContext } from "../../read-context.ts";
import type { RenderContext } from "../../render-context.ts";
import { defineNode, type LessonBlock } from "../lesson-block.ts";
import { citationSchema, readWorks, writeWorks } from "./cited-works.ts";

/** Keys of the works that a text cites, each once. */
export function citedKeys(document: LessonNode): string[] {
  const works = nodesOfType(document, "citation").flatMap((node) => citationSchema.parse(node.attrs).works);
  return [...new Set(works.map(({ key }) => key))];
}

function renderCall(node: LessonNode, context: RenderContext): string {
  const number = context.notes.indexOf(node) + 1;
  // Inside a footnote it is part of the note's own words.
  if (number === 0) return `<span class="citation">${context.citation(node)}</span>`;
  const own = serializeAttrsToHTMLString({
    href: `#note-${number}`,
    id: `cite-${number}`,
    role: "doc-noteref",
    "aria-label": `${context.words.footnote} ${context.number(number)}`,
  });
  return `<sup class="footnote-ref"><a${own}>${context.number(number)}</a></sup>`;
}

/** The full stop has the direction of what it ends: of one work from another world that stands alone, within it. */
function ended(html: string): string {
  const alone = /^(<bdi dir="ltr" lang="en">(?:(?!<bdi dir=).)*)<\/bdi>$/s.exec(html);
  return alone ? `${alone[1]}.</bdi>` : `${html}.`;
}

function renderNote({ attrs }: LessonNode, context: RenderContext): string {
  const number = Number(attrs?.number);
  const node = context.notes[number - 1];
  const back = serializeAttrsToHTMLString({
    href: `#cite-${number}`,
    class: "footnote-back",
    role: "doc-backlink",
    "aria-label": `${context.words.backToText} ${context.number(number)}`,
  });
  return `<li id="note-${number}"><p>${ended(node ? context.citation(node) : "")} <a${back}>↑</a></p></li>`;
}

function renderBibliography(context: RenderContext): string {
  const own = serializeAttrsToHTMLString({
    class: "bibliography",
    role: "doc-bibliography",
    "aria-labelledby": "works-title",
  });
  const entries = context.bibliography.map((html) => `<li>${html}</li>`).join("");
  const title = `<h2 id="works-title">${escapeHTML(context.words.worksCited)}</h2>`;
  return `<section${own}>${title}<ul role="list">${entries}</ul></section>`;
}

function readCitation(node: Nodes, context: ReadContext): LessonNode[] | null | undefined {
  if (node.type !== "textDirective" || node.name !== "cite") return undefined;
  const { works, ...others } = node.attributes ?? {};
  for (const name of Object.keys(others)) context.report(node, "unknownAttribute", `cite has no attribute ${name}.`);
  const read = readWorks(works ?? "");
  if (!read) {
    context.report(node, "badAttribute", 'A citation is written :cite{works="see @key, 12; @other"}.');
    return null;
  }
  for (const { key } of read) context.mention(node, "works", key);
  return [{ type: "citation", attrs: { works: read } }];
}

/** Names works of the course's bibliography where the text leans on them. The page shows them among its notes. */
export const citation: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "citation",
        group: "inline oneLine",
        inline: true,
        atom: true,
        addAttributes: () => ({
          works: {
            default: [],
            parseHTML: (element) => readWorks(element.getAttribute("data-works") ?? "") ?? [],
            renderHTML: ({ works }) => ({ "data-works": writeWorks(works) }),
          },
        }),
        parseHTML: () => [{ tag: "cite[data-works]" }],
        renderHTML: ({ HTMLAttributes, node }) => {
          const { works } = citationSchema.parse(node.attrs);
          return ["cite", mergeAttributes(HTMLAttributes), `[${works.map(({ key }) => key).join("; ") || "…"}]`];
        },
      }),
      attributes: citationSchema,
      problems: (node) =>
        citationSchema.parse(node.attrs).works.length > 0
          ? []
          : [{ code: "citationWork", reason: "A citation names no work." }],
      render: ({ node, context }) => renderCall(node, context),
      writeInline: ({ attributes: { works } }) => ({
        type: "textDirective",
        name: "cite",
        attributes: { works: writeWorks(works) },
        children: [],
      }),
    }),
  ],
  drawn: {
    citationNote: ({ node, context }) => renderNote(node, context),
    bibliography: ({ context }) => renderBibliography(context),
  },
  readInline: readCitation,
};
