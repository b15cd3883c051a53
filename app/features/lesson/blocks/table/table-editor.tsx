import type { Editor } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import type { LessonNode } from "../../lesson-node.ts";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { alignColumn } from "./align-column.ts";

function row(type: "tableHeader" | "tableCell", width: number): LessonNode {
  return { type: "tableRow", content: Array.from({ length: width }, () => ({ type })) };
}

const changes: { words: string; run: (editor: Editor) => boolean; ends?: boolean }[] = [
  { words: "rowAbove", run: (editor) => editor.chain().focus().addRowBefore().run() },
  { words: "rowBelow", run: (editor) => editor.chain().focus().addRowAfter().run() },
  { words: "columnBefore", run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { words: "columnAfter", run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { words: "removeRow", run: (editor) => editor.chain().focus().deleteRow().run(), ends: true },
  { words: "removeColumn", run: (editor) => editor.chain().focus().deleteColumn().run(), ends: true },
];

// Stored by the sides of a left-to-right page, as Markdown names them: they are the start and the end of the line.
const ALIGNMENTS = [
  ["alignStart", null],
  ["alignCenter", "center"],
  ["alignEnd", "right"],
] as const;

function TableSettings({ editor }: BlockSettingsProps) {
  const { t } = useTranslation("text-editor");
  return (
    <>
      <p className="text-ink-2 text-sm">{t("table.hint")}</p>
      <div className="flex flex-wrap gap-2">
        {changes.map(({ words, run, ends }) => (
          <Button key={words} type="button" size="s" kind={ends ? "danger" : "quiet"} onClick={() => run(editor)}>
            {t(`table.${words}`)}
          </Button>
        ))}
        {ALIGNMENTS.map(([words, align]) => (
          <Button key={words} type="button" size="s" kind="quiet" onClick={() => alignColumn(editor, align)}>
            {t(`table.${words}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

export const tableEditor: BlockEditor = {
  node: "table",
  insert: {
    words: "table",
    icon: "table",
    keywords: ["table", "grid", "rows"],
    make: () => ({ type: "table", content: [row("tableHeader", 3), row("tableCell", 3), row("tableCell", 3)] }),
  },
  settings: TableSettings,
};
