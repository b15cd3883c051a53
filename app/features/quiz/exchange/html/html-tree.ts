import type { Element, ElementContent, Root } from "hast";
import { Parser } from "htmlparser2";
import { refusal } from "../reading-notes.ts";

const MOST_LETTERS = 2_000_000;
const MOST_DEPTH = 100;
const MOST_NODES = 2_000;

function addText(children: ElementContent[], text: string): void {
  const last = children.at(-1);
  if (last?.type === "text") last.value += text;
  else children.push({ type: "text", value: text });
}

/**
 * Reads HTML as it comes, well formed or not, in time that grows with its length alone. Throws a refusal on more
 * elements, or deeper ones, than a question's text ever has.
 */
export function readHtml(html: string): Root {
  if (html.length > MOST_LETTERS) throw refusal("tooLong");
  const root: Element = { type: "element", tagName: "root", properties: {}, children: [] };
  const open: Element[] = [root];
  let nodes = 0;
  const parser = new Parser({
    onopentag(tagName, attributes) {
      nodes += 1;
      if (open.length > MOST_DEPTH) throw refusal("tooDeep");
      if (nodes > MOST_NODES) throw refusal("tooLong");
      const element: Element = { type: "element", tagName, properties: { ...attributes }, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext: (text) => addText(open.at(-1)?.children ?? [], text),
    onclosetag: () => {
      if (open.length > 1) open.pop();
    },
  });
  parser.end(html);
  return { type: "root", children: root.children };
}
