import type { Definition, FootnoteDefinition, Nodes, Root } from "mdast";
import { readFrontMatter } from "../front-matter.ts";
import { findExcess } from "../markdown-bounds.ts";
import { readMarkdown } from "../markdown-syntax.ts";
import { openReading } from "../read-blocks.ts";
import { canonicalImport, type ImportedText, importRefused } from "./imported-text.ts";

const childrenOf = (node: Nodes): Nodes[] => ("children" in node ? node.children : []);
const below = (node: Nodes): Nodes[] => [node, ...childrenOf(node).flatMap(below)];

/** What CommonMark says otherwise than lessons do: headings from the first level, links whose address stands elsewhere. */
function suited<Node extends Nodes>(
  node: Node,
  { step, addresses }: { step: number; addresses: Map<string, Definition> },
): Node {
  const children = childrenOf(node)
    .filter(({ type }) => type !== "definition")
    .map((child) => suited(child, { step, addresses }));
  const own = "children" in node ? { ...node, children } : node;
  if (own.type === "heading") return { ...own, depth: Math.min(4, Math.max(2, own.depth + step)) };
  if (own.type === "link") return { ...own, title: null };
  const definition = own.type === "linkReference" ? addresses.get(own.identifier) : undefined;
  return definition ? { ...own, type: "link", url: definition.url, title: null } : own;
}

/** Notes to which the text refers, each once. */
function notesOf(root: Root): FootnoteDefinition[] {
  const referred = new Set(below(root).flatMap((node) => (node.type === "footnoteReference" ? node.identifier : [])));
  const notes = root.children.filter((node) => node.type === "footnoteDefinition");
  return notes.filter(({ identifier }, i) => {
    return referred.has(identifier) && notes.findIndex((one) => one.identifier === identifier) === i;
  });
}

/**
 * Reads a file of Markdown, of a course's package or of anybody's, as a lesson's text. What lessons do not have is left
 * out and named with its line. Throws where nothing is left.
 */
export function readMarkdownFile(file: string): ImportedText {
  const { frontMatter, body } = /^---[ \t]*\r?\n/.test(file)
    ? readFrontMatter(file)
    : { frontMatter: null, body: file };
  if (findExcess(body)) throw importRefused("tooDense");
  const parsed = readMarkdown(body);
  const all = below(parsed);
  const addresses = new Map(all.flatMap((node) => (node.type === "definition" ? [[node.identifier, node]] : [])));
  const step = all.some((node) => node.type === "heading" && node.depth === 1) ? 1 : 0;
  const root = suited(parsed, { step, addresses });
  const { context, problems } = openReading({ path: "", source: body });
  const blocks = root.children.filter(({ type }) => type !== "footnoteDefinition");
  const content = context.blocks({ type: "root", children: blocks }, "doc");
  const notes = context.blocks({ type: "root", children: notesOf(root) }, "footnotes");
  if (content.length === 0) throw importRefused("empty");
  // Letters that look like a slip are taken as they stand.
  const leftOut = problems
    .filter(({ code }) => code !== "text")
    .map(({ line, code }) => ({ kind: "line" as const, line, code }));
  const { title, summary } = frontMatter ?? {};
  return { document: canonicalImport(content, notes), leftOut, title, summary };
}
