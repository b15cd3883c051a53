import { TableCell, TableHeader, TableRow, Table as TipTapTable } from "@tiptap/extension-table";
import { serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { AlignType, TableRow as MarkdownRow, Table as MarkdownTable } from "mdast";
import { z } from "zod";
import type { LessonNode } from "../../lesson-node.ts";
import type { ReadContext } from "../../read-context.ts";
import { languageAttributes, languageOf, languageShape } from "../lesson-attributes.ts";
import { defineNode, type LessonBlock, noAttributes, type WriteContext } from "../lesson-block.ts";

const alignSchema = z.enum(["left", "center", "right"]);
const cellSchema = z.strictObject({
  colspan: z.literal(1).default(1),
  rowspan: z.literal(1).default(1),
  colwidth: z.null().default(null),
  align: alignSchema.nullable().default(null),
});

// Markdown names the sides of a left-to-right page; in the page they are the start and the end of the line.
const ALIGN_CLASS = { left: "align-start", center: "align-center", right: "align-end" } as const;

function cellAttributes(align: z.output<typeof alignSchema> | null, isHeader: boolean): string {
  return serializeAttrsToHTMLString({ scope: isHeader ? "col" : null, class: align && ALIGN_CLASS[align] });
}

/** A table as Markdown can hold it: a header row, then rows as wide, each column aligned one way. */
function checkTable(table: LessonNode): string | undefined {
  const rows = (table.content ?? []).map((row) => row.content ?? []);
  const [head = []] = rows;
  if (head.length === 0) return "A table has at least one column.";
  for (const [index, row] of rows.entries()) {
    if (row.length !== head.length) return "All rows of a table have the same number of cells.";
    if (row.some((cell) => (cell.type === "tableHeader") !== (index === 0))) return "A table has one header row.";
    const aligned = row.every((cell, column) => (cell.attrs?.align ?? null) === (head[column]?.attrs?.align ?? null));
    if (!aligned) return "A column of a table is aligned one way.";
  }
  return undefined;
}

function writeTable(table: LessonNode, context: WriteContext): MarkdownTable {
  const rows = table.content ?? [];
  const align = (rows[0]?.content ?? []).map((cell): AlignType => {
    const parsed = alignSchema.safeParse(cell.attrs?.align);
    return parsed.success ? parsed.data : null;
  });
  const children = rows.map((row): MarkdownRow => {
    const cells = row.content ?? [];
    return {
      type: "tableRow",
      children: cells.map((cell) => ({ type: "tableCell", children: context.inline(cell.content) })),
    };
  });
  return { type: "table", align, children };
}

function readTable(table: MarkdownTable, context: ReadContext): LessonNode | null {
  const width = table.children[0]?.children.length ?? 0;
  const tooWide = table.children.find((row) => row.children.length > width);
  if (tooWide) {
    context.report(tooWide, "table", "A row has more cells than the header row.");
    return null;
  }
  const content = table.children.map((row, index) => ({
    type: "tableRow",
    content: Array.from({ length: width }, (_, column) => ({
      type: index === 0 ? "tableHeader" : "tableCell",
      attrs: { align: table.align?.[column] ?? null },
      content: context.inline(row.children[column]?.children ?? []),
    })),
  }));
  return { type: "table", content };
}

export const table: LessonBlock = {
  nodes: [
    defineNode({
      extension: TipTapTable.extend({ group: "block flow", addAttributes: () => languageAttributes }),
      attributes: z.strictObject(languageShape),
      check: checkTable,
      dropWhenEmpty: true,
      render: ({ node, attributes, children, context }) => {
        const label = `${context.words.table} ${context.number(context.nodes("table").indexOf(node) + 1)}`;
        const region = serializeAttrsToHTMLString({
          class: "table-region",
          role: "region",
          tabindex: 0,
          "aria-label": label,
        });
        const own = serializeAttrsToHTMLString(languageOf(attributes, context.locale));
        return `<div${region}><table${own}>${children}</table></div>`;
      },
      writeBlock: ({ node, context }) => [writeTable(node, context)],
    }),
    defineNode({
      extension: TableRow,
      attributes: noAttributes,
      render: ({ children }) => `<tr>${children}</tr>`,
    }),
    defineNode({
      extension: TableHeader.extend({ content: "oneLine*" }),
      attributes: cellSchema,
      render: ({ attributes, children }) => `<th${cellAttributes(attributes.align, true)}>${children}</th>`,
    }),
    defineNode({
      extension: TableCell.extend({ content: "oneLine*" }),
      attributes: cellSchema,
      render: ({ attributes, children }) => `<td${cellAttributes(attributes.align, false)}>${children}</td>`,
    }),
  ],
  readBlock: (node, context) => (node.type === "table" ? readTable(node, context) : undefined),
};
