import type { Grade } from "./question-type.ts";

/** What became of each part, and how many are right; `judge` says nothing of a part that was left open. */
export function gradeParts<Part extends { id: string }>(
  list: readonly Part[],
  judge: (part: Part, index: number) => boolean | undefined,
): { parts: Grade["parts"]; right: number } {
  const parts: Grade["parts"] = {};
  for (const [index, part] of list.entries()) {
    const isRight = judge(part, index);
    parts[part.id] = isRight === undefined ? "missed" : isRight ? "right" : "wrong";
  }
  return { parts, right: Object.values(parts).filter((part) => part === "right").length };
}
