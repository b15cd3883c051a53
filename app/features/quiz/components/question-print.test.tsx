import { describe, expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { showOptions } from "#tests/factories/question-laws.ts";
import { onPage } from "#tests/factories/question-page.tsx";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { questionTypes } from "../question-types/registry.ts";
import { letterOf } from "./letter-of.ts";
import { QuestionPrint } from "./question-print.tsx";

function sampleOf(name: string) {
  const type = questionTypes.get(name);
  const sample = sampleQuestions[name];
  if (!type || !sample) throw new Error(`There is no sample of ${name}`);
  return { type, body: sample.body, shown: type.show(sample.body, showOptions(1)) };
}

describe.each([...questionTypes.keys()])("%s", (name) => {
  test("is printed in every language without a control and without a style attribute", () => {
    const { shown } = sampleOf(name);
    for (const locale of locales) {
      const html = onPage(<QuestionPrint type={name} shown={shown} locale={locale} />, locale);
      expect(html).toContain("reading");
      expect(html).not.toMatch(/<(input|select|textarea|button)|\sstyle="|(print|view)\.[a-z]/i);
    }
  });

  test("prints another page for the key than for learners", () => {
    const { type, body, shown } = sampleOf(name);
    const paper = onPage(<QuestionPrint type={name} shown={shown} locale="en" />);
    const key = onPage(<QuestionPrint type={name} shown={shown} answer={type.key(body) ?? type.blank} locale="en" />);
    expect(key).not.toBe(paper);
    expect(paper).not.toContain("Right answer");
  });
});

const keyOf = (name: string) => {
  const { type, body, shown } = sampleOf(name);
  return onPage(<QuestionPrint type={name} shown={shown} answer={type.key(body)} locale="ar" />, "ar").replace(
    /<[^>]*>/g,
    "|",
  );
};

test("keys say what is right", () => {
  expect(keyOf("single-choice")).toMatch(/الإجابة الصحيحة\|+سليمان القانوني/);
  expect(keyOf("short-text")).toContain("القدس");
  expect(keyOf("numeric")).toMatch(/533\|+أمتار/);
  expect(keyOf("gap-text")).toMatch(/بناها \|+سليمان\|+ سنة \|+1537/);
  expect(keyOf("place-on-picture")).toMatch(/باب العمود\|+ — \|*السور الشمالي/);
  expect(keyOf("timeline")).toContain("٦٩١ م (٧١–٧٢ هـ)");
});

test("the letters of a list are those of the reader's script, and go on after the last", () => {
  expect([letterOf(1, "ar"), letterOf(1, "en"), letterOf(25, "en"), letterOf(27, "en")]).toEqual(["ب", "B", "Z", "B2"]);
});
