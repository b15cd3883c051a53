import type { EditorState } from "@tiptap/pm/state";
import { NodeSelection } from "@tiptap/pm/state";
import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { blockEditors } from "../../blocks/block-editors.ts";
import { BlockActs } from "./block-acts.tsx";
import type { EditorDesk } from "./editor-desk.ts";
import type { EditorCourse } from "./editor-props.ts";
import { LanguageFields, type LanguageValue } from "./language-fields.tsx";

type Around = { type: string; at: number; attributes: Record<string, unknown> };

const settingsOf = new Map(blockEditors.map(({ node, settings }) => [node, settings]));
const speaksOf = ({ attributes }: Around) => "lang" in attributes;

/** The blocks around the cursor of which something can be set, the inner ones first. */
function blocksAround({ selection }: EditorState): Around[] {
  const { $from } = selection;
  const found: Around[] = [];
  if (selection instanceof NodeSelection) {
    found.push({ type: selection.node.type.name, at: selection.from, attributes: selection.node.attrs });
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $from.node(depth);
    found.push({ type: type.name, at: $from.before(depth), attributes: attrs });
  }
  return found.filter((block) => settingsOf.get(block.type) || speaksOf(block));
}

function changeBlock({ state, view }: Editor, at: number, attributes: Record<string, unknown>): void {
  const node = state.doc.nodeAt(at);
  if (!node) return;
  const { selection, tr } = state;
  tr.setNodeMarkup(at, undefined, { ...node.attrs, ...attributes });
  if (selection instanceof NodeSelection) tr.setSelection(NodeSelection.create(tr.doc, selection.from));
  view.dispatch(tr);
}

type BlockPanelProps = { editor: Editor; course: EditorCourse; desk: EditorDesk; id: string };

/** What can be set of the block that holds the cursor, and of those around it. */
export function BlockPanel({ editor, course, desk, id }: BlockPanelProps) {
  const { t } = useTranslation("text-editor");
  const around = useEditorState({ editor, selector: ({ editor: { state } }) => blocksAround(state) });
  return (
    <section
      id={id}
      aria-label={t("block.label")}
      className="editor-panel"
      onKeyDown={(event) => {
        if (event.key === "Escape") editor.commands.focus();
      }}
    >
      {around.map((block, index) => (
        <BlockSection key={`${block.type} ${block.at}`} block={block} isInner={index === 0} {...{ editor, course }} />
      ))}
      <BlockActs editor={editor} desk={desk} />
    </section>
  );
}

type BlockSectionProps = { block: Around; isInner: boolean; editor: Editor; course: EditorCourse };

function BlockSection({ block, isInner, editor, course }: BlockSectionProps) {
  const { t } = useTranslation("text-editor");
  const Settings = settingsOf.get(block.type);
  const change = (attributes: Record<string, unknown>) => changeBlock(editor, block.at, attributes);
  const { lang, dir } = block.attributes;
  const value: LanguageValue = {
    lang: typeof lang === "string" ? lang : null,
    dir: dir === "ltr" || dir === "rtl" ? dir : null,
  };
  const name = t(`names.${block.type}`);
  const language = speaksOf(block) ? <LanguageFields value={value} change={change} /> : null;
  if (!Settings && !isInner) {
    return (
      <Disclosure summary={name}>
        <div className="grid gap-4 pb-3">{language}</div>
      </Disclosure>
    );
  }
  return (
    <div className="grid gap-4">
      <p className="font-semibold text-ink-2 text-sm">{name}</p>
      {Settings ? <Settings attributes={block.attributes} change={change} course={course} editor={editor} /> : null}
      {language}
    </div>
  );
}
