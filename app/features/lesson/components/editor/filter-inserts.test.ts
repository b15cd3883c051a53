import { expect, test } from "vitest";
import type { BlockInsert } from "../../blocks/block-editor.ts";
import { filterInserts } from "./filter-inserts.ts";

const names: Record<string, string> = { heading2: "عنوان كبير", figure: "صورة أو رسم", quote: "اقتباس", verse: "شِعر" };
const insert = (words: string, ...keywords: string[]): BlockInsert => ({
  words,
  icon: "plus",
  keywords,
  make: () => ({ type: "paragraph" }),
});
const inserts = [
  insert("heading2", "heading", "h2"),
  insert("figure", "picture", "image"),
  insert("quote", "quote"),
  insert("verse", "poem"),
];
const found = (query: string) =>
  filterInserts(inserts, { query, name: ({ words }) => names[words] ?? "" }).map(({ words }) => words);

test("nothing sought offers everything, in its order", () => {
  expect(found("")).toEqual(["heading2", "figure", "quote", "verse"]);
});

test("a block is found by its name in the language of the interface, with the article, hamza and vowels or without", () => {
  expect(found("صور")).toEqual(["figure"]);
  expect(found("الصور")).toEqual(["figure"]);
  expect(found("شعر")).toEqual(["verse"]);
  expect(found("رسم")).toEqual(["figure"]);
  expect(found("إقتباس")).toEqual(["quote"]);
});

test("a block is found by its Latin words in any language, and what begins with the words comes first", () => {
  expect(found("H2")).toEqual(["heading2"]);
  expect(found("po")).toEqual(["verse"]);
  expect(found("i")).toEqual(["figure", "heading2"]);
  expect(found("zzz")).toEqual([]);
});
