import { type Editor, useEditorState } from "@tiptap/react";
import { type DragEvent, useLayoutEffect, useRef } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { selectBlock } from "./block-acts.tsx";
import type { EditorDesk } from "./editor-desk.ts";
import { EditorIcon } from "./editor-icon.tsx";
import { topBlock } from "./move-block.ts";

/** Keeps the handle beside the first line of its block, whatever happens above. */
function usePlaceBeside(editor: Editor, at: number | undefined) {
  const handle = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const put = () => {
      const block = at === undefined ? null : editor.view.nodeDOM(at);
      const { current } = handle;
      if (!current || !(block instanceof HTMLElement)) return;
      const page = current.offsetParent?.getBoundingClientRect();
      current.style.insetBlockStart = `${block.getBoundingClientRect().top - (page?.top ?? 0)}px`;
    };
    put();
    const watch = new ResizeObserver(put);
    watch.observe(editor.view.dom);
    return () => watch.disconnect();
  }, [editor, at]);
  return handle;
}

type BlockHandleProps = { editor: Editor; desk: EditorDesk; focusPanel: () => void };

/** Beside the block at the cursor: drags it elsewhere, and leads to what can be set of it. */
export function BlockHandle({ editor, desk, focusPanel }: BlockHandleProps) {
  const { t } = useTranslation("text-editor");
  const at = useEditorState({ editor, selector: ({ editor: { state } }) => topBlock(state)?.at });
  const handle = usePlaceBeside(editor, at);
  const drag = (event: DragEvent) => {
    const block = at === undefined ? null : editor.view.nodeDOM(at);
    if (at === undefined || !(block instanceof HTMLElement)) return;
    selectBlock(editor, at);
    event.dataTransfer.setDragImage(block, 0, 0);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", block.innerText);
    editor.view.dragging = { slice: editor.state.selection.content(), move: true };
  };
  return (
    <button
      ref={handle}
      type="button"
      tabIndex={-1}
      className="editor-handle"
      draggable
      hidden={at === undefined}
      aria-label={t("block.handle")}
      title={t("block.handle")}
      onDragStart={drag}
      onClick={() => {
        desk.panel.set(true);
        focusPanel();
      }}
    >
      <EditorIcon name="grip" />
    </button>
  );
}
