import { Parser } from "htmlparser2";
import { importRefused } from "./imported-text.ts";

export type HtmlElement = { name: string; attributes: Record<string, string>; children: HtmlNode[] };
export type HtmlNode = HtmlElement | string;

const MOST_DEPTH = 60;
const MOST_ELEMENTS = 60_000;

/** Reads HTML into a tree, in time that grows with its length alone. Throws where it is deeper or larger than texts are. */
export function readHtmlTree(html: string): HtmlNode[] {
  const root: HtmlElement = { name: "root", attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      count += 1;
      if (open.length > MOST_DEPTH || count > MOST_ELEMENTS) throw importRefused("tooLarge");
      const element = { name, attributes: { ...attributes }, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext: (text) => open.at(-1)?.children.push(text),
    onclosetag: () => {
      if (open.length > 1) open.pop();
    },
  });
  parser.end(html);
  return root.children;
}

export function htmlText(node: HtmlNode): string {
  return typeof node === "string" ? node : node.children.map(htmlText).join("");
}
