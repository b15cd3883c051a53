import { NodeSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { EditorDesk } from "./editor-desk.ts";
import { EditorIcon, type EditorIconName } from "./editor-icon.tsx";
import { moveBlock, removeBlock } from "./move-block.ts";

type BlockActsProps = { editor: Editor; desk: EditorDesk };

/** Moves the block at the cursor, or takes it out. */
export function BlockActs({ editor, desk }: BlockActsProps) {
  const { t } = useTranslation("text-editor");
  const move = (step: 1 | -1) => {
    const transaction = moveBlock(editor.state, step);
    if (transaction) editor.view.dispatch(transaction);
    else desk.news.set({ key: step < 0 ? "news.first" : "news.last" });
  };
  const remove = () => {
    const transaction = removeBlock(editor.state);
    if (transaction) editor.view.dispatch(transaction);
    desk.news.set({ key: "news.removed" });
    editor.view.focus();
  };
  const acts: { name: string; icon: EditorIconName; run: () => void }[] = [
    { name: t("block.up"), icon: "up", run: () => move(-1) },
    { name: t("block.down"), icon: "down", run: () => move(1) },
    { name: t("block.remove"), icon: "trash", run: remove },
  ];
  return (
    <div className="flex gap-1 border-line border-t pt-3">
      {acts.map(({ name, icon, run }) => (
        <button key={name} type="button" className="editor-tool" title={name} aria-label={name} onClick={run}>
          <EditorIcon name={icon} />
        </button>
      ))}
    </div>
  );
}

/** Chooses the block at the top that begins at `at` as a whole. */
export function selectBlock({ state, view }: Editor, at: number): void {
  if (state.doc.nodeAt(at)) view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)));
}
