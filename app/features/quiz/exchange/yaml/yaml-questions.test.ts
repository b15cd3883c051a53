import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import type { ExchangedQuestion } from "../exchanged-question.ts";
import { readYamlQuestions } from "./read-yaml-questions.ts";
import { writeYamlQuestions } from "./write-yaml-questions.ts";

const options = { locale: "ar" as const };
const noMedia = { ...options, media: new Map<string, Uint8Array>() };
const file = (text: string, path = "bank.yaml") => ({ path, bytes: new TextEncoder().encode(text) });
const read = (text: string) => readYamlQuestions([file(text)], options);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function sampleOf(type: string): ExchangedQuestion {
  const body: Record<string, unknown> = { ...sampleQuestions[type]?.body };
  return { name: `سؤال ${type}`, type, body, tags: ["gates", "أبواب"], category: ["Walls", "Gates: north"] };
}

const one = (name: string, body = "{ stem: { en: The walls are Ottoman. }, right: true }") =>
  `  - name: ${name}\n    type: true-false\n    body: ${body}\n`;
const bank = (...questions: string[]) => `format: maqdis-questions/1\nquestions:\n${questions.join("")}`;

test("every type is written whole and read back as it was", () => {
  const questions = Object.keys(sampleQuestions).map(sampleOf);
  const written = writeYamlQuestions(questions, noMedia);
  const again = readYamlQuestions(written.files, options);
  expect([written.lossy, written.refused, again.refused]).toEqual([[], [], []]);
  expect(again.questions.map(({ question }) => question)).toEqual(questions);
  expect(again.questions.flatMap(({ losses }) => losses)).toEqual([]);
});

test("whatever a text holds comes back letter by letter", () => {
  const line = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
  const texts = fc
    .array(line, { minLength: 1, maxLength: 5 })
    .map((lines) => lines.join("\n"))
    .filter((text) => /\S/.test(text));
  fc.assert(
    fc.property(texts, (text) => {
      const question = { ...sampleOf("essay"), body: { stem: { en: `Say ${text}` }, rubric: [] } };
      const { files } = writeYamlQuestions([question], noMedia);
      const { questions, refused } = readYamlQuestions(files, options);
      // Markdown of the lessons refuses some texts, and says so; none is changed.
      if (refused.length === 0) expect(questions[0]?.question).toEqual(question);
      else expect(refused[0]?.reason.code).toBe("text");
    }),
  );
});

test("files beside the questions come back with them", () => {
  const media = new Map([["media/plan.png", Uint8Array.of(1, 2, 3)]]);
  const { files } = writeYamlQuestions([sampleOf("place-on-picture")], { ...options, media });
  expect(readYamlQuestions(files, options).media).toEqual(media);
});

test("a bad question is refused with its line and field, and costs no other", () => {
  const bad = one("Bad", "{ stem: { en: The walls are Ottoman. }, right: perhaps }");
  const { questions, refused } = read(bank(one("First"), bad, one("Last")));
  expect(questions.map(({ question, where }) => [question.name, where])).toEqual([
    ["First", "bank.yaml:3"],
    ["Last", "bank.yaml:9"],
  ]);
  expect(refused).toEqual([
    { where: "bank.yaml:8", reason: { code: "invalid", values: { path: "body.right", problem: expect.any(String) } } },
  ]);
});

test("a question that is not even YAML costs no other", () => {
  const broken = '  - name: "Broken\n    type: true-false\n    body: { stem: { en: x }\n';
  const { questions, refused } = read(bank(one("First"), broken, one("Last")));
  expect(questions.map(({ question, where }) => [question.name, where])).toEqual([
    ["First", "bank.yaml:3"],
    ["Last", "bank.yaml:9"],
  ]);
  expect(refused.map(({ where, reason }) => [where, reason.code])).toEqual([["bank.yaml:8", "unreadable"]]);
});

test.each([
  ["an unknown type", one("One").replace("true-false", "riddle"), "bank.yaml:4", "typeUnknown"],
  ["a field that is not known", `${one("One")}    points: 3\n`, "bank.yaml:6", "invalid"],
  ["a missing name", one("One").replace("name: One", "tags: []"), "bank.yaml:3", "invalid"],
  ["a text that no page can show", one("One", "{ stem: { en: '<script>' }, right: true }"), "bank.yaml:5", "text"],
])("%s is named", (_, question, where, code) => {
  expect(read(bank(question)).refused.map((refusal) => [refusal.where, refusal.reason.code])).toEqual([[where, code]]);
});

test("what is at fault outside the questions is said, and costs none", () => {
  const { questions, refused } = read(`owner: me\n${bank(one("One"))}`);
  expect([questions.length, refused.map(({ where }) => where)]).toEqual([1, ["bank.yaml:1"]]);
});

test.each([
  ["no questions", "- one\n- two\n", "notThisFormat"],
  ["an alias", `a: &a [x]\nb: *a\n${bank(one("One"))}`.replace("questions:", "items:"), "unreadable"],
  ["nothing but brackets", "[".repeat(200_000), "unreadable"],
])("a file of %s is refused whole", (_, text, code) => {
  const { questions, refused } = read(text);
  expect([questions, refused.map(({ reason }) => reason.code)]).toEqual([[], [code]]);
});

test("a file that is not UTF-8 is refused", () => {
  const { refused } = readYamlQuestions([{ path: "bank.yaml", bytes: Uint8Array.of(0xff, 0xfe, 0x61) }], options);
  expect(refused).toEqual([{ where: "bank.yaml:1", reason: { code: "notUtf8", values: {} } }]);
});

test("aliases that would unfold without end cost what names them, and no time", () => {
  const bomb = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join("\n");
  const { questions, refused } = read(`a0: &a0 [x]\n${bomb}\n${bank(one("One"))}`);
  expect(questions.length + refused.length).toBe(1);
});

test("what is written has the files' form: stable, and short where it may be", () => {
  const { files } = writeYamlQuestions([sampleOf("true-false")], noMedia);
  expect(textOf(files[0]?.bytes)).toBe(`format: maqdis-questions/1
questions:
  - name: سؤال true-false
    type: true-false
    category: [ Walls, "Gates: north" ]
    tags: [ gates, أبواب ]
    body:
      stem:
        en: The walls are Ottoman.
        ar: الأسوار عثمانية.
      right: true
`);
});
