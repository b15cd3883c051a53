import type { LessonNode } from "../../lesson-node.ts";
import { parsePassage } from "../../parse-lesson-markdown.ts";

const HEADING = /^(#{1,6})(?= \S)/gm;

/** Headings as ours begin: where the highest is of the first level, each goes down by one. */
function withOurHeadings(text: string): string {
  const highest = Math.min(6, ...[...text.matchAll(HEADING)].map(([, signs = ""]) => signs.length));
  const shift = highest < 2 ? 1 : 0;
  return text.replace(HEADING, (signs) => "#".repeat(Math.min(4, signs.length + shift)));
}

/** The blocks of pasted Markdown, or null where it is not Markdown of ours. */
export function readPastedMarkdown(text: string): LessonNode[] | null {
  const markdown = withOurHeadings(text.replace(/\r\n?/g, "\n")).replace(/\]\(http:/g, "](https:");
  const parsed = parsePassage({ markdown, path: "" });
  return parsed.ok ? (parsed.document.content ?? []) : null;
}
