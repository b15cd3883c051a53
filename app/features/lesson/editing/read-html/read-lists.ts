import type { LessonNode } from "../../lesson-node.ts";
import { type HtmlElement, type HtmlNode, lettersOf } from "./html-tree.ts";

export type WordItem = { level: number; ordered: boolean; element: HtmlElement };

function markerOf(node: HtmlNode): string | undefined {
  if (typeof node === "string") return undefined;
  if (node.style["mso-list"] === "ignore") return lettersOf(node);
  for (const child of node.children) {
    const found = markerOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An item of a list as Word writes it, a paragraph that says its list and level; undefined for any other. */
export function wordItem(element: HtmlElement): WordItem | undefined {
  const [, level] = /\blevel(\d)/.exec(element.style["mso-list"] ?? "") ?? [];
  if (!level) return undefined;
  const marker = (markerOf(element) ?? "").trim();
  return { level: Number(level), ordered: /[\p{L}\p{N}]/u.test(marker) && marker !== "o", element };
}

type ReadItem = { level: number; ordered: boolean; content: LessonNode[] };

/** Items one after another, each with its level, as lists within lists. */
export function nestItems(items: ReadItem[]): LessonNode[] {
  const lists: LessonNode[] = [];
  for (let start = 0; start < items.length; ) {
    const first = items[start];
    if (!first) break;
    const isOfList = (item: ReadItem) => item.level > first.level || item.ordered === first.ordered;
    let end = start + 1;
    for (let item = items[end]; item && item.level >= first.level && isOfList(item); item = items[end]) end += 1;
    const content: LessonNode[] = [];
    for (let at = start; at < end; ) {
      const item = items[at];
      if (!item) break;
      let next = at + 1;
      while (next < end && (items[next]?.level ?? 0) > first.level) next += 1;
      const inner = nestItems(items.slice(at + 1, next));
      content.push({ type: "listItem", content: [...item.content, ...inner] });
      at = next;
    }
    lists.push({ type: first.ordered ? "orderedList" : "bulletList", content });
    start = end;
  }
  return lists;
}
