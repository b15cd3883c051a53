import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { markdownProblem } from "./check-question.ts";
import { htmlToLine, htmlToMarkdown, plainToMarkdown } from "./html-to-markdown.ts";
import { isReadable } from "./markdown-bounds.ts";
import { type ReadingNotes, refusal } from "./reading-notes.ts";

/** How a text is written in a file; "moodle" is words in which HTML may stand, line by line. */
export type TextFormat = "html" | "markdown" | "plain" | "moodle";

export type WrittenText = { text: string; format: TextFormat };

const MOST_LETTERS = 20_000;
const HTML = /<\/?[a-z!][^<>]*>|&(?:[a-z]{2,12}|#x?[0-9a-f]{1,6});/i;

/** Markdown of another program: as it is where lessons take it, else by way of the HTML that it means. */
function foreignMarkdown(text: string, notes: ReadingNotes): string {
  const markdown = text.replace(/\r\n?/g, "\n").trim();
  if (markdown.length > MOST_LETTERS) throw refusal("tooLong");
  if (!isReadable(markdown)) throw refusal("tooDeep");
  if (markdown === "" || markdownProblem(markdown) === null) return markdown;
  const options = { allowDangerousHtml: true, extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] };
  return htmlToMarkdown(micromark(markdown, options), notes);
}

/** A text as the Markdown of a question; empty where nothing is left of it. What is lost is named in the notes. */
export function readText({ text, format }: WrittenText, notes: ReadingNotes): string {
  if (format === "html") return htmlToMarkdown(text, notes);
  if (format === "markdown") return foreignMarkdown(text, notes);
  if (format === "moodle" && HTML.test(text)) return htmlToMarkdown(text.replace(/\r?\n/g, "<br>"), notes);
  if (text.length > MOST_LETTERS) throw refusal("tooLong");
  return plainToMarkdown(text);
}

/** A text as words on one line. */
export function readLine({ text, format }: WrittenText, notes: ReadingNotes): string {
  if (format === "html" || (format === "moodle" && HTML.test(text))) return htmlToLine(text, notes);
  return text.replace(/\s+/g, " ").trim();
}

/** A text in the language of the file, or undefined where there is none. */
export function translated(text: string, { locale }: ReadingNotes): Translated | undefined {
  return text === "" ? undefined : { [locale]: text };
}

/** A text that a question cannot do without. */
export function demanded(text: string, { locale }: ReadingNotes): Translated {
  return { [locale]: text };
}
