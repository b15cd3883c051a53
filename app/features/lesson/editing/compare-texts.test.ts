import { expect, test } from "vitest";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { blockLines, compareDocuments } from "./compare-texts.ts";

const told = (before: string, after: string) =>
  compareDocuments(lessonText(before), lessonText(after)).map(({ kind, lines, sameWords }) => ({
    kind,
    sameWords,
    lines: lines.map((line) => line.map((run) => `${{ same: "", added: "+", removed: "-" }[run.kind]}${run.text}`)),
  }));

test("a changed block shows its words, old and new, in any script", () => {
  expect(told("بوابة دمشق في الشمال.\n", "بوابة العمود في الشمال.\n")).toEqual([
    { kind: "changed", sameWords: false, lines: [["بوابة ", "-دمشق", "+العمود", " في الشمال."]] },
  ]);
});

test("blocks that came, went and stayed are told in the order of reading", () => {
  expect(told("One.\n\nTwo.\n", "Zero.\n\nOne.\n").map(({ kind }) => kind)).toEqual(["added", "same", "removed"]);
});

test("a note is part of the block that refers to it", () => {
  const [only] = told("One[^1].\n\n[^1]: Old note.\n", "One[^1].\n\n[^1]: New note.\n");
  expect(only).toEqual({ kind: "changed", sameWords: false, lines: [["One."], ["-Old", "+New", " note."]] });
});

test("a change of looks alone is told as such", () => {
  expect(told("One word.\n", "One **word**.\n")).toMatchObject([{ kind: "changed", sameWords: true }]);
});

test("a list and a table are read line by line", () => {
  const lines = lessonText("- One\n- Two\n  - Three\n\n| A | B |\n| - | - |\n| 1 | 2 |\n").content?.map(blockLines);
  expect(lines).toEqual([
    ["One", "Two", "Three"],
    ["A", "B", "1", "2"],
  ]);
});
