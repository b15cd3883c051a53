import type { Translated } from "#app/platform/i18n/locales.ts";
import type { CommonBody } from "../../question-types/body-parts.ts";
import type { WriteOptions } from "../exchanged-question.ts";
import type { WritingNotes } from "../written-text.ts";
import { writtenMarkdown } from "../written-text.ts";

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]|\p{Cs}/gu, "").replace(/[&<>"]/g, (sign) => signs[sign] ?? "");

/** An element with what stands in it, on lines of its own where that is elements. */
export function element(name: string, inside: string | string[], attributes: Record<string, string> = {}): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = Array.isArray(inside) ? inside.filter((one) => one !== "").join("\n") : escapeXml(inside);
  const open = `<${name}${said.join("")}>`;
  return Array.isArray(inside) && inside.length > 1 ? `${open}\n${content}\n</${name}>` : `${open}${content}</${name}>`;
}

/** Notes of one question, whose files travel in it. */
export type XmlNotes = WritingNotes & {
  media: WriteOptions["media"];
  /** Paths of files that the text being written names; emptied where they are written. */
  named: string[];
};

const nameOf = (path: string) => path.replace(/^media\//, "");

/** A file as it stands beside the text that names it; nothing where the course has it no more. */
export function fileElement(path: string, { media }: XmlNotes): string {
  const bytes = media.get(path);
  if (!bytes) return "";
  const name = nameOf(path).split("/");
  const folder = name.slice(0, -1).join("/");
  const attributes = { name: name.at(-1) ?? "", path: folder ? `/${folder}/` : "/", encoding: "base64" };
  return element("file", Buffer.from(bytes).toString("base64"), attributes);
}

/** The address of a file in a text of Moodle; notes that the text names it. */
export function addressIn(media: WriteOptions["media"], named: string[]): WritingNotes["address"] {
  return (path) => {
    if (!media.has(path)) return null;
    named.push(path);
    return `@@PLUGINFILE@@/${nameOf(path).split("/").map(encodeURIComponent).join("/")}`;
  };
}

/** Markdown with the files that it names. */
export function textElement(name: string, text: Translated | undefined, notes: XmlNotes): string {
  return text ? markdownElement(name, writtenMarkdown(text, notes), notes) : "";
}

export function markdownElement(
  name: string,
  markdown: string,
  notes: XmlNotes,
  { attributes = {}, inside = [] }: { attributes?: Record<string, string>; inside?: string[] } = {},
): string {
  const files = [...new Set(notes.named.splice(0))].map((path) => fileElement(path, notes));
  return element(name, [element("text", markdown), ...files, ...inside], { ...attributes, format: "markdown" });
}

/** Letters that are no Markdown. */
export const wordsElement = (name: string, words: string): string => element(name, [element("text", words)]);

/** A question as Moodle has it: its type there, and the elements within. */
export type XmlBody = { type: string; inside: string[] };

/** Remarks on answers that are right, partly right and wrong, for the types of Moodle that have them. */
export const combined = ({ feedback }: CommonBody, notes: XmlNotes) => [
  textElement("correctfeedback", feedback?.right, notes),
  textElement("partiallycorrectfeedback", feedback?.partly, notes),
  textElement("incorrectfeedback", feedback?.wrong, notes),
];
