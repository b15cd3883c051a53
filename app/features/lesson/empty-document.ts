import type { LessonNode } from "./lesson-node.ts";

/** A lesson in which nothing is written yet. */
export const emptyDocument: LessonNode = {
  type: "doc",
  content: [{ type: "paragraph", attrs: { lang: null, dir: null } }],
};
