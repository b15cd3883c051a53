import type { PhrasingContent, Root, RootContent } from "mdast";
import { readMarkdown, writeMarkdown } from "#app/features/lesson/markdown-syntax.ts";
import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import type { Loss } from "./exchanged-question.ts";
import { lose } from "./reading-notes.ts";

/** What a writer keeps while it writes one question. */
export type WritingNotes = {
  locale: Locale;
  losses: Loss[];
  /** The address under which other programs find one of the course's files, or null where the format takes none. */
  address: (path: string) => string | null;
};

const OURS = /:{3,}|:span\[/;

/** The one language of a text that other programs are shown. */
function chosen(text: Translated, notes: WritingNotes): string {
  const { text: shown, locale } = pickTranslated(text, notes.locale);
  const others = Object.keys(text).filter((other) => other !== locale);
  if (others.length > 0) lose(notes, "languages", { languages: others.sort().join(", ") });
  return shown;
}

function figure(attributes: Record<string, unknown>, caption: RootContent[], notes: WritingNotes): RootContent[] {
  const [src, alt] = [String(attributes.src ?? ""), String(attributes.alt ?? "")];
  const url = notes.address(src);
  if (url !== null) return [{ type: "paragraph", children: [{ type: "image", url, alt }] }, ...caption];
  lose(notes, "picture", { src });
  return caption;
}

function plainLine(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type === "textDirective") return plainLine(child.children);
    return "children" in child ? [{ ...child, children: plainLine(child.children) }] : [child];
  });
}

function plainBlock(node: RootContent, notes: WritingNotes): RootContent[] {
  if (node.type === "paragraph") return [{ ...node, children: plainLine(node.children) }];
  if (node.type !== "containerDirective") return [node];
  const children = node.children.flatMap((child) => plainBlock(child, notes));
  return node.name === "figure" ? figure({ ...node.attributes }, children, notes) : children;
}

/** A text as Markdown that other programs know; the blocks of lessons become what they hold. */
export function writtenMarkdown(text: Translated, notes: WritingNotes): string {
  const markdown = chosen(text, notes).trim();
  if (!OURS.test(markdown)) return markdown;
  lose(notes, "blocks");
  const root: Root = readMarkdown(markdown);
  return writeMarkdown({ ...root, children: root.children.flatMap((node) => plainBlock(node, notes)) }).trim();
}

/** A label of a question, on one line. */
export function writtenLabel(label: Translated, notes: WritingNotes): string {
  return chosen(label, notes).trim();
}

/** A remark, or nothing. */
export function writtenRemark(text: Translated | undefined, notes: WritingNotes): string {
  return text ? writtenMarkdown(text, notes) : "";
}
