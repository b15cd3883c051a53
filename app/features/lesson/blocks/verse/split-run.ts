import type { LessonNode } from "../../lesson-node.ts";

function trimmed(run: LessonNode[]): LessonNode[] {
  const last = run.length - 1;
  return run.flatMap((node, index) => {
    if (node.text === undefined) return [node];
    let text = node.text;
    if (index === 0) text = text.replace(/^[ \t]+/, "");
    if (index === last) text = text.replace(/[ \t]+$/, "");
    return text === "" ? [] : [{ ...node, text }];
  });
}

/** A flat run of text and marks, parted at each `separator`, without the spaces around it. */
export function partsOf(run: LessonNode[], separator: string): LessonNode[][] {
  const parts: LessonNode[][] = [[]];
  for (const node of run) {
    const pieces = node.text?.split(separator) ?? [undefined];
    for (const [index, text] of pieces.entries()) {
      if (index > 0) parts.push([]);
      const part = text === undefined ? node : { ...node, text };
      if (text !== "") parts.at(-1)?.push(part);
    }
  }
  return parts.map(trimmed);
}
