import { expect, test } from "vitest";
import { showOptions } from "#tests/factories/question-laws.ts";
import { onLoadedPage } from "#tests/factories/question-page.tsx";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { questionTypes } from "../question-types/registry.ts";
import { QuestionEditor } from "./question-editor.tsx";
import { QuestionView } from "./question-view.tsx";

const types = [...questionTypes.values()];

test.each(types)("a question of the type $name loads its own view and its own editor", async (type) => {
  const body = sampleQuestions[type.name]?.body;
  const shown = type.show(body, showOptions(1));
  const idle = { value: null, onChange: () => {}, disabled: false, locale: "en" as const, id: "q1" };
  expect(await onLoadedPage(<QuestionView type={type.name} shown={shown} {...idle} />)).toContain('id="q1-stem"');
  const editor = <QuestionEditor type={type.name} value={body} onChange={() => {}} problems={[]} locales={["en"]} />;
  expect(await onLoadedPage(editor)).toMatch(/<(textarea|input)/);
});

test("a type that is not known shows nothing and breaks nothing", async () => {
  const idle = { shown: {}, value: null, onChange: () => {}, disabled: false, locale: "en" as const, id: "q1" };
  expect(await onLoadedPage(<QuestionView type="riddle" {...idle} />)).toBe("");
  const editor = <QuestionEditor type="riddle" value={{}} onChange={() => {}} problems={[]} locales={["en"]} />;
  expect(await onLoadedPage(editor)).toBe("");
});
