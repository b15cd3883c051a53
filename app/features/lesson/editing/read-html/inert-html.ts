import { type HtmlNode, isSeen, readHtmlTree } from "./html-tree.ts";

/** Elements of which pieces of our own surfaces are made: none of them runs, fetches or stands for anything by its name. */
const INERT: ReadonlySet<string> = new Set(
  `a aside b bdi blockquote br cite code col colgroup div em figcaption figure h1 h2 h3 h4 h5 h6 hr i li ol p pre section
   span strong sub sup table tbody td tfoot th thead tr ul`.split(/\s+/),
);
const VOID: ReadonlySet<string> = new Set(["br", "col", "hr"]);
// Handlers and styles, which the policy of the page stops and reports, and what a table would fetch.
const HEEDED = /^(on.*|style|background|id|is|slot|nonce|autofocus|srcset|ping|target|attributionsrc|xmlns.*)$/;
const NAME = /^[a-z][a-z0-9-]*$/;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

function written(node: HtmlNode): string {
  if (typeof node === "string") return escaped(node);
  if (!isSeen(node)) return "";
  const inner = node.children.map(written).join("");
  const { name, attributes } = node;
  if (!INERT.has(name)) return inner;
  const said = Object.entries(attributes)
    .filter(([key]) => NAME.test(key) && !HEEDED.test(key))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return VOID.has(name) ? `<${name}${said.join("")}>` : `<${name}${said.join("")}>${inner}</${name}>`;
}

/**
 * HTML from a clipboard with nothing in it that a browser would run, fetch or apply: the editor has every piece that is
 * pasted read by the browser, before it is asked what it makes of it.
 */
export function inertHtml(html: string): string {
  return readHtmlTree(html).children.map(written).join("");
}
