import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { type WritingNotes, writtenLabel, writtenMarkdown } from "../written-text.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML 1.0 has no way of writing. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export const escapeText = (text: string): string =>
  text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

export type Attributes = Record<string, string | number | undefined>;

/** An element of QTI 3 with what is in it, which is written already. */
export function qti(name: string, attributes: Attributes, ...inside: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join("");
  const content = inside.join("");
  return content === "" ? `<qti-${name}${written}/>` : `<qti-${name}${written}>${content}</qti-${name}>`;
}

/** A text of a question as XHTML. */
export function htmlOf(text: Translated, notes: WritingNotes): string {
  const html = micromark(writtenMarkdown(text, notes), { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
  return html
    .replace(UNWRITABLE, "")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/ align="\w+"/g, "");
}

/** A label of a question. */
export const labelOf = (label: Translated, notes: WritingNotes): string => escapeText(writtenLabel(label, notes));

/** An identifier of QTI, which begins with a letter. */
export const identifierOf = (id: string): string => `i-${id}`;
