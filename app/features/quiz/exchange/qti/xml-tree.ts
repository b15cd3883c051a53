import { SaxesParser } from "saxes";
import { refusal } from "../reading-notes.ts";

const MOST_DEPTH = 150;
const MOST_ELEMENTS = 200_000;

export type XmlElement = {
  /** Without its prefix; elements of QTI 3 under the names that they had before: "simpleChoice". */
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** Counted from 1. */
  line: number;
};

const camel = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** QTI 3 writes "qti-simple-choice" and "max-choices" for what was "simpleChoice" and "maxChoices". */
function named(written: string, attributes: Record<string, string>, line: number): XmlElement {
  const local = written.replace(/^.*:/, "");
  const isThird = local.startsWith("qti-");
  const entries = Object.entries(attributes).map(([name, value]): [string, string] => {
    const own = name === "xml:lang" ? "lang" : name;
    return [isThird && !/^(data|aria)-/.test(own) ? camel(own) : own, value];
  });
  return { name: isThird ? camel(local.slice(4)) : local, attributes: Object.fromEntries(entries), children: [], line };
}

/**
 * Reads XML as a tree. Document types are refused, and with them every entity but the five that XML itself has. Throws
 * a refusal where it is no XML, is too deep, or has more elements than a question ever has.
 */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const top: XmlElement = { name: "", attributes: {}, children: [], line: 1 };
  const open = [top];
  let count = 0;
  const addText = (value: string) => open.at(-1)?.children.push(value);
  parser.on("doctype", () => {
    throw refusal("doctype");
  });
  parser.on("error", (error) => {
    throw refusal("unreadable", { problem: error.message.replace(/^\d+:\d+:\s*/, "").slice(0, 200) });
  });
  let line = 1;
  parser.on("opentagstart", () => {
    line = parser.line;
  });
  parser.on("opentag", ({ name, attributes }) => {
    count += 1;
    if (open.length > MOST_DEPTH) throw refusal("tooDeep");
    if (count > MOST_ELEMENTS) throw refusal("tooLong");
    const element = named(name, attributes, line);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  const root = top.children.find((child) => typeof child !== "string");
  if (!root) throw refusal("unreadable", { problem: "" });
  return root;
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== "string");

/** Every element below one, itself first, in the order of the file. */
export function allBelow(element: XmlElement): XmlElement[] {
  return [element, ...elementsOf(element).flatMap(allBelow)];
}

export const childrenNamed = (element: XmlElement, name: string) =>
  elementsOf(element).filter((one) => one.name === name);

export const descendantsNamed = (element: XmlElement, ...names: string[]) =>
  allBelow(element).filter((one) => names.includes(one.name));

/** The words of an element and all within it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
