import { describe, expect, test } from "vitest";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { readWith, withoutIds } from "#tests/factories/exchanged-questions.ts";
import { readMoodleXml } from "./read.ts";

const quiz = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>`;
const question = (type: string, stem: string, inside = "") =>
  `<question type="${type}"><name><text>A name</text></name><questiontext format="html"><text><![CDATA[${stem}]]></text></questiontext>${inside}</question>`;
const answer = (fraction: number, text: string, remark = "") =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${remark}</text></feedback></answer>`;
const read = (text: string, locale?: Locale) => readWith(readMoodleXml, text, locale);
const en = (text: string) => ({ en: text });

/** Type, body and losses of the one question of a file. */
function only(xml: string, locale?: Locale): [type: string, body: unknown, losses: string[]] {
  const { questions, refused } = read(quiz(xml), locale);
  expect(refused).toEqual([]);
  const [first] = questions;
  const losses = first?.losses.map(({ code, values }) => [code, ...Object.values(values)].join(" ")) ?? [];
  return [first?.question.type ?? "", withoutIds(first?.question.body), losses];
}

test("choices, single and several, with weights, remarks and settings", () => {
  const said = `<single>true</single><shuffleanswers>false</shuffleanswers><answernumbering>123</answernumbering>
    <correctfeedback format="html"><text>Yes.</text></correctfeedback><generalfeedback format="html"><text>1537–1541</text></generalfeedback>
    ${answer(100, "Suleiman", "Well.")}${answer(-25, "Herod")}`;
  expect(only(question("multichoice", "<p>Who built the <b>walls</b>?</p>", said))).toEqual([
    "single-choice",
    {
      stem: en("Who built the **walls**?"),
      feedback: { right: en("Yes."), always: en("1537–1541") },
      choices: [{ text: en("Suleiman"), share: 1, remark: en("Well.") }, { text: en("Herod") }],
      keepOrder: true,
    },
    ["weight Herod -25", "numbering 123"],
  ]);
  const several = `<single>false</single>${answer(50, "باب العمود")}${answer(50, "باب الخليل")}${answer(0, "سوق القطانين")}`;
  expect(only(question("multichoice", "أي هذه أبواب؟", several), "ar")).toMatchObject([
    "multiple-choice",
    {
      rule: "weights",
      choices: [
        { right: true, share: 0.5 },
        { right: true, share: 0.5 },
        { right: false, share: 0 },
      ],
    },
    [],
  ]);
});

test("true or false, with the remarks on each", () => {
  expect(
    only(question("truefalse", "The walls are Ottoman.", answer(0, "false", "No.") + answer(100, "true", "Yes."))),
  ).toEqual([
    "true-false",
    { stem: en("The walls are Ottoman."), right: true, remarks: { true: en("Yes."), false: en("No.") } },
    [],
  ]);
});

test("short answers with stars and case", () => {
  const answers = answer(100, "Al-Quds*") + answer(50, "Quds") + answer(100, "a\\*b");
  expect(only(question("shortanswer", "Its name?", `<usecase>1</usecase>${answers}`))).toEqual([
    "short-text",
    {
      stem: en("Its name?"),
      accepted: [{ text: "Al-Quds*", pattern: true }, { text: "Quds", share: 0.5 }, { text: "a*b" }],
      strict: ["case"],
    },
    [],
  ]);
});

test("numbers with tolerance and units", () => {
  const number = `<answer fraction="100"><text>533</text><tolerance>10</tolerance></answer><answer fraction="0"><text>*</text><feedback><text>No.</text></feedback></answer>`;
  const units = `<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>0.001</multiplier><unit_name>km</unit_name></unit></units>
    <unitgradingtype>1</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>1</showunits>`;
  expect(only(question("numerical", "How long?", number + units))).toEqual([
    "numeric",
    {
      stem: en("How long?"),
      feedback: { wrong: en("No.") },
      answers: [{ value: 533, tolerance: { kind: "absolute", by: 10 } }],
      units: [
        { label: en("m"), factor: 1 },
        { label: en("km"), factor: 1000 },
      ],
      unitRequired: true,
    },
    ["unit"],
  ]);
});

test("pairs, with responses that distract", () => {
  const pair = (premise: string, response: string) =>
    `<subquestion format="html"><text>${premise}</text><answer><text>${response}</text></answer></subquestion>`;
  const pairs = pair("&lt;p&gt;قبة الصخرة&lt;/p&gt;", "عبد الملك") + pair("الأسوار", "سليمان") + pair("", "بلدوين");
  expect(only(question("matching", "صل.", pairs), "ar")).toMatchObject([
    "matching",
    {
      premises: [{ text: { ar: "قبة الصخرة" } }, { text: { ar: "الأسوار" } }],
      responses: [{}, {}, { label: { ar: "بلدوين" } }],
    },
    [],
  ]);
});

test("an order, an essay, an upload", () => {
  const items = `<gradingtype>ABSOLUTE_POSITION</gradingtype>${answer(1, "Umayyad")}${answer(2, "Ayyubid")}${answer(3, "Ottoman")}`;
  expect(only(question("ordering", "Order.", items))).toMatchObject([
    "ordering",
    { items: [{ text: en("Umayyad") }, { text: en("Ayyubid") }, { text: en("Ottoman") }], partial: "positions" },
    [],
  ]);
  const settings = `<responseformat>editor</responseformat><minwordlimit>100</minwordlimit><responsefieldlines>10</responsefieldlines>
    <graderinfo format="html"><text>Names the inscription.</text></graderinfo><responsetemplate format="html"><text>Dear …</text></responsetemplate>`;
  expect(only(question("essay", "Write.", settings))).toEqual([
    "essay",
    { stem: en("Write."), rubric: [], model: en("Names the inscription."), words: { least: 100 }, lines: 10 },
    ["response"],
  ]);
  const upload =
    "<responseformat>noinline</responseformat><attachments>2</attachments><filetypeslist>.pdf,image</filetypeslist><maxbytes>1048576</maxbytes>";
  expect(only(question("essay", "Send.", upload))).toMatchObject([
    "file-upload",
    { kinds: ["pdf", "image"], most: 2, mostBytes: 1048576 },
    [],
  ]);
});

describe("texts with gaps", () => {
  test("cloze: chosen, written and numbered, with weights", () => {
    const text =
      "<p>Read.</p><p>Built by {2:MULTICHOICE:=Suleiman~%50%Sinan#Perhaps.~Herod} in {1:NM:=1539:2} of {:SAC:=limestone~%25%stone\\}}.</p>";
    const { questions } = read(quiz(question("cloze", text)));
    const body = questions[0]?.question.body;
    expect(withoutIds(body)).toMatchObject({
      stem: en("Read."),
      gaps: [
        {
          kind: "choices",
          weight: 2,
          choices: [{ label: en("Suleiman"), share: 1 }, { label: en("Sinan"), share: 0.5 }, { label: en("Herod") }],
        },
        { kind: "number", answers: [{ value: 1539, tolerance: { kind: "absolute", by: 2 } }] },
        { kind: "text", accepted: [{ text: "limestone" }, { text: "stone}", share: 0.25 }], strict: ["case"] },
      ],
    });
    expect(body).toMatchObject({
      text: { en: expect.stringMatching(/^Built by \{\{[a-z]{8}\}\} in \{\{[a-z]{8}\}\} of \{\{[a-z]{8}\}\}\.$/) },
    });
    expect(questions[0]?.losses).toEqual([{ code: "remark", values: { remark: "Perhaps." } }]);
  });

  test.each([
    ["gapselect", "selectoption"],
    ["ddwtos", "dragbox"],
  ])("%s", (type, name) => {
    const box = (text: string, group: number) => `<${name}><text>${text}</text><group>${group}</group></${name}>`;
    const [, body] = only(
      question(
        type,
        "Built by [[1]] of [[3]].",
        box("Suleiman", 1) + box("Herod", 1) + box("stone", 2) + box("mud", 2),
      ),
    );
    expect(body).toMatchObject({
      stem: en("Fill in the gaps."),
      gaps: [
        { choices: [{ label: en("Suleiman"), share: 1 }, { label: en("Herod") }] },
        { choices: [{ label: en("stone"), share: 1 }, { label: en("mud") }] },
      ],
    });
  });
});

test("what a question says beside what it asks is kept or named", () => {
  const said = `<defaultgrade>2</defaultgrade><penalty>0.5</penalty><hidden>1</hidden><idnumber>q7</idnumber><foo>bar</foo>
    <hint format="html"><text>Look &lt;b&gt;up&lt;/b&gt;.</text></hint><tags><tag><text>walls</text></tag><tag><text>أبواب</text></tag></tags>`;
  const category =
    '<question type="category"><category><text>$course$/top/Gates//Doors/North</text></category></question>';
  const { questions } = read(quiz(category, question("essay", "Write.", said)));
  expect(questions[0]?.question).toMatchObject({
    name: "A name",
    tags: ["walls", "أبواب"],
    category: ["Gates/Doors", "North"],
  });
  expect(questions[0]?.losses).toEqual([
    { code: "points", values: { points: "2" } },
    { code: "penalty", values: { penalty: "0.5" } },
    { code: "hidden", values: {} },
    { code: "idNumber", values: { id: "q7" } },
    { code: "formatting", values: { what: "" } },
    { code: "hint", values: { hint: "Look up." } },
    { code: "setting", values: { what: "foo" } },
  ]);
});
