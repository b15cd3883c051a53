import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { lessonSchema } from "../../blocks/registry.ts";
import type { LessonNode } from "../../lesson-node.ts";
import { replacement } from "./replace-document.ts";

const paragraph = (text: string): LessonNode =>
  text === "" ? { type: "paragraph" } : { type: "paragraph", content: [{ type: "text", text }] };
const documentOf = (...texts: string[]): LessonNode => ({ type: "doc", content: texts.map(paragraph) });

/** A surface with these lines; `|` is where the cursor stands. */
function surface(...lines: string[]): EditorState {
  const texts = lines.map((line) => line.replace("|", ""));
  const doc = lessonSchema.nodeFromJSON(documentOf(...texts));
  const line = lines.findIndex((one) => one.includes("|"));
  const before = texts.slice(0, line).reduce((sum, text) => sum + text.length + 2, 0);
  const cursor = before + 1 + (lines[line] ?? "").indexOf("|");
  return EditorState.create({ doc, selection: TextSelection.create(doc, cursor) });
}

/** The lines after another's document came in, with the cursor among them. */
function after(state: EditorState, ...texts: string[]): string[] {
  const next = state.apply(replacement(state, documentOf(...texts)) ?? state.tr);
  next.doc.check();
  const { $from } = next.selection;
  return next.doc.content.content.map(({ textContent }, index) =>
    index === $from.index(0)
      ? `${textContent.slice(0, $from.parentOffset)}|${textContent.slice($from.parentOffset)}`
      : textContent,
  );
}

test("another's words come in, and the cursor stays in its own", () => {
  expect(after(surface("one", "tw|o"), "ONE one", "two")).toEqual(["ONE one", "tw|o"]);
  expect(after(surface("one|"), "one", "two")).toEqual(["one|", "two"]);
  expect(after(surface("on|e"), "one")).toEqual(["on|e"]);
});

test("an empty line under the cursor stays where another's words come in", () => {
  expect(after(surface("one", "|"), "ONE", "two")).toEqual(["ONE", "|", "two"]);
  expect(after(surface("one", "|"), "zero", "one")).toEqual(["zero", "one", "|"]);
  expect(after(surface("one", "|", "three"), "one", "three", "four")).toEqual(["one", "|", "three", "four"]);
  expect(after(surface("|", "one"), "zero", "one")).toEqual(["zero", "|", "one"]);
  expect(after(surface("one", "|", "three"), "three")).toEqual(["|", "three"]);
});

test("an empty line elsewhere, and one that is all there is, give way", () => {
  expect(after(surface("on|e", "", "three"), "one", "three")).toEqual(["on|e", "three"]);
  expect(after(surface("|"), "one")).toHaveLength(1);
});
