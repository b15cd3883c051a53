import { describe, expect, test } from "vitest";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { readWith, withoutIds } from "#tests/factories/exchanged-questions.ts";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { readGift } from "./read.ts";

const read = (text: string, locale?: Locale) => readWith(readGift, text, locale);
const en = (text: string) => ({ en: text });

/** Type and body of the one question of a text. */
function only(text: string, locale?: Locale) {
  const { questions, refused } = read(text, locale);
  expect(refused).toEqual([]);
  expect(questions).toHaveLength(1);
  const { type, body } = questions[0]?.question ?? { type: "", body: {} };
  return [type, withoutIds(body)];
}

test("a choice has its right answer, weights and remarks", () => {
  expect(
    only(
      "::Walls::Who built the walls? {\n=Suleiman#Between 1537 and 1541.\n~%50%His engineers\n~Herod # Long before.\n}",
    ),
  ).toEqual([
    "single-choice",
    {
      stem: en("Who built the walls?"),
      choices: [
        { text: en("Suleiman"), share: 1, remark: en("Between 1537 and 1541.") },
        { text: en("His engineers"), share: 0.5 },
        { text: en("Herod"), remark: en("Long before.") },
      ],
    },
  ]);
});

test("weights without a right answer make several choices, thirds exactly", () => {
  expect(
    only("أي هذه أبواب؟ {~%33.33333%باب العمود ~%33.33333%باب الأسباط ~%33.33333%باب الخليل ~%-50%سوق القطانين}", "ar"),
  ).toEqual([
    "multiple-choice",
    {
      stem: { ar: "أي هذه أبواب؟" },
      choices: [
        { text: { ar: "باب العمود" }, right: true, share: "1/3" },
        { text: { ar: "باب الأسباط" }, right: true, share: "1/3" },
        { text: { ar: "باب الخليل" }, right: true, share: "1/3" },
        { text: { ar: "سوق القطانين" }, right: false, share: -0.5 },
      ],
      rule: "weights",
    },
  ]);
});

test("weights that do not add up are counted right less wrong, and that is named", () => {
  const { questions } = read("Gates? {~%40%Damascus Gate ~%40%Jaffa Gate ~Robinson's Arch}");
  expect(questions[0]?.question.body).toMatchObject({ rule: "right-minus-wrong" });
  expect(questions[0]?.losses).toMatchObject([{ code: "weight" }]);
});

describe("true or false", () => {
  test.each([["T"], ["TRUE"], ["F"], ["FALSE"], ["true"]])("{%s}", (said) => {
    expect(only(`The walls are Ottoman.{${said}}`)).toEqual([
      "true-false",
      { stem: en("The walls are Ottoman."), right: /^t/i.test(said) },
    ]);
  });

  test("the first remark is on the wrong answer, the second on the right one", () => {
    expect(only("The walls are Roman.{F#They are Ottoman.#So it is.####Built 1537–1541.}")[1]).toEqual({
      stem: en("The walls are Roman."),
      feedback: { always: en("Built 1537–1541.") },
      right: false,
      remarks: { true: en("They are Ottoman."), false: en("So it is.") },
    });
  });
});

test("short answers earn as they weigh; a star is any run of letters; the last catches all others", () => {
  expect(only("Its name in Arabic? {=القدس =%50%بيت المقدس#Older. =*قدس*}")[1]).toMatchObject({
    accepted: [
      { text: "القدس" },
      { text: "بيت المقدس", share: 0.5, remark: en("Older.") },
      { text: "*قدس*", pattern: true },
    ],
  });
  expect(only("The city? {=Jerusalem =%0%*#Read again.}")[1]).toEqual({
    stem: en("The city?"),
    feedback: { wrong: en("Read again.") },
    accepted: [{ text: "Jerusalem" }],
  });
  expect(only("Two? {2}")[0]).toBe("short-text");
});

test("numbers are near a value, between two, or several with weights", () => {
  expect(only("When? {#1541:2}")[1]).toMatchObject({
    answers: [{ value: 1541, tolerance: { kind: "absolute", by: 2 } }],
  });
  expect(only("When? {#-37..-4}")[1]).toMatchObject({ answers: [{ from: -37, to: -4 }] });
  expect(only("كم؟ {#٥٣٣,٥}", "ar")[1]).toMatchObject({ answers: [{ value: 533.5 }] });
  expect(only("When? {#\n=691#Yes.\n=%50%691:10#Nearly.\n~#Far off.}")[1]).toMatchObject({
    answers: [
      { value: 691, remark: en("Yes.") },
      { value: 691, tolerance: { kind: "absolute", by: 10 }, share: 0.5 },
    ],
  });
});

test("pairs match; a response without a premise distracts; equal responses are one", () => {
  const { questions } = read(
    "Who built it? {\n=Dome of the Rock -> Abd al-Malik\n=Al-Aqsa -> Abd al-Malik\n= -> Baldwin\n}",
  );
  expect(questions[0]?.question.body).toMatchObject({
    premises: [{ text: en("Dome of the Rock") }, { text: en("Al-Aqsa") }],
    responses: [{ label: en("Abd al-Malik") }, { label: en("Baldwin") }],
  });
});

test("a word is missing where words follow the answers, and only there", () => {
  expect(only("The walls are {=Ottoman ~Roman} work.")[1]).toMatchObject({
    stem: en("The walls are \\_\\_\\_\\_\\_ work."),
  });
  expect(only("Who built them? {=Suleiman ~Herod}")[1]).toMatchObject({ stem: en("Who built them?") });
});

test("an empty pair of braces is an essay", () => {
  expect(only("Write about the inscription of Siloam. {}")).toEqual([
    "essay",
    { stem: en("Write about the inscription of Siloam."), rubric: [] },
  ]);
});

test("what is escaped is a letter, in titles too", () => {
  const { questions } = read("::A\\: B::Which is \\{x\\}? {=\\= 2 + 3 \\# 1#\\~ yes ~\\\\ ~a\\nb}");
  expect(questions[0]?.question).toMatchObject({
    name: "A: B",
    body: {
      stem: en("Which is {x}?"),
      choices: [{ text: en("\\= 2 + 3 # 1"), remark: en("\\~ yes") }, { text: en("\\\\") }, { text: en("a\\\nb") }],
    },
  });
});

test("formats hold for the question unless an answer says its own", () => {
  expect(only("[html]<p>Who built the <b>walls</b>?</p>{=<i>Suleiman</i> ~[plain]<i>Herod</i>}")[1]).toMatchObject({
    stem: en("Who built the **walls**?"),
    choices: [{ text: en("*Suleiman*") }, { text: en("\\<i>Herod\\</i>") }],
  });
  expect(only("[markdown]Who built the **walls**?{=*Suleiman* ~Herod}")[1]).toMatchObject({
    stem: en("Who built the **walls**?"),
    choices: [{ text: en("*Suleiman*") }, { text: en("Herod") }],
  });
});

test("categories hold for what follows; tags are kept, numbers are named as lost", () => {
  const { questions } = read(
    "$CATEGORY: $course$/top/Gates//Doors/North\n\n// [id:q7] [tag:walls] [tag:العهد العثماني]\nOttoman?{T}\n\n$CATEGORY: top\nRoman?{F}",
  );
  expect(questions.map(({ question: { category, tags } }) => [category, tags])).toEqual([
    [
      ["Gates/Doors", "North"],
      ["walls", "العهد العثماني"],
    ],
    [[], []],
  ]);
  expect(questions[0]?.losses).toEqual([{ code: "idNumber", values: { id: "q7" } }]);
});

test("a bad question costs no other, and is named with its line", () => {
  const { questions, refused } = read(
    [
      "// A comment.",
      "Good?{T}",
      "",
      "Only words, no braces.",
      "",
      "Open {=a ~b",
      "",
      "Nothing right {~a ~b}",
      "",
      "A number? {#ten}",
      "",
      "One choice {=a ~}",
      "",
      "Good too?{F}",
    ].join("\n"),
  );
  expect(questions.map(({ where, question }) => [where, question.name])).toEqual([
    ["file:2", "Good?"],
    ["file:14", "Good too?"],
  ]);
  expect(refused.map(({ where, reason }) => [where, reason.code])).toEqual([
    ["file:4", "description"],
    ["file:6", "unclosed"],
    ["file:8", "noKey"],
    ["file:10", "unreadable"],
    ["file:12", "invalid"],
  ]);
});

test("empty lines among the answers, and none between questions, are read as they were meant", () => {
  expect(
    read("Who? {\n=Suleiman\n\n~Herod\n}\n\n::a::One?{T}\n::b::Two?{F}\nThree?{T}").questions.map(({ where }) => where),
  ).toEqual(["file:1", "file:7", "file:8", "file:9"]);
});

test("letters that are not UTF-8 refuse the file", () => {
  expect(readGift([{ path: "a.gift", bytes: new Uint8Array([0xc7, 0xe1, 0xde]) }], { locale: "ar" }).refused).toEqual([
    { where: "a.gift:1", reason: { code: "notUtf8", values: {} } },
  ]);
});

test("nothing that is typed makes it throw or take long", () => {
  const worked = startCpuClock();
  for (const text of ["{", "}", "=", "~", "#", "\\", ":", "::", "%", "{{", "{=", "=%", "{}", "->", "//", "{}\n"]) {
    expect(read(text.repeat(20_000)).questions.length).toBeLessThan(20_001);
  }
  expect(worked()).toBeLessThan(20_000);
});
