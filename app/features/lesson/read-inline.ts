import type { PhrasingContent } from "mdast";
import { lessonBlocks } from "./blocks/registry.ts";
import { checkLetters } from "./check-letters.ts";
import { type LessonMark, type LessonNode, sameMark } from "./lesson-node.ts";
import type { ReadContext } from "./read-context.ts";
import { refuse } from "./refuse-markdown.ts";

type Wear = { source: string; context: ReadContext; marks: LessonMark[] };

/** The marks inside a mark; one of a kind is not nested in another of that kind. */
function wearing(node: PhrasingContent, mark: LessonMark | null, { marks, context }: Wear): LessonMark[] {
  const outer = mark && marks.find((other) => other.type === mark.type);
  if (!mark) return marks;
  if (!outer) return [...marks, mark];
  if (!sameMark(outer, mark)) context.report(node, "nestedWrongly", `A ${mark.type} stands in another.`);
  return marks;
}

function flatten(node: PhrasingContent, wear: Wear): LessonNode[] {
  if (node.type === "text") checkLetters(node, wear.source, wear.context.report);
  for (const block of lessonBlocks) {
    const read = block.readInline?.(node, wear.context);
    if (read) return read.map((leaf) => ({ ...leaf, marks: [...wear.marks, ...(leaf.marks ?? [])] }));
    const mark = block.readMark?.(node, wear.context);
    if (mark === undefined || !("children" in node)) continue;
    const marks = wearing(node, mark, wear);
    return node.children.flatMap((child) => flatten(child, { ...wear, marks }));
  }
  refuse(node, wear.context.report);
  return [];
}

/** Text, marks and notes in one flat run; `lines` keeps the line ends of the file, which else are spaces. */
export function readInline(
  children: PhrasingContent[],
  { source, context, lines }: { source: string; context: ReadContext; lines: boolean },
): LessonNode[] {
  const run = children.flatMap((child) => flatten(child, { source, context, marks: [] }));
  if (lines) return run.map((node) => (node.type === "hardBreak" ? { type: "text", text: "\n" } : node));
  return run.map((node) =>
    node.text === undefined ? node : { ...node, text: node.text.replace(/[ \t]*\n[ \t]*/g, " ") },
  );
}
