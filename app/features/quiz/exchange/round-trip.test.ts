import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { everyQuestion, withoutIds } from "#tests/factories/exchanged-questions.ts";
import { canonicalQuestion } from "./canonical-question.ts";
import { checkQuestion } from "./check-question.ts";
import type { ExchangedQuestion, QuestionReader, QuestionWriter, WriteOptions } from "./exchanged-question.ts";
import { readGift } from "./gift/read.ts";
import { writeGift } from "./gift/write.ts";
import { readMoodleXml } from "./moodle-xml/read.ts";
import { writeMoodleXml } from "./moodle-xml/write.ts";

const plan = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><path d="M0 0h400v300H0z" fill="none"/></svg>',
);
const options: WriteOptions = { locale: "ar", media: new Map([["media/plan.svg", plan]]) };

const figure =
  '\n\n:::figure{src="media/plan.svg" alt="Plan" credit="Maqdis" licence="CC BY 4.0"}\nThe *plan*.\n:::\n\nA :span[שער]{lang=he}.';

/** Questions that hold whatever a format takes for its own signs. */
function awkward(): ExchangedQuestion[] {
  const nasty = [
    "\\= {a} ~b #c :d \\\\e",
    "%50%x",
    "\\[html]y",
    "a -> b",
    "*x*\n\ny\\\nz",
    "TRUE",
    "\\# 1",
    "//z",
    "$CATEGORY: x",
    "]]> \\&amp; \\<b>",
    "{1:SA:=x}",
    "`{{x}}`",
    "\\::a::",
    "####x",
    "- a\n- b",
  ];
  return nasty.flatMap((text, index): ExchangedQuestion[] => {
    const common = {
      name: `${text.replaceAll("\n", " ")} ${index}`,
      tags: ["[tag:x]", "a\\b"],
      category: ["A/B: {c}", "$x$"],
    };
    const id = (name: string) => `${name}${index}`;
    return [
      {
        ...common,
        type: "single-choice",
        body: {
          stem: { ar: text },
          feedback: { always: { ar: text } },
          choices: [
            { id: id("a"), text: { ar: text }, share: 1, remark: { ar: text } },
            { id: id("b"), text: { ar: `${text} 2` }, share: "1/3" },
          ],
        },
      },
      { ...common, type: "true-false", body: { stem: { ar: text }, right: false, remarks: { false: { ar: text } } } },
      {
        ...common,
        type: "short-text",
        body: {
          stem: { ar: text },
          accepted: [
            { id: id("a"), text: text.replaceAll("\n", " "), remark: { ar: text } },
            { id: id("b"), text: "{a|b}*\\*", pattern: true, share: 0.5 },
          ],
          strict: ["case"],
        },
      },
      {
        ...common,
        type: "matching",
        body: {
          stem: { ar: text },
          premises: [{ id: id("a"), text: { ar: text }, match: id("c") }],
          responses: [
            { id: id("d"), label: { ar: "x" } },
            { id: id("c"), label: { ar: text.replaceAll("\n", " ") } },
          ],
          partial: "none",
        },
      },
      {
        ...common,
        type: "gap-text",
        body: {
          stem: { ar: text },
          text: { ar: `{{${id("g")}}} ${text.replace("{1:SA:=x}", "").replace("{{x}}", "")} {{${id("h")}}}` },
          gaps: [
            {
              id: id("g"),
              kind: "choices",
              weight: 2,
              choices: [
                { id: id("x"), label: { ar: text.replaceAll("\n", " ") }, share: 1 },
                { id: id("y"), label: { ar: "=z" } },
              ],
            },
            { id: id("h"), kind: "number", answers: [{ id: id("n"), from: -1.5, to: 2 }] },
          ],
          partial: "none",
        },
      },
    ];
  });
}

function shown(): ExchangedQuestion[] {
  const stem = { en: `Where is it?${figure}` };
  return [{ name: "With a figure", type: "essay", body: { stem, rubric: [] }, tags: [], category: [] }];
}

const formats: [name: string, writer: QuestionWriter, reader: QuestionReader, unsaid: string[]][] = [
  ["GIFT", writeGift, readGift, ["gap-text", "ordering", "place-on-picture"]],
  ["Moodle XML", writeMoodleXml, readMoodleXml, []],
];

describe.each(formats)("%s", (_, write, read, unsaid) => {
  const cases = { samples: everyQuestion(), awkward: awkward(), shown: shown() };

  test.each(Object.entries(cases))("gives back equal what it was given: %s", (__, questions) => {
    for (const question of questions) expect(checkQuestion(question)).toEqual({ ok: true, question });
    const said = questions.filter(({ type }) => !unsaid.includes(type));
    const written = write(questions, options);
    expect(written.refused.map(({ name }) => name)).toEqual(
      questions.filter(({ type }) => unsaid.includes(type)).map(({ name }) => name),
    );
    // The file says its own language, whatever the reader expects.
    const again = read(written.files, { locale: "tr" });
    expect(again.refused).toEqual([]);
    expect(again.questions.map(({ question }) => canonicalQuestion(question))).toEqual(said.map(canonicalQuestion));
    expect(again.questions.flatMap(({ losses }) => losses)).toEqual([]);
  });

  test.each(locales)("what it can say alone comes back without a comment beside it: %s", (locale) => {
    const questions = everyQuestion(locale === "ar" ? "ar" : "en");
    const [file] = write(questions, { ...options, locale: locale === "ar" ? "ar" : "en" }).files;
    const bare = new TextDecoder()
      .decode(file?.bytes)
      .replace(/^\/\/ maqdis-question: .*\n|<!-- maqdis-question: .*-->\n/gm, "");
    const again = read([{ path: "", bytes: new TextEncoder().encode(bare) }], { locale });
    const byName = new Map(again.questions.map(({ question }) => [question.name, question]));
    for (const type of ["single-choice", "multiple-choice", "true-false", "short-text", "matching"]) {
      const question = questions.find((one) => one.type === type);
      expect(withoutIds(byName.get(`Sample: ${type}`))).toMatchObject({ type, tags: question?.tags });
      expect(canonicalQuestion(byName.get(`Sample: ${type}`) ?? shown()[0] ?? never())).toBe(
        canonicalQuestion(question ?? never()),
      );
    }
  });

  test("whatever stands in its texts, a question comes back equal", () => {
    const signs = [
      "a",
      "باب",
      " ",
      "=",
      "~",
      "#",
      "{",
      "}",
      ":",
      "%50%",
      "->",
      "\\",
      "*",
      "_",
      "[",
      "]",
      "<b>",
      "&amp;",
      "`",
      "//",
      "\n\n",
      "1.",
    ];
    const texts = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(1, 0.5, "1/3", 0), (stem, text, share) => {
        const choices = [
          { id: "a", text: { ar: text }, share: 1, remark: { ar: stem } },
          { id: "b", text: { ar: stem }, share },
        ];
        const body = { stem: { ar: stem }, choices };
        const question = { name: "س", type: "single-choice", body, tags: [], category: [] };
        fc.pre(checkQuestion(question).ok);
        const again = read(write([question], options).files, { locale: "ar" });
        expect(again.questions.map((one) => canonicalQuestion(one.question))).toEqual([canonicalQuestion(question)]);
      }),
      { numRuns: 60 },
    );
  });

  test("every question that other programs see less of is named, with what they miss", () => {
    const { lossy } = write(everyQuestion(), options);
    for (const { losses } of lossy) expect(losses).toContainEqual({ code: "languages", values: { languages: "en" } });
    expect(lossy).toHaveLength(13 - unsaid.length);
  });

  test("what was changed beside its comment counts, and that is named", () => {
    const [question] = everyQuestion();
    const [file] = write(question ? [question] : [], options).files;
    const changed = new TextDecoder().decode(file?.bytes).replace("الأسوار", "القلعة");
    const [again] = read([{ path: "", bytes: new TextEncoder().encode(changed) }], { locale: "ar" }).questions;
    expect(again?.question.body).toMatchObject({ stem: { ar: "من بنى **القلعة** القائمة؟" } });
    expect(again?.losses).toEqual([{ code: "carrier", values: {} }]);
  });
});

test("pictures travel in Moodle XML", () => {
  const { files } = writeMoodleXml([...shown(), ...everyQuestion()], options);
  expect(readMoodleXml(files, { locale: "ar" }).media).toEqual(new Map([["media/plan.svg", plan]]));
});

function never(): ExchangedQuestion {
  throw new Error("No such question.");
}
