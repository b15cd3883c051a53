import type { BlockProblem } from "./blocks/lesson-block.ts";
import { lessonBlocks, nodeTypes } from "./blocks/registry.ts";
import type { LessonDocument } from "./lesson-document.ts";
import type { LessonNode } from "./lesson-node.ts";

export type DocumentProblem = BlockProblem & {
  /** Which of the document's blocks it is in, counted from 0; null for the document as a whole. */
  block: number | null;
  /** The type of the node that is unfinished. */
  node: string;
};

type Found = BlockProblem & { node: LessonNode };

function problemsBelow(node: LessonNode): Found[] {
  const own = nodeTypes.get(node.type)?.problems?.(node) ?? [];
  return [...own.map((problem) => ({ ...problem, node })), ...(node.content ?? []).flatMap(problemsBelow)];
}

function holds(block: LessonNode, node: LessonNode): boolean {
  return block === node || (block.content ?? []).some((child) => holds(child, node));
}

/**
 * What is unfinished in a document: a draft may be kept so, a release and a package may not. In the order of reading;
 * what concerns notes and the like comes last.
 */
export function documentProblems(document: LessonDocument): DocumentProblem[] {
  const blocks = document.content ?? [];
  const found = [
    ...problemsBelow(document),
    ...lessonBlocks.flatMap((block) => block.documentProblems?.(document) ?? []),
  ];
  return found.map(({ code, reason, node }) => {
    const block = blocks.findIndex((one) => holds(one, node));
    return { code, reason, node: node.type, block: block < 0 ? null : block };
  });
}
