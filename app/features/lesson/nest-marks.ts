import { type LessonMark, type LessonNode, sameMark } from "./lesson-node.ts";

/** A run in which marks enclose what they mark: `mark` with `children`, or a bare node. */
export type NestedRun = ({ mark: LessonMark; children: NestedRun } | { node: LessonNode })[];

/** Where the run ends that wears a mark. Code holds letters alone, so every other mark stands outside it. */
function reach(run: LessonNode[], start: number, mark: LessonMark): number {
  if (mark.type === "code") return run[start]?.marks?.length === 1 ? start + 1 : start;
  let end = start;
  while (run[end]?.marks?.some((other) => sameMark(other, mark))) end += 1;
  return end;
}

function without(node: LessonNode, mark: LessonMark): LessonNode {
  return { ...node, marks: (node.marks ?? []).filter((other) => !sameMark(other, mark)) };
}

/** Turns flat marks into nested ones; of several marks the one that reaches furthest is the outer. */
export function nestMarks(run: LessonNode[]): NestedRun {
  const nested: NestedRun = [];
  for (let start = 0; start < run.length; ) {
    const node = run[start];
    if (!node) break;
    const reaches = (node.marks ?? []).map((mark) => ({ mark, end: reach(run, start, mark) }));
    const [furthest] = reaches.sort((a, b) => b.end - a.end);
    if (furthest) {
      const { mark, end } = furthest;
      nested.push({ mark, children: nestMarks(run.slice(start, end).map((inner) => without(inner, mark))) });
      start = end;
    } else {
      nested.push({ node });
      start += 1;
    }
  }
  return nested;
}
