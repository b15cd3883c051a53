import type { ComponentType } from "react";
import { describe, expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { onPage } from "#tests/factories/question-page.tsx";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { newPartId } from "../question-types/part-id.ts";
import type { QuestionEditorProps } from "../question-types/question-props.ts";
import { questionTypes } from "../question-types/registry.ts";

type Editor = ComponentType<QuestionEditorProps<unknown>>;

const editors = import.meta.glob<{ default: Editor }>("../question-types/*/editor.tsx", { eager: true });

function editorOf(type: string): Editor {
  const found = editors[`../question-types/${type}/editor.tsx`];
  if (!found) throw new Error(`${type} has no editor`);
  return found.default;
}

function sampleOf(name: string) {
  const type = questionTypes.get(name);
  const sample = sampleQuestions[name];
  if (!type || !sample) throw new Error(`There is no sample of ${name}`);
  return { type, body: sample.body };
}

const tags = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>`, "g"))].map(([found]) => found);
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const idle = { onChange: () => {}, problems: [], locales: ["ar", "en"] as const };

describe.each([...questionTypes.keys()])("%s", (name) => {
  const Editor = editorOf(name);

  test("is edited in every language, with a name for every control and no style attribute", () => {
    const { body } = sampleOf(name);
    for (const locale of locales) {
      const html = onPage(<Editor {...idle} value={body} />, locale);
      const labelled = new Set(tags(html, "label").map((label) => attribute(label, "for")));
      const controls = [...tags(html, "input"), ...tags(html, "select"), ...tags(html, "textarea")];
      expect(controls.length).toBeGreaterThan(1);
      for (const control of controls) expect(labelled.has(attribute(control, "id")), control).toBe(true);
      expect(html).not.toMatch(/\sstyle="/);
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  test("shows what its author has written, in the direction of each language", () => {
    const { body } = sampleOf(name);
    const html = onPage(<Editor {...idle} value={body} />);
    const [arabic = "", english = ""] = tags(html, "textarea");
    expect([attribute(arabic, "lang"), attribute(arabic, "dir")]).toEqual(["ar", "rtl"]);
    expect([attribute(english, "lang"), attribute(english, "dir")]).toEqual(["en", "ltr"]);
    expect(attribute(english, "aria-label")).toBe("Question — English");
  });

  test("begins with a question that lacks what its author has to write, and says so beside the fields", () => {
    const { type } = sampleOf(name);
    const start = type.start(newPartId);
    const parsed = type.parseBody(start);
    if (parsed.ok) throw new Error("A question without words was taken");
    expect(parsed.problems).toContainEqual({ path: ["stem"], message: "form:required" });
    const html = onPage(<Editor {...idle} value={start} problems={parsed.problems} />);
    expect(html).toMatch(/id="body-stem-error"[^>]*>.*Fill in this field\./);
    expect(html).not.toMatch(/problems\.[a-z]/i);
  });
});

test("what is wrong in a part stands beside that part", () => {
  const { type, body } = sampleOf("multiple-choice");
  const parsed = type.parseBody({ ...body, rule: "weights" });
  const problems = parsed.ok ? [] : parsed.problems;
  const Editor = editorOf("multiple-choice");
  const html = onPage(<Editor {...idle} value={{ ...body, rule: "weights" }} problems={problems} />);
  expect(html).toMatch(/id="body-choices-0-share-error"[^>]*>.*A right choice weighs more than nothing/);
  expect(html).toMatch(/id="body-choices-error"[^>]*>.*must add up to exactly 1/);
});

test("buttons that put parts in order stop at the ends without losing the focus", () => {
  const Editor = editorOf("ordering");
  const html = onPage(<Editor {...idle} value={sampleOf("ordering").body} />);
  const buttons = tags(html, "button").filter((button) => / id="body-items-[a-z]+-(up|down)"/.test(button));
  expect(buttons.map((button) => attribute(button, "aria-disabled"))).toEqual([
    "true",
    "false",
    "false",
    "false",
    "false",
    "true",
  ]);
  expect(buttons.some((button) => /\sdisabled/.test(button))).toBe(false);
});
