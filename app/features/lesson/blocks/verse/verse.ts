import { mergeAttributes, Node } from "@tiptap/core";
import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { PhrasingContent } from "mdast";
import { z } from "zod";
import { type LessonNode, textOf } from "../../lesson-node.ts";
import { isContainer, type ReadContext } from "../../read-context.ts";
import { saidOnly } from "../language/language.ts";
import { languageAttributes, languageOf, languageShape, optionalLineSchema } from "../lesson-attributes.ts";
import { type BlockProblem, defineNode, type LessonBlock, noAttributes, type WriteContext } from "../lesson-block.ts";
import { partsOf } from "./split-run.ts";

const verseSchema = z.strictObject({ ...languageShape, attribution: optionalLineSchema });

function addVerseAttributes() {
  return { ...languageAttributes, attribution: { default: null } };
}

function inner(name: string, content: string, tag: string) {
  return Node.create({
    name,
    content,
    parseHTML: () => [{ tag: `${tag}[data-verse="${name}"]` }],
    renderHTML: () => [tag, { "data-verse": name }, 0],
  });
}

function hemistichProblems(node: LessonNode): BlockProblem[] {
  const letters = textOf(node);
  if (letters.trim() === "") return [{ code: "hemistichEmpty", reason: "A hemistich is empty." }];
  if (!letters.includes("//")) return [];
  return [{ code: "hemistichSlashes", reason: "Two slashes part hemistichs and cannot stand in one." }];
}

function readStanza(run: LessonNode[]): LessonNode {
  const lines = partsOf(run, "\n").map((line) => ({
    type: "verseLine",
    content: partsOf(line, "//").map((content) => ({ type: "hemistich", content })),
  }));
  return { type: "stanza", content: lines };
}

function readVerse(node: Parameters<ReadContext["report"]>[0], context: ReadContext): LessonNode | null | undefined {
  if (!isContainer(node, "verse")) return undefined;
  const attributes = context.attributes(node, verseSchema);
  const content: LessonNode[] = [];
  for (const child of node.children) {
    if (child.type === "paragraph") content.push(readStanza(context.inline(child.children, { lines: true })));
    else context.report(child, "nestedWrongly", "Verse holds lines of text alone.");
  }
  if (node.children.length === 0) context.report(node, "emptyBlock", "A verse is empty.");
  const empty = content.some((stanza) =>
    stanza.content?.some((line) => line.content?.some((part) => hemistichProblems(part).length > 0)),
  );
  if (empty) context.report(node, "emptyBlock", "There is nothing beside two slashes.");
  return attributes && content.length > 0 && !empty ? { type: "verse", attrs: attributes, content } : null;
}

function writeLine(line: LessonNode, context: WriteContext): PhrasingContent[] {
  const parting: PhrasingContent = { type: "text", value: " // " };
  return (line.content ?? []).flatMap((hemistich, index) => {
    const written = context.inline(hemistich.content);
    return index === 0 ? written : [parting, ...written];
  });
}

function writeStanza(stanza: LessonNode, context: WriteContext): PhrasingContent[] {
  const end: PhrasingContent = { type: "text", value: "\n" };
  return (stanza.content ?? []).flatMap((line, index) => {
    const written = writeLine(line, context);
    return index === 0 ? written : [end, ...written];
  });
}

/** Lines of verse in stanzas; a line may be parted into hemistichs. */
export const verse: LessonBlock = {
  nodes: [
    defineNode({
      extension: Node.create({
        name: "verse",
        group: "block flow",
        content: "stanza+",
        addAttributes: addVerseAttributes,
        parseHTML: () => [{ tag: "figure[data-verse]" }],
        renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes, { "data-verse": "" }), 0],
      }),
      attributes: verseSchema,
      dropWhenEmpty: true,
      render: ({ attributes, children, context }) => {
        const own = serializeAttrsToHTMLString({ class: "verse-lines", ...languageOf(attributes, context.locale) });
        const by = attributes.attribution ? `<figcaption>${escapeHTML(attributes.attribution)}</figcaption>` : "";
        return `<figure class="verse"><div${own}>${children}</div>${by}</figure>`;
      },
      writeBlock: ({ node, attributes, context }) => [
        {
          type: "containerDirective",
          name: "verse",
          attributes: saidOnly(attributes),
          children: (node.content ?? []).map((stanza) => ({
            type: "paragraph",
            children: writeStanza(stanza, context),
          })),
        },
      ],
    }),
    defineNode({
      extension: inner("stanza", "verseLine+", "div"),
      attributes: noAttributes,
      dropWhenEmpty: true,
      render: ({ children }) => `<div class="stanza">${children}</div>`,
    }),
    defineNode({
      extension: inner("verseLine", "hemistich+", "p"),
      attributes: noAttributes,
      dropWhenEmpty: true,
      render: ({ children }) => `<p class="verse-line">${children}</p>`,
    }),
    defineNode({
      extension: inner("hemistich", "oneLine*", "span"),
      attributes: noAttributes,
      dropWhenEmpty: true,
      problems: hemistichProblems,
      // The space keeps the words apart where the page is copied or read out.
      render: ({ children }) => `<span class="hemistich">${children}</span> `,
    }),
  ],
  readBlock: readVerse,
};
