import type { LessonMark, LessonNode } from "../lesson-node.ts";
import { type HtmlElement, type HtmlNode, htmlText, readHtmlTree } from "./html-tree.ts";
import { canonicalImport, type ImportedText, type LeftOut } from "./imported-text.ts";

type Reading = {
  notes: Map<string, HtmlElement>;
  counts: Map<Counted, number>;
  links: string[];
  /** Where the pictures are kept that the HTML calls `picture:0` and on; null for what is not. */
  pictures: readonly (string | null)[];
  /** Those that stand in the text as figures. */
  placed: Set<HtmlElement>;
};

type Counted = "picture" | "pictureUnsaid" | "mergedCells" | "raised";

/** Two elements of a Word document's HTML speak of a note: its number in the text, and the way back from it. */
const NOTE = /^#(?:foot|end)note-(\d+)$/;
const BACK = /^#(?:foot|end)note-ref-/;
const NOTE_ID = /^(?:foot|end)note-(\d+)$/;

const marks: Record<string, LessonMark["type"]> = {
  strong: "bold",
  b: "bold",
  em: "italic",
  i: "italic",
  code: "code",
};
const headings: Record<string, number> = { h1: 2, h2: 3, h3: 4, h4: 4, h5: 4, h6: 4 };
const DROPPED = new Set(["script", "style", "head", "title", "template", "iframe", "object", "svg", "math", "form"]);

const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== "string";
const noLanguage = { lang: null, dir: null };

function note(reading: Reading, what: Counted): void {
  reading.counts.set(what, (reading.counts.get(what) ?? 0) + 1);
}

function safeAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  const plain = /^https:\/\/[^\s<>"'`\\]+$/i.test(address) && address.length <= 2_000;
  return plain && url !== null && url.username === "" && url.password === "";
}

function readLink(element: HtmlElement, wear: LessonMark[], reading: Reading): LessonNode[] {
  const href = element.attributes.href ?? "";
  const [, label] = NOTE.exec(href) ?? [];
  if (label && reading.notes.has(label)) return [{ type: "footnoteReference", attrs: { label } }];
  if (BACK.test(href)) return [];
  if (safeAddress(href)) {
    const link = { type: "link", attrs: { href } };
    return element.children.flatMap((child) => readInline(child, [...wear, link], reading));
  }
  // A place in the document itself leads nowhere here, and nobody misses it.
  if (href !== "" && !href.startsWith("#")) reading.links.push(href.slice(0, 200));
  return element.children.flatMap((child) => readInline(child, wear, reading));
}

function readInline(node: HtmlNode, wear: LessonMark[], reading: Reading): LessonNode[] {
  if (!isElement(node)) return node === "" ? [] : [{ type: "text", text: node, marks: wear }];
  const { name, children } = node;
  if (DROPPED.has(name)) return [];
  if (name === "br") return [{ type: "hardBreak" }];
  if (name === "img") {
    if (!reading.placed.has(node)) note(reading, "picture");
    return [];
  }
  if (name === "a") return readLink(node, wear, reading);
  const inner = (worn: LessonMark[]) => children.flatMap((child) => readInline(child, worn, reading));
  const mark = marks[name];
  if (mark) return inner([...wear, { type: mark }]);
  const run = inner(wear);
  const raised = (name === "sup" || name === "sub") && !run.some(({ type }) => type === "footnoteReference");
  if (raised) note(reading, "raised");
  return run;
}

const inlineOf = (nodes: HtmlNode[], reading: Reading) => nodes.flatMap((node) => readInline(node, [], reading));

function readItem(item: HtmlElement, reading: Reading): LessonNode {
  const content = readBlocks(item.children, reading);
  const first = content[0]?.type === "paragraph" ? [] : [{ type: "paragraph", attrs: noLanguage }];
  return { type: "listItem", content: [...first, ...content.filter(({ type }) => type !== "heading")] };
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.name) ? rowsOf(child) : [];
  });
}

function readTable(table: HtmlElement, reading: Reading): LessonNode[] {
  const rows = rowsOf(table).map((row) => {
    const cells = row.children.filter(isElement).filter(({ name }) => name === "td" || name === "th");
    const content = cells.map((cell) => {
      if (cell.attributes.colspan || cell.attributes.rowspan) note(reading, "mergedCells");
      const lines = cell.children.flatMap((child, i) => (i > 0 ? [" ", child] : [child]));
      const line = inlineOf(lines, reading).map((part) =>
        part.type === "hardBreak" ? { type: "text", text: " " } : part,
      );
      return { type: "tableCell", attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }, content: line };
    });
    return { type: "tableRow", content };
  });
  return rows.some(({ content }) => content.length > 0) ? [{ type: "table", attrs: noLanguage, content: rows }] : [];
}

const containers = new Set(["div", "section", "article", "main", "body", "html", "dl", "dd", "dt", "figure"]);

function readBlock(element: HtmlElement, reading: Reading): LessonNode[] {
  const { name, children } = element;
  if (DROPPED.has(name)) return [];
  const level = headings[name];
  if (level)
    return [{ type: "heading", attrs: { level, ...noLanguage }, content: oneLine(inlineOf(children, reading)) }];
  if (name === "table") return readTable(element, reading);
  if (name === "hr") return [{ type: "horizontalRule" }];
  if (name === "blockquote") {
    const content = readBlocks(children, reading).filter(({ type }) => type !== "heading" && type !== "horizontalRule");
    return content.length > 0 ? [{ type: "blockquote", attrs: noLanguage, content }] : [];
  }
  if (name === "ul" || name === "ol") {
    const items = children
      .filter(isElement)
      .filter((item) => item.name === "li" && !NOTE_ID.test(item.attributes.id ?? ""));
    const type = name === "ul" ? "bulletList" : "orderedList";
    return items.length > 0 ? [{ type, attrs: noLanguage, content: items.map((item) => readItem(item, reading)) }] : [];
  }
  if (containers.has(name)) return readBlocks(children, reading);
  return readParagraph(children, reading);
}

/** The pictures of a paragraph, which stand after it: in the line a lesson has none. */
function figuresIn(nodes: HtmlNode[], reading: Reading): LessonNode[] {
  return nodes.filter(isElement).flatMap((element): LessonNode[] => {
    if (element.name !== "img") return DROPPED.has(element.name) ? [] : figuresIn(element.children, reading);
    const { src = "", alt = "" } = element.attributes;
    const [, number] = /^picture:(\d+)$/.exec(src) ?? [];
    const path = number === undefined ? null : reading.pictures[Number(number)];
    if (!path) return [];
    reading.placed.add(element);
    note(reading, "pictureUnsaid");
    const attrs = { src: path, alt: alt.slice(0, 1_000), credit: null, licence: null, width: null };
    return [{ type: "figure", attrs, content: [] }];
  });
}

function readParagraph(nodes: HtmlNode[], reading: Reading): LessonNode[] {
  const figures = figuresIn(nodes, reading);
  return [{ type: "paragraph", attrs: noLanguage, content: inlineOf(nodes, reading) }, ...figures];
}

const oneLine = (run: LessonNode[]) =>
  run.map((part) => (part.type === "hardBreak" ? { type: "text", text: " " } : part));
const INLINE = new Set(["a", "b", "strong", "i", "em", "sup", "sub", "span", "br", "img", "code", "u", "s", "small"]);

/** Blocks among which letters may stand by themselves: those are a paragraph. */
function readBlocks(nodes: HtmlNode[], reading: Reading): LessonNode[] {
  const blocks: LessonNode[] = [];
  let line: HtmlNode[] = [];
  const end = () => {
    const said = line.some((part) => isElement(part) || part.trim() !== "");
    if (said) blocks.push(...readParagraph(line, reading));
    line = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || INLINE.has(node.name)) {
      line.push(node);
    } else {
      end();
      blocks.push(...readBlock(node, reading));
    }
  }
  end();
  return blocks;
}

function findNotes(nodes: HtmlNode[]): [string, HtmlElement][] {
  return nodes.filter(isElement).flatMap((element): [string, HtmlElement][] => {
    const [, label] = NOTE_ID.exec(element.name === "li" ? (element.attributes.id ?? "") : "") ?? [];
    return label ? [[label, element]] : findNotes(element.children);
  });
}

/**
 * The HTML that a Word document is read as, as a lesson's text. What has no place in one is counted. `pictures` says
 * where those are kept that it calls `picture:0` and on.
 */
export function htmlToText(html: string, pictures: readonly (string | null)[] = []): ImportedText {
  const tree = readHtmlTree(html);
  const reading: Reading = {
    notes: new Map(findNotes(tree)),
    counts: new Map(),
    links: [],
    pictures,
    placed: new Set(),
  };
  const blocks = readBlocks(tree, reading);
  const notes = [...reading.notes].flatMap(([label, element]): LessonNode[] => {
    const paragraphs = element.children.flatMap((child, i) => (i > 0 ? [" ", child] : [child]));
    const content = oneLine(inlineOf(paragraphs, reading)).filter(({ type }) => type !== "footnoteReference");
    return htmlText(element).trim() === "" ? [] : [{ type: "footnoteDefinition", attrs: { label }, content }];
  });
  const counted = [...reading.counts].map(([kind, count]): LeftOut => ({ kind, count }));
  const links = reading.links.map((address): LeftOut => ({ kind: "link", address }));
  return { document: canonicalImport(blocks, notes), leftOut: [...counted, ...links] };
}
