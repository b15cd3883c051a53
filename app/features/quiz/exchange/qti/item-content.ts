import { htmlToLine, htmlToMarkdown } from "../html-to-markdown.ts";
import { lose, type ReadingNotes } from "../reading-notes.ts";
import type { XmlElement } from "./xml-tree.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

/** What QTI itself puts among a text's HTML, of which no text here has anything. */
const foreign = new Set(
  `feedbackInline feedbackBlock templateInline templateBlock printedVariable infoControl stylesheet customInteraction
   portableCustomInteraction positionObjectStage catalogInfo include`.split(/\s+/),
);

const VOID = new Set(["br", "hr", "img", "col", "wbr"]);

/** Answers HTML for an element that stands for something, or undefined for one that is HTML itself. */
export type Replace = (element: XmlElement) => string | undefined;

const nothing: Replace = () => undefined;

/** What `htmlToMarkdown` takes for a file that came with the question. */
const fileAddress = (path: string) => (/^(https?:|data:|\/\/)/i.test(path) ? path : `@@PLUGINFILE@@/${path}`);

function picture({ name, attributes }: XmlElement): string | undefined {
  if (name === "img")
    return `<img src="${escaped(fileAddress(attributes.src ?? ""))}" alt="${escaped(attributes.alt ?? "")}">`;
  if (name !== "object" || !/^image\//.test(attributes.type ?? "")) return undefined;
  return `<img src="${escaped(fileAddress(attributes.data ?? ""))}" alt="${escaped(attributes.alt ?? attributes.label ?? "")}">`;
}

function toHtml(child: XmlElement | string, replace: Replace, notes: ReadingNotes): string {
  if (typeof child === "string") return escaped(child);
  const own = replace(child) ?? picture(child);
  if (own !== undefined) return own;
  if (foreign.has(child.name)) {
    lose(notes, child.name === "stylesheet" ? "style" : "element", { element: child.name });
    return "";
  }
  const attributes = Object.entries(child.attributes)
    .filter(([name]) => !/^(data|aria)-|^(id|class|label|role|xmlns)/.test(name))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
  if (VOID.has(child.name)) return `<${child.name}${attributes}>`;
  return `<${child.name}${attributes}>${inner(child, notes, replace)}</${child.name}>`;
}

/** The HTML within an element. */
export function inner(element: XmlElement, notes: ReadingNotes, replace: Replace = nothing): string {
  return element.children.map((child) => toHtml(child, replace, notes)).join("");
}

/** What an element holds, as the Markdown of a question's text. */
export function markdownOf(element: XmlElement, notes: ReadingNotes, replace: Replace = nothing): string {
  return htmlToMarkdown(inner(element, notes, replace), notes);
}

/** What an element holds, as words on one line. */
export function lineOf(element: XmlElement, notes: ReadingNotes): string {
  return htmlToLine(inner(element, notes), notes);
}
