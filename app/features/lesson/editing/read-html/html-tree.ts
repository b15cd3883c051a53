import { Parser } from "htmlparser2";

export type HtmlElement = {
  name: string;
  attributes: Record<string, string>;
  style: Record<string, string>;
  children: HtmlNode[];
};
export type HtmlNode = HtmlElement | string;

/** What is no text of the page, and what a program says to itself. */
const UNSEEN: ReadonlySet<string> = new Set([
  "script",
  "style",
  "head",
  "title",
  "xml",
  "template",
  "noscript",
  "iframe",
  "object",
  "svg",
  "math",
  "select",
  "button",
  "audio",
  "video",
]);

/** Deeper than any page is written: what is nested further stands at this depth. */
const MOST_DEPTH = 60;

function styleOf(text = ""): Record<string, string> {
  const said = text.split(";").map((one) => one.split(":"));
  return Object.fromEntries(
    said.map(([name = "", ...value]) => [name.trim().toLowerCase(), value.join(":").trim().toLowerCase()]),
  );
}

/**
 * Reads HTML of any origin into a tree of elements and letters, and into nothing else: nothing in it runs, and nothing
 * that it names is fetched. Comments, conditional ones too, are gone.
 */
export function readHtmlTree(html: string): HtmlElement {
  const root: HtmlElement = { name: "body", attributes: {}, style: {}, children: [] };
  const open: HtmlElement[] = [root];
  let tooDeep = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (open.length > MOST_DEPTH) {
        tooDeep += 1;
        return;
      }
      const element = { name, attributes, style: styleOf(attributes.style), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext: (text) => open.at(-1)?.children.push(text),
    onclosetag: () => {
      if (tooDeep > 0) tooDeep -= 1;
      else if (open.length > 1) open.pop();
    },
  });
  parser.write(html);
  parser.end();
  return root;
}

export function isSeen({ name, style }: HtmlElement): boolean {
  return !UNSEEN.has(name) && style.display !== "none" && style["mso-hide"] !== "all";
}

/** All letters below a node, as they stand. */
export function lettersOf(node: HtmlNode): string {
  if (typeof node === "string") return node;
  return isSeen(node) ? node.children.map(lettersOf).join("") : "";
}
