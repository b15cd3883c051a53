import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { importWords } from "../import-words.ts";
import { lose, type ReadingNotes } from "../reading-notes.ts";

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 300);

/** A figure of lessons says what is seen, whose it is and on what terms; where the file does not say, that is named. */
function figure(src: string, alt: string, notes: ReadingNotes): RootContent {
  const words = importWords(notes.locale);
  lose(notes, "pictureCredit", { src });
  const seen = oneLine(alt) || words.picture;
  return {
    type: "containerDirective",
    name: "figure",
    attributes: { src, alt: seen, credit: words.notSaid, licence: words.notSaid },
    children: [{ type: "paragraph", children: [{ type: "text", value: seen }] }],
  };
}

const isEmpty = (children: readonly PhrasingContent[]) =>
  children.every((child) => child.type === "break" || (child.type === "text" && child.value.trim() === ""));

/** Pictures leave the line in which they stand; `out` gathers them. */
function fitLine(children: readonly PhrasingContent[], notes: ReadingNotes, out: RootContent[]): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type === "image") {
      out.push(figure(child.url, child.alt ?? "", notes));
      return [];
    }
    if (child.type === "delete") return fitLine(child.children, notes, out);
    if (!("children" in child)) return [child];
    const inner = fitLine(child.children, notes, out);
    return isEmpty(inner) ? inner : [{ ...child, children: inner }];
  });
}

/** A picture that has left a line leaves no space at its end. */
function trimmed(child: PhrasingContent, at: number, all: number): PhrasingContent {
  if (child.type !== "text") return child;
  const start = at === 0 ? child.value.trimStart() : child.value;
  return { ...child, value: at === all - 1 ? start.trimEnd() : start };
}

function paragraph(children: PhrasingContent[]): Paragraph[] {
  const from = children.findIndex((child) => child.type !== "break");
  const to = children.findLastIndex((child) => child.type !== "break");
  const line = from === -1 ? [] : children.slice(from, to + 1);
  return isEmpty(line)
    ? []
    : [{ type: "paragraph", children: line.map((child, at) => trimmed(child, at, line.length)) }];
}

function fitLines(children: readonly PhrasingContent[], notes: ReadingNotes): RootContent[] {
  const pictures: RootContent[] = [];
  const line = fitLine(children, notes, pictures);
  return [...paragraph(line), ...pictures];
}

/** Code on lines of its own stands in a paragraph, line by line. */
function codeLines(value: string): RootContent[] {
  const lines = value.split("\n").filter((line) => line.trim() !== "");
  return paragraph(
    lines.flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: "break" as const }] : []),
      { type: "inlineCode", value: line.trim() },
    ]),
  );
}

function fitTable(table: Extract<RootContent, { type: "table" }>, notes: ReadingNotes): RootContent[] {
  const pictures: RootContent[] = [];
  const children = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({ ...cell, children: fitLine(cell.children, notes, pictures) })),
  }));
  return [{ ...table, children }, ...pictures];
}

function fitBlock(node: RootContent, notes: ReadingNotes): RootContent[] {
  switch (node.type) {
    case "paragraph":
      return fitLines(node.children, notes);
    case "heading":
      // A question is no part of a lesson's outline.
      return fitLines([{ type: "strong", children: node.children }], notes);
    case "code":
      return codeLines(node.value);
    case "blockquote": {
      const inner = fitBlocks(node.children, notes).filter(isFlow);
      return inner.length > 0 ? [{ ...node, children: inner }] : [];
    }
    case "list": {
      const items = node.children
        .map((item) => ({
          type: "listItem" as const,
          spread: item.spread ?? false,
          children: fitBlocks(item.children, notes).filter(isFlow),
        }))
        .filter(({ children }) => children.length > 0);
      return items.length > 0 ? [{ ...node, children: items }] : [];
    }
    case "table":
      return fitTable(node, notes);
    case "thematicBreak":
    case "containerDirective":
      return [node];
    default:
      return [];
  }
}

type Flow = Extract<RootContent, { type: "paragraph" | "blockquote" | "list" | "table" | "containerDirective" }>;

const isFlow = (node: RootContent): node is Flow =>
  ["paragraph", "blockquote", "list", "table", "containerDirective"].includes(node.type);

/** Blocks as a question's text may hold them. */
export function fitBlocks(children: readonly RootContent[], notes: ReadingNotes): RootContent[] {
  return children.flatMap((child) => fitBlock(child, notes));
}
