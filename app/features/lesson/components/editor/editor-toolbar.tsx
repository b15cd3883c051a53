import { redoDepth, undoDepth } from "@tiptap/pm/history";
import { type Editor, useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { blockInserts } from "../../blocks/block-editors.ts";
import { EditorIcon, type EditorIconName } from "./editor-icon.tsx";
import type { EditorCourse } from "./editor-props.ts";
import { applyInsert } from "./insert-block.ts";

type Tool = { name: string; icon: EditorIconName; pressed?: boolean; disabled?: boolean; run: () => void };

function useMarks(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: { state, isActive } }) => ({
      bold: isActive("bold"),
      italic: isActive("italic"),
      code: isActive("code"),
      undo: undoDepth(state) > 0,
      redo: redoDepth(state) > 0,
    }),
  });
}

function walk(event: KeyboardEvent<HTMLDivElement>) {
  const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
  const forward = isMirrored ? "ArrowLeft" : "ArrowRight";
  const back = isMirrored ? "ArrowRight" : "ArrowLeft";
  const stops = [...event.currentTarget.querySelectorAll("button")];
  const at = event.target instanceof HTMLButtonElement ? stops.indexOf(event.target) : -1;
  const goal = { [forward]: at + 1, [back]: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (goal === undefined || at < 0) return;
  event.preventDefault();
  const next = stops.at(goal % stops.length);
  for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
  next?.focus();
}

type EditorToolbarProps = { editor: Editor; course: EditorCourse; controls: string };

/** Everything that the editor does, in one row that is one stop of the Tab key. */
export function EditorToolbar({ editor, course, controls }: EditorToolbarProps) {
  const { t } = useTranslation("text-editor");
  const bar = useRef<HTMLDivElement>(null);
  const on = useMarks(editor);
  const chain = () => editor.chain().focus();
  const tools: Tool[] = [
    { name: t("tools.undo"), icon: "undo", disabled: !on.undo, run: () => chain().undo().run() },
    { name: t("tools.redo"), icon: "redo", disabled: !on.redo, run: () => chain().redo().run() },
    { name: t("tools.bold"), icon: "bold", pressed: on.bold, run: () => chain().toggleBold().run() },
    { name: t("tools.italic"), icon: "italic", pressed: on.italic, run: () => chain().toggleItalic().run() },
    { name: t("tools.code"), icon: "code", pressed: on.code, run: () => chain().toggleCode().run() },
    ...blockInserts.map(
      (insert): Tool => ({
        name: t(`lesson-editor:blocks.${insert.words}`),
        icon: insert.icon,
        run: () => applyInsert(editor, insert, course),
      }),
    ),
  ];
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("tools.label")}
      aria-controls={controls}
      className="editor-toolbar"
      onKeyDown={walk}
    >
      {tools.map(({ name, icon, pressed, disabled, run }, index) => (
        <button
          key={name}
          type="button"
          className="editor-tool"
          title={name}
          aria-label={name}
          aria-pressed={pressed}
          aria-disabled={disabled || undefined}
          tabIndex={index === 0 ? 0 : -1}
          onClick={() => {
            if (!disabled) run();
          }}
        >
          <EditorIcon name={icon} />
        </button>
      ))}
    </div>
  );
}
