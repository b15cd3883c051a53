import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { blockInserts } from "../../blocks/block-editors.ts";
import type { EditorCourse } from "./editor-props.ts";
import { applyInsert } from "./insert-block.ts";

/** What a line of text may be. */
export const LINE_STYLES: readonly string[] = ["paragraph", "heading2", "heading3", "heading4"];

/** Whether the line at the cursor is a paragraph or a heading. */
export function LineStyle({ editor, course }: { editor: Editor; course: EditorCourse }) {
  const { t } = useTranslation("text-editor");
  const current = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { type, attrs } = state.selection.$from.parent;
      return type.name === "heading" ? `heading${attrs.level}` : type.name;
    },
  });
  const choose = (words: string) => {
    const insert = blockInserts.find((one) => one.words === words);
    if (insert) applyInsert(editor, insert, course);
  };
  return (
    <select
      className="editor-line-style"
      aria-label={t("tools.lineStyle")}
      tabIndex={-1}
      value={LINE_STYLES.includes(current) ? current : ""}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="" disabled hidden>
        –
      </option>
      {LINE_STYLES.map((words) => (
        <option key={words} value={words}>
          {t(`lesson-editor:blocks.${words}`)}
        </option>
      ))}
    </select>
  );
}
