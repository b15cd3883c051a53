import { z } from "zod";

const markShape = z.strictObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() });

/** One node of TipTap JSON: the outer shape only. What a node may hold is said by its block. */
export const nodeShape = z.strictObject({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  text: z.string().optional(),
  marks: z.array(markShape).optional(),
  get content(): z.ZodOptional<z.ZodArray<typeof nodeShape>> {
    return z.array(nodeShape).optional();
  },
});

export type LessonMark = z.infer<typeof markShape>;
export type LessonNode = {
  type: string;
  attrs?: Record<string, unknown>;
  text?: string;
  marks?: LessonMark[];
  content?: LessonNode[];
};

/** All nodes of one type, in the order of reading. */
export function nodesOfType(root: LessonNode, type: string): LessonNode[] {
  const below = (root.content ?? []).flatMap((child) => nodesOfType(child, type));
  return root.type === type ? [root, ...below] : below;
}

/** The letters of a node, without notes and attributes. */
export function textOf(node: LessonNode): string {
  if (node.type === "hardBreak") return " ";
  return node.text ?? (node.content ?? []).map(textOf).join("");
}

export function sameMark(a: LessonMark, b: LessonMark): boolean {
  return a.type === b.type && JSON.stringify(a.attrs ?? {}) === JSON.stringify(b.attrs ?? {});
}
