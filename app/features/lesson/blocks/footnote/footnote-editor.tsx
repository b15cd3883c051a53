import { TextSelection } from "@tiptap/pm/state";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { findCall, findNote, insertFootnote } from "./insert-footnote.ts";

function NoteSettings({ attributes, editor }: BlockSettingsProps) {
  const { t } = useTranslation("text-editor");
  const label = String(attributes.label);
  const call = findCall(editor.state.doc, label);
  const goToCall = () => {
    if (call === null) return;
    const { tr } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, call)).scrollIntoView());
    editor.view.focus();
  };
  const remove = () => {
    const note = findNote(editor.state.doc, label);
    if (!note) return;
    const { doc, tr } = editor.state;
    const list = doc.resolve(note.start).node(1);
    const only = list.childCount === 1;
    tr.delete(only ? note.start - 2 : note.start - 1, only ? note.end + 2 : note.end + 1);
    doc.descendants((node, at) => {
      if (node.type.name === "footnoteReference" && String(node.attrs.label) === label) {
        const place = tr.mapping.map(at);
        tr.delete(place, place + node.nodeSize);
      }
      return !node.isLeaf;
    });
    editor.view.dispatch(tr);
    editor.view.focus();
  };
  return (
    <div className="grid gap-2">
      {call === null ? <p className="text-ink-2 text-sm">{t("lesson-editor:unfinished.noteUnused")}</p> : null}
      <div className="flex flex-wrap gap-2">
        {call === null ? null : (
          <Button type="button" kind="quiet" size="s" onClick={goToCall}>
            {t("note.back")}
          </Button>
        )}
        <Button type="button" kind="danger" size="s" onClick={remove}>
          {t("note.remove")}
        </Button>
      </div>
    </div>
  );
}

export const footnoteEditors: BlockEditor[] = [
  {
    node: "footnoteReference",
    insert: {
      words: "footnote",
      icon: "footnote",
      keywords: ["footnote", "note"],
      make: () => ({ type: "paragraph" }),
      turn: (editor) => {
        const transaction = insertFootnote(editor.state);
        if (transaction) editor.view.dispatch(transaction);
        return true;
      },
    },
  },
  { node: "footnoteDefinition", settings: NoteSettings },
];
