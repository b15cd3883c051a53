import { type Editor, Extension } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { blockEditors } from "../../blocks/block-editors.ts";
import { insertFootnote } from "../../blocks/footnote/insert-footnote.ts";
import type { EditorDesk } from "./editor-desk.ts";
import { moveBlock, topBlock } from "./move-block.ts";

/** The keys of the editor that are shown in its list of keys, as people read them; Mod is Control, or Command. */
export const listedKeys: { words: string; keys: string }[] = [
  { words: "keys.menu", keys: "/" },
  { words: "tools.bold", keys: "Mod+B" },
  { words: "tools.italic", keys: "Mod+I" },
  { words: "tools.code", keys: "Mod+E" },
  { words: "tools.link", keys: "Mod+K" },
  { words: "tools.language", keys: "Mod+;" },
  { words: "lesson-editor:blocks.footnote", keys: "Mod+Alt+F" },
  { words: "lesson-editor:blocks.paragraph", keys: "Mod+Alt+0" },
  { words: "keys.headings", keys: "Mod+Alt+2–4" },
  { words: "lesson-editor:blocks.orderedList", keys: "Mod+Shift+7" },
  { words: "lesson-editor:blocks.bulletList", keys: "Mod+Shift+8" },
  { words: "lesson-editor:blocks.quote", keys: "Mod+Shift+B" },
  { words: "keys.lineBreak", keys: "Shift+Enter" },
  { words: "keys.below", keys: "Mod+Enter" },
  { words: "block.up", keys: "Alt+↑" },
  { words: "block.down", keys: "Alt+↓" },
  { words: "keys.plain", keys: "Mod+Shift+V" },
  { words: "tools.undo", keys: "Mod+Z" },
  { words: "tools.redo", keys: "Mod+Shift+Z" },
  { words: "keys.toolbar", keys: "Alt+F10" },
  { words: "keys.settings", keys: "Alt+Enter" },
  { words: "keys.list", keys: "Mod+/" },
];

function move(editor: Editor, step: 1 | -1, desk: EditorDesk): boolean {
  const transaction = moveBlock(editor.state, step);
  if (!transaction) {
    desk.news.set({ key: step < 0 ? "news.first" : "news.last" });
    return true;
  }
  editor.view.dispatch(transaction);
  const place = (topBlock(editor.state)?.index ?? 0) + 1;
  desk.news.set({ key: "news.moved", values: { place, of: editor.state.doc.childCount } });
  return true;
}

/**
 * The selection follows a click, or what a browser does by itself, a moment later, and in a window behind another as
 * late as its next frame: a key means the place where the cursor is seen.
 */
function followCursor({ view }: Editor): void {
  const seen = document.getSelection();
  if (!seen?.focusNode || !seen.isCollapsed || !view.hasFocus() || !view.dom.contains(seen.focusNode)) return;
  const at = view.state.doc.resolve(view.posAtDOM(seen.focusNode, seen.focusOffset));
  if (!at.parent.inlineContent || at.pos === view.state.selection.head) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at.pos)));
}

/** A paragraph below the block at the top of the document that holds the cursor. */
function goBelow(editor: Editor): boolean {
  followCursor(editor);
  const { state, view, schema } = editor;
  const block = topBlock(state);
  const node = block && state.doc.maybeChild(block.index);
  const paragraph = schema.nodes.paragraph?.create();
  if (!node || !paragraph) return false;
  const at = block.at + node.nodeSize;
  const transaction = state.tr.insert(at, paragraph);
  view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, at + 1)).scrollIntoView());
  return true;
}

function addNote({ state, view }: Editor): boolean {
  const transaction = insertFootnote(state);
  if (transaction) view.dispatch(transaction);
  return transaction !== null;
}

/** What the blocks around the cursor make of a key, the inner ones first. */
function inBlocks(editor: Editor, key: string): boolean {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const name = $from.node(depth).type.name;
    const own = blockEditors.find(({ node, keys }) => node === name && keys?.[key]);
    if (own?.keys?.[key]?.(editor)) return true;
  }
  return false;
}

type KeysOptions = { desk: EditorDesk; focusToolbar: () => void; focusPanel: () => void };

/** The keys of the editor, before those of its extensions. */
export function editorKeys({ desk, focusToolbar, focusPanel }: KeysOptions): Extension {
  const opening = (dialog: "keys" | "link" | "language") => () => {
    desk.dialog.set(dialog);
    return true;
  };
  const blockKeys = [...new Set(blockEditors.flatMap(({ keys }) => Object.keys(keys ?? {})))];
  return Extension.create({
    name: "editorKeys",
    priority: 1000,
    addKeyboardShortcuts() {
      const { editor } = this;
      return {
        ...Object.fromEntries(blockKeys.map((key) => [key, () => inBlocks(editor, key)])),
        "Mod-/": opening("keys"),
        "Mod-k": opening("link"),
        "Mod-;": opening("language"),
        "Mod-Alt-f": () => addNote(editor),
        "Mod-Enter": () => goBelow(editor),
        "Alt-ArrowUp": () => move(editor, -1, desk),
        "Alt-ArrowDown": () => move(editor, 1, desk),
        "Alt-F10": () => {
          focusToolbar();
          return true;
        },
        "Alt-Enter": () => {
          focusPanel();
          return true;
        },
      };
    },
  });
}
