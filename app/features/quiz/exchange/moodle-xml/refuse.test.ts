import { expect, test } from "vitest";
import { readWith } from "#tests/factories/exchanged-questions.ts";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { readMoodleXml } from "./read.ts";

const quiz = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>`;
const question = (type: string, stem: string, inside = "") =>
  `<question type="${type}"><name><text>A name</text></name><questiontext format="html"><text><![CDATA[${stem}]]></text></questiontext>${inside}</question>`;
const answer = (fraction: number, text: string, remark = "") =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${remark}</text></feedback></answer>`;
const read = (text: string) => readWith(readMoodleXml, text);

test("a bad question costs no other, and is named with its line", () => {
  const { questions, refused } = read(
    [
      "<quiz>",
      question("essay", "One."),
      question("description", "Only words."),
      question("calculated", "x"),
      question("random", "x"),
      '<question type="essay"><name><text>open</name></question>',
      '<question type="essay"><name>',
      question("multichoice", "None right?", answer(0, "a") + answer(0, "b")),
      question("cloze", "{1:MULTIRESPONSE:=a~=b}"),
      '<question type="essay"><questiontext><text>&evil;</text></questiontext></question>',
      question("essay", "Two."),
      "</quiz>",
    ].join("\n"),
  );
  expect(questions.map(({ where }) => where)).toEqual(["file:2", "file:11"]);
  expect(refused.map(({ where, reason }) => [where, reason.code])).toEqual([
    ["file:3", "description"],
    ["file:4", "typeUnknown"],
    ["file:5", "typeUnknown"],
    ["file:6", "unreadable"],
    ["file:7", "unclosed"],
    ["file:8", "noKey"],
    ["file:9", "typeUnknown"],
    ["file:10", "unreadable"],
  ]);
  expect(refused[1]?.reason.values).toEqual({ type: "calculated" });
});

test("a document type, and what is no quiz, refuse the file", () => {
  const bomb =
    '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<quiz><question type="essay"/></quiz>';
  expect(read(bomb)).toMatchObject({ questions: [], refused: [{ where: "file:2", reason: { code: "doctype" } }] });
  expect(read("<html></html>").refused).toMatchObject([{ where: "file:1", reason: { code: "notThisFormat" } }]);
  expect(read("").refused).toMatchObject([{ reason: { code: "notThisFormat" } }]);
});

test("nothing that is written makes it throw or take long", () => {
  const worked = startCpuClock();
  for (const piece of [
    "<a>",
    "<question>",
    "<question type='essay'>",
    "</question>",
    "<![CDATA[",
    "<!--",
    "&amp;",
    "<question type='cloze'><questiontext><text>{1:SA:=a",
    "]]>",
  ]) {
    const { questions } = read(`<quiz>${piece.repeat(20_000)}`);
    expect(questions).toEqual([]);
  }
  for (const inside of [
    "<a>".repeat(200_000),
    "<a/>".repeat(200_000),
    "{1:SA:=a}".repeat(20_000),
    "\\".repeat(200_000),
  ]) {
    read(quiz(question("cloze", inside), `<question type="essay">${inside}</question>`));
  }
  expect(worked()).toBeLessThan(20_000);
});
