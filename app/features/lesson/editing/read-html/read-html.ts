import { mendedBlock } from "../../components/editor/mend-block.ts";
import { canonicalBlock } from "../../lesson-document.ts";
import { type LessonNode, textOf } from "../../lesson-node.ts";
import { type HtmlElement, type HtmlNode, isSeen, readHtmlTree } from "./html-tree.ts";
import { nestItems, type WordItem, wordItem } from "./read-lists.ts";
import { readNotes } from "./read-notes.ts";
import { type RunNotes, readRun } from "./read-run.ts";
import { readTable } from "./read-table.ts";

export type ReadHtml = {
  /** Canonical blocks of a lesson; the last may be `footnotes`. */
  blocks: LessonNode[];
  /** What pictures are called that were left out: they are never fetched. */
  pictures: string[];
};

type Reading = RunNotes & { top: number };

const FLOW =
  /^(address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|ul)$/;

function isFlow(node: HtmlNode): node is HtmlElement {
  return typeof node !== "string" && (FLOW.test(node.name) || node.children.some(isFlow));
}

function paragraphs(run: LessonNode[]): LessonNode[] {
  const says = run.some(({ type, text = "" }) => (type === "text" ? text.trim() !== "" : type !== "hardBreak"));
  return says ? [{ type: "paragraph", content: run }] : [];
}

function readHeading(element: HtmlElement, level: number, reading: Reading): LessonNode[] {
  const run = readRun(element.children, [], reading).map(
    (node): LessonNode => (node.type === "hardBreak" ? { type: "text", text: " " } : node),
  );
  const plain = run.map(({ marks, ...node }) => ({ ...node, marks: marks?.filter(({ type }) => type !== "bold") }));
  return [{ type: "heading", attrs: { level: Math.min(4, Math.max(2, level - reading.top + 2)) }, content: plain }];
}

function readList(list: HtmlElement, reading: Reading): LessonNode[] {
  const items = list.children.flatMap((child): LessonNode[] => {
    if (typeof child === "string") return [];
    if (child.name === "ul" || child.name === "ol") return [{ type: "listItem", content: readList(child, reading) }];
    const content = readFlow(child.children, reading);
    const [first] = content;
    if (!first) return [];
    const led = first.type === "paragraph" ? content : [{ type: "paragraph" }, ...content];
    return [{ type: "listItem", content: led.map(asFlow) }];
  });
  return items.length > 0
    ? [{ type: list.name === "ol" ? "orderedList" : "bulletList", content: joinedItems(items) }]
    : [];
}

/** A list that stands between items, as Google writes it, belongs to the item before it. */
function joinedItems(items: LessonNode[]): LessonNode[] {
  const joined: LessonNode[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    const isList = item.content?.[0]?.type.endsWith("List");
    if (isList && last)
      joined[joined.length - 1] = { ...last, content: [...(last.content ?? []), ...(item.content ?? [])] };
    else if (isList) joined.push(...(item.content?.[0]?.content ?? []));
    else joined.push(item);
  }
  return joined;
}

/** What may stand inside a list or a quote: a heading there is a strong line. */
function asFlow(node: LessonNode): LessonNode {
  if (node.type !== "heading") return node;
  const content = node.content?.map((run) =>
    run.text ? { ...run, marks: [...(run.marks ?? []), { type: "bold" }] } : run,
  );
  return { type: "paragraph", content };
}

function readElement(element: HtmlElement, reading: Reading): LessonNode[] {
  if (!isSeen(element)) return [];
  const [, level] = /^h([1-6])$/.exec(element.name) ?? [];
  const isTitle = /\bMso(Title|Subtitle)\b/.test(element.attributes.class ?? "");
  if (level || isTitle) return readHeading(element, level ? Number(level) : reading.top, reading);
  if (element.name === "ul" || element.name === "ol") return readList(element, reading);
  if (element.name === "table") return readTable(element, reading);
  if (element.name === "hr") return [{ type: "horizontalRule" }];
  if (element.name === "blockquote") {
    const content = readFlow(element.children, reading).map(asFlow);
    return content.length > 0 ? [{ type: "blockquote", content }] : [];
  }
  return readFlow(element.children, reading);
}

/** Items that Word wrote as paragraphs, from `start` on. */
function wordItems(nodes: HtmlNode[], start: number): { items: WordItem[]; next: number } {
  const items: WordItem[] = [];
  let next = start;
  for (; next < nodes.length; next += 1) {
    const node = nodes[next];
    if (typeof node === "string" && node.trim() === "") continue;
    const item = node !== undefined && typeof node !== "string" ? wordItem(node) : undefined;
    if (!item) break;
    items.push(item);
  }
  return { items, next };
}

function readFlow(nodes: HtmlNode[], reading: Reading): LessonNode[] {
  const blocks: LessonNode[] = [];
  let loose: HtmlNode[] = [];
  const settle = () => {
    blocks.push(...paragraphs(readRun(loose, [], reading)));
    loose = [];
  };
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) break;
    const { items, next } = wordItems(nodes, at);
    if (items.length > 0) {
      settle();
      const read = items.map((item) => ({ ...item, content: paragraphs(readRun(item.element.children, [], reading)) }));
      blocks.push(...nestItems(read.filter(({ content }) => content.length > 0)));
      at = next - 1;
    } else if (isFlow(node)) {
      settle();
      blocks.push(...readElement(node, reading));
    } else loose.push(node);
  }
  settle();
  return blocks;
}

/** The highest of the headings: it becomes ours of the second level, for the first is the lesson's title. */
function topHeading(node: HtmlNode): number {
  if (typeof node === "string") return 6;
  const own = /^h([1-6])$/.exec(node.name);
  return Math.min(own ? Number(own[1]) : 6, ...node.children.map(topHeading));
}

/**
 * Reads HTML as it is pasted from Word, Google Docs or a page, or made of a .docx, into blocks of a lesson. What our
 * lessons have no word for is left behind, its letters kept; nothing runs and nothing is fetched.
 */
export function readHtml(html: string): ReadHtml {
  const root = readHtmlTree(html);
  const pictures: string[] = [];
  const { body, notes, noteLabel } = readNotes(root);
  const top = topHeading(body) > 2 ? 2 : topHeading(body);
  const reading: Reading = { pictures, noteLabel, top };
  const read = readFlow(body.children, reading);
  const definitions = notes.map(({ label, nodes }) => ({
    type: "footnoteDefinition",
    attrs: { label },
    content: readRun(nodes, [], reading).filter(({ type }) => type !== "footnoteReference"),
  }));
  const all = definitions.length > 0 ? [...read, { type: "footnotes", content: definitions }] : read;
  const blocks = all.flatMap((block) => {
    const mended = mendedBlock(block);
    const letters = textOf(mended).trim();
    const plain = letters === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text: letters }] }];
    return canonicalBlock(mended) ?? plain.flatMap((one) => canonicalBlock(mendedBlock(one)) ?? []);
  });
  return { blocks, pictures };
}
