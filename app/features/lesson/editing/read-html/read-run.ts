import { isLinkHref } from "../../blocks/link/link.ts";
import type { LessonMark, LessonNode } from "../../lesson-node.ts";
import { type HtmlElement, type HtmlNode, isSeen, lettersOf } from "./html-tree.ts";

/** What is found on the way and is no letter of the run. */
export type RunNotes = {
  /** Names of pictures, which are not fetched. */
  pictures: string[];
  /** The label of the note that a link calls for, or undefined where it calls for none. */
  noteLabel: (href: string) => string | undefined;
};

const ITALIC: ReadonlySet<string> = new Set(["i", "em", "cite", "dfn"]);
const CODE: ReadonlySet<string> = new Set(["code", "kbd", "samp", "tt"]);

function isBold({ name, style }: HtmlElement): boolean {
  const weight = style["font-weight"];
  // Google wraps all that is copied in a <b> that says it is none.
  if (weight) return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  return name === "b" || name === "strong";
}

function linkOf({ name, attributes }: HtmlElement): LessonMark[] {
  if (name !== "a" || !attributes.href) return [];
  const href = attributes.href.trim().replace(/^http:/i, "https:");
  return isLinkHref(href) && URL.canParse(href) ? [{ type: "link", attrs: { href } }] : [];
}

function marksOf(element: HtmlElement): LessonMark[] {
  const { name, style } = element;
  const italic = style["font-style"] ? style["font-style"] === "italic" : ITALIC.has(name);
  const lang = name === "bdi" ? element.attributes.lang : undefined;
  const isTag = lang !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang);
  return [
    ...linkOf(element),
    ...(isTag ? [{ type: "language", attrs: { lang, dir: null } }] : []),
    ...(isBold(element) ? [{ type: "bold" }] : []),
    ...(italic ? [{ type: "italic" }] : []),
    ...(CODE.has(name) ? [{ type: "code" }] : []),
  ];
}

function readText(text: string, marks: LessonMark[]): LessonNode[] {
  // Word writes runs of no-break spaces where it means room; one alone, as French sets before «:», is meant.
  const said = text.replace(/[\t\n\r ]+/g, " ").replace(/\u00a0 | \u00a0|\u00a0{2,}/g, " ");
  const [, before = "", words = "", after = ""] = /^( *)(.*?)( *)$/.exec(said) ?? [];
  // A space at the end of what is stressed is not meant to be.
  const bare = marks.filter(({ type }) => type !== "bold" && type !== "italic");
  const parts = [
    { type: "text", text: before, marks: bare },
    { type: "text", text: words, marks },
    { type: "text", text: after, marks: bare },
  ];
  return parts.filter(({ text }) => text !== "");
}

function readPicture({ attributes }: HtmlElement, notes: RunNotes): LessonNode[] {
  const isInside = attributes.src?.startsWith("data:") || attributes.src?.startsWith("file:");
  notes.pictures.push(attributes.alt?.trim() || (isInside ? "" : (attributes.src ?? "")));
  return [];
}

function readElement(element: HtmlElement, marks: LessonMark[], notes: RunNotes): LessonNode[] {
  if (!isSeen(element)) return [];
  // The number or the dot that Word writes before an item, beside saying that it is one.
  if (element.style["mso-list"] === "ignore") return [];
  if (element.name === "br") return [{ type: "hardBreak" }];
  if (element.name === "img") return readPicture(element, notes);
  const label = element.name === "a" ? notes.noteLabel(element.attributes.href ?? "") : undefined;
  if (label !== undefined && /^[[\]()\s\d*†]*$/.test(lettersOf(element))) {
    return [{ type: "footnoteReference", attrs: { label } }];
  }
  const worn = [...marks, ...marksOf(element).filter(({ type }) => !marks.some((mark) => mark.type === type))];
  return readRun(element.children, worn, notes);
}

/** Letters with our marks, breaks and notes; all else of the HTML is left behind. */
export function readRun(nodes: HtmlNode[], marks: LessonMark[], notes: RunNotes): LessonNode[] {
  return nodes.flatMap((node) => (typeof node === "string" ? readText(node, marks) : readElement(node, marks, notes)));
}
