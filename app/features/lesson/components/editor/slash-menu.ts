import { Extension } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import type { BlockInsert } from "../../blocks/block-editor.ts";
import { blockInserts } from "../../blocks/block-editors.ts";
import type { EditorDesk } from "./editor-desk.ts";
import type { EditorCourse } from "./editor-props.ts";
import { filterInserts } from "./filter-inserts.ts";
import { applyInsert } from "./insert-block.ts";

type SlashMenu = { desk: EditorDesk; course: () => EditorCourse; name: (insert: BlockInsert) => string };
type Props = SuggestionProps<BlockInsert, BlockInsert>;

function show(desk: EditorDesk, { items, command, clientRect }: Props) {
  desk.menu.set({ inserts: items, at: 0, choose: command, place: () => clientRect?.() ?? null });
}

function walk({ menu }: EditorDesk, event: KeyboardEvent): boolean {
  const open = menu.get();
  if (!open || open.inserts.length === 0) return false;
  const { inserts, at } = open;
  if (event.key === "Enter" || event.key === "Tab") {
    const chosen = inserts[at];
    if (chosen) open.choose(chosen);
    return true;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return false;
  menu.set({ ...open, at: (at + step + inserts.length) % inserts.length });
  return true;
}

/** The menu of blocks that a slash opens at the cursor. The surface keeps the focus while it is walked. */
export function slashMenu({ desk, course, name }: SlashMenu): Extension {
  return Extension.create({
    name: "slashMenu",
    addProseMirrorPlugins() {
      return [
        Suggestion<BlockInsert, BlockInsert>({
          editor: this.editor,
          pluginKey: new PluginKey("slashMenu"),
          char: "/",
          decorationClass: "editor-slash",
          items: ({ query }) => filterInserts(blockInserts, { query, name }),
          allow: ({ state, range }) => {
            const at = state.doc.resolve(range.from);
            return at.parent.type.name === "paragraph" && !at.parent.type.spec.code;
          },
          command: ({ editor, range, props }) => {
            editor.chain().deleteRange(range).run();
            applyInsert(editor, props, course());
          },
          render: () => ({
            onStart: (props) => show(desk, props),
            onUpdate: (props) => show(desk, props),
            onKeyDown: ({ event }) => walk(desk, event),
            onExit: () => desk.menu.set(null),
          }),
        }),
      ];
    },
  });
}
