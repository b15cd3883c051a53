import { directionOf } from "#app/platform/i18n/locales.ts";
import { automaticDirection, type Direction, firstStrongDirection } from "./blocks/first-strong-direction.ts";
import { type LessonNode, textOf } from "./lesson-node.ts";

const LINES: ReadonlySet<string> = new Set(["paragraph", "heading"]);
const SIDES: ReadonlySet<string> = new Set(["transcription", "translation"]);

/** The direction in which a node's lines stand that say nothing of their own, inside one of direction `outer`. */
function directionWithin(node: LessonNode, outer: Direction, locale: string): Direction {
  const { lang, dir } = node.attrs ?? {};
  if (dir === "ltr" || dir === "rtl") return dir;
  const isForeign = typeof lang === "string" && lang !== locale;
  return isForeign || SIDES.has(node.type) ? firstStrongDirection(textOf(node)) : outer;
}

function withDirections(node: LessonNode, outer: Direction, locale: string): LessonNode {
  const isSilent = LINES.has(node.type) && !node.attrs?.dir && !node.attrs?.lang;
  if (isSilent) {
    const own = automaticDirection(node.content ?? []);
    return own && own !== outer ? { ...node, attrs: { ...node.attrs, dir: own } } : node;
  }
  const inner = directionWithin(node, outer, locale);
  const content = node.content?.map((child) => withDirections(child, inner, locale));
  return content ? { ...node, content } : node;
}

/** A text in which each line says its direction that begins with a letter of the other one than it stands in. */
export function withLineDirections(document: LessonNode, locale: string): LessonNode {
  return withDirections(document, directionOf(locale), locale);
}
