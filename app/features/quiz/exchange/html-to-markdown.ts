import type { Root as HtmlRoot } from "hast";
import { type Handle, toMdast } from "hast-util-to-mdast";
import { toText } from "hast-util-to-text";
import type { Root } from "mdast";
import { writeMarkdown } from "#app/features/lesson/markdown-syntax.ts";
import { markdownProblem } from "./check-question.ts";
import { fitBlocks } from "./html/fit-blocks.ts";
import { readHtml } from "./html/html-tree.ts";
import { keepAll, withoutControls } from "./html/keep-elements.ts";
import { lose, type ReadingNotes, refusal } from "./reading-notes.ts";
import { isPlainLine } from "./simple-markdown.ts";

/** More than a text of a question may hold, in Markdown or out of it. */
const MOST_LETTERS = 20_000;

const span: Handle = (state, element) => ({
  type: "textDirective",
  name: "span",
  attributes: { lang: String(element.properties.lang) },
  children: state.all(element).filter((child) => child.type === "text"),
});

function written(root: Root): string {
  const markdown = writeMarkdown(root).trim();
  if (markdown.length > MOST_LETTERS) throw refusal("tooLong");
  return markdown;
}

/** Words alone, in paragraphs where the text has empty lines; a single line end breaks the line. */
export function plainToMarkdown(text: string): string {
  if (isPlainLine(text)) return text.replace(/\s+/g, " ").trim();
  const paragraphs = withoutControls(text.replace(/\r\n?/g, "\n"))
    .split(/\n[ \t]*\n\s*/)
    .map((block) => block.trim())
    .filter((block) => block !== "");
  const children = paragraphs.map((block) => ({
    type: "paragraph" as const,
    children: block.split(/[ \t]*\n[ \t]*/).flatMap((value, index) => {
      const line = { type: "text" as const, value };
      return index > 0 ? [{ type: "break" as const }, line] : [line];
    }),
  }));
  return written({ type: "root", children });
}

function keptTree(html: string, notes: ReadingNotes): HtmlRoot {
  const children = readHtml(html).children.filter((child) => child.type !== "doctype");
  return { type: "root", children: keepAll(children, notes) };
}

const flat = (text: string) => text.replace(/[ \t\n\r\f]+/g, " ").trim();

/** The words of paragraphs that hold nothing but words, which is what most texts are; null where there is more. */
function paragraphsAlone(children: HtmlRoot["children"]): string[] | null {
  const [only] = children;
  const isText = only?.type === "text" && children.length === 1;
  const blocks = isText ? [{ type: "element" as const, tagName: "p", properties: {}, children: [only] }] : children;
  const paragraphs = blocks.flatMap((child) => {
    if (child.type === "text" && child.value.trim() === "") return [];
    if (child.type !== "element" || child.tagName !== "p" || child.children.length > 1) return null;
    const [inner] = child.children;
    return inner === undefined ? [] : inner.type === "text" ? flat(inner.value) : null;
  });
  const words = paragraphs.filter((paragraph) => paragraph !== null);
  const length = words.reduce((sum, paragraph) => sum + paragraph.length, 0);
  return words.length === paragraphs.length && length <= MOST_LETTERS ? words : null;
}

/**
 * HTML of another program as the Markdown that a question's text may be. Scripts, styles, frames, foreign pictures and
 * whatever else lessons do not have are left out and named in `notes.losses`. Empty where nothing is left. Throws a
 * refusal where the HTML is too deep or too long.
 */
export function htmlToMarkdown(html: string, notes: ReadingNotes): string {
  if (html.length <= MOST_LETTERS && isPlainLine(html)) return html.replace(/\s+/g, " ").trim();
  const tree = keptTree(html, notes);
  const paragraphs = paragraphsAlone(tree.children);
  if (paragraphs) return plainToMarkdown(paragraphs.join("\n\n"));
  const words = toText(tree);
  if (words.length > MOST_LETTERS) throw refusal("tooLong");
  const mdast = toMdast(tree, { handlers: { span }, document: true });
  const root: Root = { type: "root", children: mdast.type === "root" ? fitBlocks(mdast.children, notes) : [] };
  const markdown = written(root);
  if (markdown === "" || markdownProblem(markdown) === null) return markdown;
  lose(notes, "formatting", { what: "" });
  return plainToMarkdown(words);
}

/** The words of some HTML on one line. */
export function htmlToLine(html: string, notes: ReadingNotes): string {
  if (html.length <= MOST_LETTERS && isPlainLine(html)) return html.replace(/\s+/g, " ").trim();
  if (/<(?:strong|b|em|i|code|ul|ol|table|img)\b/i.test(html)) lose(notes, "formatting", { what: "" });
  return toText(keptTree(html, notes)).replace(/\s+/g, " ").trim();
}
