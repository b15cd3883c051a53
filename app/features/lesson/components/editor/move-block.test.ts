import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { insertFootnote } from "../../blocks/footnote/insert-footnote.ts";
import { lessonSchema } from "../../blocks/registry.ts";
import { moveBlock, removeBlock } from "./move-block.ts";

const lines = ["one", "two", "three"];
const document = {
  type: "doc",
  content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
};

/** The surface with the cursor after the first letter of a word. */
function surface(word: string): EditorState {
  const doc = lessonSchema.nodeFromJSON(document);
  let at = 0;
  doc.descendants((node, place) => {
    if (node.text === word) at = place + 1;
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, at) });
}

const said = ({ doc }: EditorState) => doc.content.content.map((block) => block.textContent);

test("a block moves over its neighbour and the cursor stays in it", () => {
  const before = surface("two");
  const up = moveBlock(before, -1);
  if (!up) throw new Error("A block in the middle can move up");
  const after = before.apply(up);
  expect(said(after)).toEqual(["two", "one", "three"]);
  expect(after.selection.$from.parent.textContent).toBe("two");
  expect(after.selection.$from.parentOffset).toBe(1);
  expect(moveBlock(after, -1)).toBeNull();
  const down = moveBlock(before, 1);
  expect(down && said(before.apply(down))).toEqual(["one", "three", "two"]);
});

test("a block is taken out", () => {
  const before = surface("three");
  const transaction = removeBlock(before);
  expect(transaction && said(before.apply(transaction))).toEqual(["one", "two"]);
});

test("notes are put in with their text in the order in which they are called for, and no block moves past them", () => {
  const note = (state: EditorState, word: string) => {
    let at = 0;
    state.doc.descendants((node, place) => {
      if (node.text === word) at = place + word.length;
    });
    const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
    const transaction = insertFootnote(placed);
    if (!transaction) throw new Error("A note may stand in a paragraph");
    return placed.apply(transaction.insertText(`on ${word}`));
  };
  const after = note(note(surface("two"), "three"), "one");
  expect(said(after)).toEqual(["one", "two", "three", "on oneon three"]);
  expect(after.doc.lastChild?.type.name).toBe("footnotes");
  expect(insertFootnote(after)).toBeNull();
  let at = 0;
  after.doc.descendants((node, place) => {
    if (node.text === "three") at = place;
  });
  const last = after.apply(after.tr.setSelection(TextSelection.create(after.doc, at)));
  expect(moveBlock(last, 1)).toBeNull();
});
