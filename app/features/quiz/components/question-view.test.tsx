import type { ComponentType } from "react";
import { describe, expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { showOptions } from "#tests/factories/question-laws.ts";
import { onPage } from "#tests/factories/question-page.tsx";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import type { QuestionViewProps } from "../question-types/question-props.ts";
import { questionTypes } from "../question-types/registry.ts";

type View = ComponentType<QuestionViewProps<unknown, unknown>>;

const views = import.meta.glob<{ default: View }>("../question-types/*/view.tsx", { eager: true });

function viewOf(type: string): View {
  const found = views[`../question-types/${type}/view.tsx`];
  if (!found) throw new Error(`${type} has no view`);
  return found.default;
}

function sampleOf(name: string) {
  const type = questionTypes.get(name);
  const sample = sampleQuestions[name];
  if (!type || !sample) throw new Error(`There is no sample of ${name}`);
  expect(type.parseBody(sample.body)).toMatchObject({ ok: true });
  return { ...sample, type, shown: type.show(sample.body, showOptions(1)) };
}

/** Attributes of every element with this tag. */
const tags = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>`, "g"))].map(([found]) => found);
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const idle = { onChange: () => {}, disabled: false, id: "q1" };
const names = [...questionTypes.keys()];

describe.each(names)("%s", (name) => {
  const View = viewOf(name);

  test("is shown without an answer in every language, with a name for every control and no style attribute", () => {
    const { shown } = sampleOf(name);
    for (const locale of locales) {
      const html = onPage(<View {...idle} shown={shown} value={null} locale={locale} />, locale);
      const labelled = new Set(tags(html, "label").map((label) => attribute(label, "for")));
      for (const control of [...tags(html, "input"), ...tags(html, "select"), ...tags(html, "textarea")]) {
        expect(labelled.has(attribute(control, "id")) || attribute(control, "aria-label"), control).toBeTruthy();
      }
      expect(html).not.toMatch(/\sstyle="/);
      expect(html).not.toMatch(/view\.[a-z]/i);
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => id?.startsWith("q1"))).toBe(true);
    }
  });

  test("names its controls by its own question, in the language that the question has", () => {
    const { shown } = sampleOf(name);
    const html = onPage(<View {...idle} shown={shown} value={null} locale="ur" />, "ur");
    expect(html).toMatch(/<(fieldset|div role="radiogroup")[^>]* aria-labelledby="q1-stem"/);
    expect(html).toMatch(/<div id="q1-stem" class="reading" lang="en" dir="ltr">/);
  });

  test("takes nothing once it is closed", () => {
    const { shown, answer } = sampleOf(name);
    const html = onPage(<View {...idle} shown={shown} value={answer} disabled locale="ar" />, "ar");
    const controls = [
      ...tags(html, "input"),
      ...tags(html, "select"),
      ...tags(html, "textarea"),
      ...tags(html, "button"),
    ];
    for (const control of controls) expect(control).toContain("disabled");
  });

  test("says in words what was right and what was not, and what would have been", () => {
    const { shown, answer, body, type } = sampleOf(name);
    const review = { grade: type.grade(body, answer), key: type.key(body) };
    const html = onPage(<View {...idle} shown={shown} value={answer} disabled review={review} locale="en" />);
    const verdicts = Object.values(review.grade.parts);
    expect(html.includes("Right<") || html.includes("Wrong<") || html.includes("Right answer")).toBe(
      verdicts.length > 0,
    );
    if (review.key !== null) expect(html).toMatch(/Right answer/);
    const own = { grade: type.grade(body, review.key ?? answer), key: review.key };
    const right = onPage(
      <View {...idle} shown={shown} value={review.key ?? answer} disabled review={own} locale="en" />,
    );
    expect(right).not.toMatch(/Right answer:|Wrong</);
  });
});

test("a gap stands where the text has it, and the text keeps its language", () => {
  const { shown } = sampleOf("gap-text");
  const View = viewOf("gap-text");
  const html = onPage(<View {...idle} shown={shown} value={{ gaps: { ghjk: "١٥٤٠" } }} locale="ar" />, "ar");
  expect(html).toMatch(/<p>بناها <select[^>]*aria-label="الفراغ ١"/);
  expect(html).toMatch(/ سنة <input[^>]*aria-label="الفراغ ٢"[^>]*value="١٥٤٠"/);
  expect(html).not.toContain("{{");
});

test("a placed event is told in both calendars", () => {
  const { shown } = sampleOf("timeline");
  const View = viewOf("timeline");
  const html = onPage(<View {...idle} shown={shown} value={{ years: { bcdf: 692, ghjk: -37 } }} locale="en" />);
  expect(html).toContain("692 CE (72–73 AH)");
  expect(html).toContain("37 BCE");
});

test("a text that is too long says so, and is kept", () => {
  const { shown, answer } = sampleOf("essay");
  const View = viewOf("essay");
  const html = onPage(<View {...idle} shown={shown} value={answer} locale="en" />);
  expect(html).toContain("6 words");
  expect(html).toContain("From 3 to 5 words");
  expect(html).toContain("This is longer than asked for.");
});

test("no more can be chosen than may be", () => {
  const { body, type } = sampleOf("multiple-choice");
  const shown = type.show({ ...body, most: 2 }, showOptions(1));
  const View = viewOf("multiple-choice");
  const html = onPage(<View {...idle} shown={shown} value={{ choices: ["bcdf", "ghjk"] }} locale="en" />);
  expect(tags(html, "input").filter((input) => input.includes("disabled"))).toHaveLength(1);
});
