import type { LessonNode } from "../../lesson-node.ts";
import { type HtmlElement, type HtmlNode, isSeen } from "./html-tree.ts";
import { type RunNotes, readRun } from "./read-run.ts";

function rowsOf(node: HtmlNode): HtmlElement[] {
  if (typeof node === "string" || !isSeen(node)) return [];
  return node.name === "tr" ? [node] : node.children.flatMap(rowsOf);
}

function spanOf(value: string | undefined): number {
  return Math.min(50, Math.max(1, Math.trunc(Number(value ?? 1)) || 1));
}

/** A cell is a line: what stood in it as paragraphs is parted by spaces. */
function readCell(cell: HtmlElement, notes: RunNotes): LessonNode {
  const content = cell.children.flatMap((child) => [
    ...readRun([child], [], notes).map(
      (node): LessonNode => (node.type === "hardBreak" ? { type: "text", text: " " } : node),
    ),
    ...(typeof child === "string" ? [] : [{ type: "text", text: " " }]),
  ]);
  return { type: "tableCell", content };
}

/** A table with its first row as its headings; cells that reached over others have empty ones beside them. */
export function readTable(table: HtmlElement, notes: RunNotes): LessonNode[] {
  const rows = rowsOf(table).map((row): LessonNode => {
    const cells = row.children.flatMap((cell) => {
      if (typeof cell === "string" || (cell.name !== "td" && cell.name !== "th")) return [];
      const beside = Array.from({ length: spanOf(cell.attributes.colspan) - 1 }, () => ({ type: "tableCell" }));
      return [readCell(cell, notes), ...beside];
    });
    return { type: "tableRow", content: cells };
  });
  const written = rows.filter(({ content = [] }) => content.length > 0);
  return written.length > 0 ? [{ type: "table", content: written }] : [];
}
