import type { LessonNode } from "#app/features/lesson/lesson-node.ts";

/** The addresses of all links of a text, each once, in the order of reading. */
export function linksOf(document: LessonNode): string[] {
  const found = new Set<string>();
  const walk = (node: LessonNode) => {
    for (const { type, attrs } of node.marks ?? []) if (type === "link") found.add(String(attrs?.href));
    for (const child of node.content ?? []) walk(child);
  };
  walk(document);
  return [...found];
}

/** Whether a link leads out of the academy. */
export const leadsOutside = (href: string): boolean => /^https?:/i.test(href);
