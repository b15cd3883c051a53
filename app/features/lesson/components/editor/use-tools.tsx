import { redoDepth, undoDepth } from "@tiptap/pm/history";
import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { blockInserts } from "../../blocks/block-editors.ts";
import type { EditorDesk } from "./editor-desk.ts";
import type { EditorCourse } from "./editor-props.ts";
import type { Tool, ToolGroup } from "./editor-toolbar.tsx";
import { applyInsert } from "./insert-block.ts";
import { LINE_STYLES, LineStyle } from "./line-style.tsx";
import { useStore } from "./store.ts";

function useStanding(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: standing }) => ({
      bold: standing.isActive("bold"),
      italic: standing.isActive("italic"),
      code: standing.isActive("code"),
      link: standing.isActive("link"),
      language: standing.isActive("language"),
      undo: undoDepth(standing.state) > 0,
      redo: redoDepth(standing.state) > 0,
    }),
  });
}

type ToolsOf = { editor: Editor; desk: EditorDesk; course: EditorCourse };

function useMarkTools({ editor, desk }: ToolsOf): Tool[][] {
  const { t } = useTranslation("text-editor");
  const on = useStanding(editor);
  const chain = () => editor.chain().focus();
  const ask = (dialog: "link" | "language") => () => desk.dialog.set(dialog);
  return [
    [
      { name: t("tools.undo"), icon: "undo", disabled: !on.undo, run: () => chain().undo().run() },
      { name: t("tools.redo"), icon: "redo", disabled: !on.redo, run: () => chain().redo().run() },
    ],
    [
      { name: t("tools.bold"), icon: "bold", pressed: on.bold, run: () => chain().toggleBold().run() },
      { name: t("tools.italic"), icon: "italic", pressed: on.italic, run: () => chain().toggleItalic().run() },
      { name: t("tools.code"), icon: "code", pressed: on.code, run: () => chain().toggleCode().run() },
      { name: t("tools.link"), icon: "link", pressed: on.link, run: ask("link") },
      { name: t("tools.language"), icon: "language", pressed: on.language, run: ask("language") },
    ],
  ];
}

/** Everything in the row of tools, group by group. */
export function useTools({ editor, desk, course }: ToolsOf): ToolGroup[] {
  const { t } = useTranslation("text-editor");
  const [history = [], marks = []] = useMarkTools({ editor, desk, course });
  const panel = useStore(desk.panel);
  const blocks = blockInserts
    .filter(({ words }) => !LINE_STYLES.includes(words))
    .map(
      (insert): Tool => ({
        name: t(`lesson-editor:blocks.${insert.words}`),
        icon: insert.icon,
        run: () => applyInsert(editor, insert, course),
      }),
    );
  return [
    { key: "history", tools: history },
    { key: "marks", before: <LineStyle editor={editor} course={course} />, tools: marks },
    { key: "blocks", tools: blocks },
    {
      key: "desk",
      tools: [
        { name: t("block.label"), icon: "settings", pressed: panel, run: () => desk.panel.set(!panel) },
        { name: t("keys.title"), icon: "keyboard", run: () => desk.dialog.set("keys") },
      ],
    },
  ];
}
