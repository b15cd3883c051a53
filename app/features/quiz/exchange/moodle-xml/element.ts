import { SaxesParser } from "saxes";
import { refusal } from "../reading-notes.ts";

export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** The letters that stand in the element itself. */
  text: string;
};

const MOST_DEPTH = 30;
const MOST_ELEMENTS = 5_000;

const emptyElement = (name: string, attributes: Record<string, string> = {}): XmlElement => ({
  name,
  attributes,
  children: [],
  text: "",
});

/** Reads one element. No entity is ever expanded but those of XML itself; throws a refusal on what is ill formed. */
export function readElement(source: string): XmlElement {
  const root = emptyElement("");
  const open = [root];
  let elements = 0;
  const parser = new SaxesParser();
  parser.ENTITIES.nbsp = "\u00a0";
  parser.on("error", ({ message }) => {
    throw refusal("unreadable", { problem: message.slice(0, 200) });
  });
  parser.on("doctype", () => {
    throw refusal("doctype");
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements += 1;
    if (open.length > MOST_DEPTH || elements > MOST_ELEMENTS) throw refusal("tooDeep");
    const element = emptyElement(name, attributes);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const add = (text: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(source.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, "")).close();
  const [first] = root.children;
  if (!first) throw refusal("unclosed");
  return first;
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The letters of `<name><text>…</text></name>` or `<name>…</name>`; markup that stands among them bare is refused. */
export function wordsOf(element: XmlElement | undefined): string {
  const text = childOf(element, "text");
  const [bare] = text?.children ?? [];
  if (bare) throw refusal("unreadable", { problem: `<text>…<${bare.name.slice(0, 40)}>` });
  return (text?.text ?? element?.text ?? "").trim();
}

export const wordsIn = (element: XmlElement | undefined, name: string): string => wordsOf(childOf(element, name));
