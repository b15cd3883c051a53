import { expect, test } from "vitest";
import { lessonSchema } from "../../blocks/registry.ts";
import { lessonDocumentSchema } from "../../lesson-document.ts";
import type { LessonNode } from "../../lesson-node.ts";
import { makeCanonicaliser } from "./canonicaliser.ts";

const words = (text: string): LessonNode => ({ type: "text", text });
const paragraph = (...content: LessonNode[]): LessonNode => ({ type: "paragraph", content });
const item = (...content: LessonNode[]): LessonNode => ({ type: "listItem", content });
const surface = (...content: LessonNode[]) => lessonSchema.nodeFromJSON({ type: "doc", content });

function canonical(...content: LessonNode[]): LessonNode {
  const document = makeCanonicaliser()(surface(...content));
  expect(lessonDocumentSchema.parse(document)).toEqual(document);
  return document;
}

test("what stands on the surface is told in the one form that is stored", () => {
  const document = canonical(paragraph(words("a ")), paragraph(), { type: "figure" });
  expect(document.content?.map(({ type }) => type)).toEqual(["paragraph", "figure"]);
  expect(document.content?.[0]?.content).toEqual([words("a")]);
});

test("an emptied surface is a document with an empty paragraph", () => {
  expect(canonical(paragraph(), { type: "callout", content: [paragraph()] })).toEqual(
    lessonDocumentSchema.parse({ type: "doc", content: [paragraph()] }),
  );
});

test("an item without words leaves its place to the list in it, and no word is lost", () => {
  const inner = { type: "bulletList", content: [item(paragraph(words("b")))] };
  const document = canonical({ type: "bulletList", content: [item(paragraph(words("a"))), item(paragraph(), inner)] });
  expect(document.content?.[0]?.content?.map((one) => one.content?.[0]?.content)).toEqual([[words("a")], [words("b")]]);
});

test("a table without a head gets its first row as one", () => {
  const cell = (text: string): LessonNode => ({ type: "tableCell", content: [words(text)] });
  const rows = [["a", "b"], ["c"]].map((row) => ({ type: "tableRow", content: row.map(cell) }));
  const table = canonical({ type: "table", content: rows }).content?.[0];
  const types = table?.content?.map((row) => row.content?.map(({ type }) => type));
  expect(types).toEqual([
    ["tableHeader", "tableHeader"],
    ["tableCell", "tableCell"],
  ]);
});

test("letters that no lesson may hold go, and a block that no rule takes stays as its words", () => {
  expect(canonical(paragraph(words("a\u0007b\uFEFF"))).content?.[0]?.content).toEqual([words("ab")]);
  const odd = { type: "heading", attrs: { level: 2, lang: "not a tag!" }, content: [words("kept")] };
  expect(canonical(odd).content).toMatchObject([{ type: "paragraph", content: [words("kept")] }]);
});

test("blocks that did not change are not read again", () => {
  const read = makeCanonicaliser();
  const before = surface(paragraph(words("a")), paragraph(words("b")));
  const first = read(before);
  const changed = lessonSchema.nodeFromJSON(paragraph(words("c")));
  const again = read(before.copy(before.content.replaceChild(0, changed)));
  expect(again.content?.[0]?.content).toEqual([words("c")]);
  expect(again.content?.[1]).toBe(first.content?.[1]);
});

test("of a surface that was made of a document no block is read before it changes", () => {
  const document = lessonDocumentSchema.parse({ type: "doc", content: [paragraph(words("a")), paragraph(words("b"))] });
  const before = lessonSchema.nodeFromJSON(document);
  const read = makeCanonicaliser({ surface: before, document });
  const changed = lessonSchema.nodeFromJSON(paragraph(words("c")));
  const after = read(before.copy(before.content.replaceChild(0, changed)));
  expect(after.content?.[0]?.content).toEqual([words("c")]);
  expect(after.content?.[1]).toBe(document.content?.[1]);
  expect(read(before)).toEqual(document);
});
