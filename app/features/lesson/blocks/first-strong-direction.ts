import type { LessonNode } from "../lesson-node.ts";

export type Direction = "ltr" | "rtl";

// Letters of the scripts that run from right to left (Unicode bidirectional classes R and AL).
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Imperial_Aramaic}\p{Script=Nabataean}\p{Script=Phoenician}]/u;

/** The direction that a browser's dir="auto" would find: that of the first letter. */
export function firstStrongDirection(text: string): Direction {
  const [letter = ""] = /\p{L}/u.exec(text) ?? [];
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

const SET_APART: ReadonlySet<string> = new Set(["language", "code"]);

function isSetApart({ type, marks }: LessonNode): boolean {
  return SET_APART.has(type) || (marks?.some((mark) => SET_APART.has(mark.type)) ?? false);
}

/**
 * The direction of a line by its first letter outside runs that are set apart as <bdi> or code; null where there is no
 * such letter.
 */
export function automaticDirection(run: LessonNode[]): Direction | null {
  for (const node of run) {
    if (isSetApart(node)) continue;
    if (node.text !== undefined && /\p{L}/u.test(node.text)) return firstStrongDirection(node.text);
    const inner = node.content && automaticDirection(node.content);
    if (inner) return inner;
  }
  return null;
}
