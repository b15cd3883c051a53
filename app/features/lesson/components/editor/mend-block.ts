import type { LessonNode } from "../../lesson-node.ts";

// What no text of ours may hold: controls but those that end a line, the byte order mark, noncharacters, half pairs.
const UNWRITABLE = /[\p{Cc}\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu;
const LINE_ENDS = /[\t\n\v\f\r\u0085]+/g;

function mendedText(node: LessonNode): LessonNode[] {
  const text = (node.text ?? "").replace(LINE_ENDS, " ").replace(UNWRITABLE, "");
  return text === "" ? [] : [{ ...node, text }];
}

/** An item without words of its own gives its place to what stands in it. */
function mendedItems(list: LessonNode): LessonNode {
  const content = (list.content ?? []).flatMap((item): LessonNode[] => {
    const [first, ...rest] = item.content ?? [];
    const said = first?.type !== "paragraph" || (first.content ?? []).length > 0;
    if (said || rest.length === 0) return [item];
    const [next] = rest;
    if (next?.type === "paragraph") return [{ ...item, content: rest }];
    if (next?.type.endsWith("List") && rest.length === 1) return next.content ?? [];
    return [item];
  });
  return { ...list, content };
}

function cellAs(cell: LessonNode, isHead: boolean, align: unknown): LessonNode {
  const attrs = { colspan: 1, rowspan: 1, colwidth: null, align };
  return { ...cell, type: isHead ? "tableHeader" : "tableCell", attrs };
}

/** A table as Markdown holds it: one header row, rows as wide as it, a column aligned one way. */
function mendedTable(table: LessonNode): LessonNode {
  const rows = table.content ?? [];
  const width = Math.max(0, ...rows.map((row) => row.content?.length ?? 0));
  const aligned = Array.from({ length: width }, (_, column) => rows[0]?.content?.[column]?.attrs?.align ?? null);
  const content = rows.map((row, index) => ({
    ...row,
    content: Array.from({ length: width }, (_, column) =>
      cellAs(row.content?.[column] ?? { type: "tableCell" }, index === 0, aligned[column]),
    ),
  }));
  return { ...table, content };
}

const menders: Record<string, (node: LessonNode) => LessonNode> = {
  bulletList: mendedItems,
  orderedList: mendedItems,
  table: mendedTable,
};

/** What stands on the surface, put into a form that `lessonDocumentSchema` takes, without losing a word. */
export function mendedBlock(node: LessonNode): LessonNode {
  const content = node.content?.flatMap((child) => (child.type === "text" ? mendedText(child) : [mendedBlock(child)]));
  const mended = content ? { ...node, content } : node;
  return menders[node.type]?.(mended) ?? mended;
}
