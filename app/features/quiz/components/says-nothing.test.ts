import { describe, expect, test } from "vitest";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { questionTypes } from "../question-types/registry.ts";
import { saysNothing } from "./says-nothing.ts";

describe.each([...questionTypes.values()])("$name", (type) => {
  test("a blank answer says nothing, and an answer something", () => {
    expect(saysNothing(type.blank)).toBe(true);
    expect(saysNothing(sampleQuestions[type.name]?.answer)).toBe(false);
  });
});

test("no answer says nothing, nor does one of spaces; «no» and nought do", () => {
  expect([undefined, null, " ", { text: "" }, { gaps: { a: "" } }].map(saysNothing)).toEqual(Array(5).fill(true));
  expect([{ value: false }, { year: 0 }, { text: "0" }].map(saysNothing)).toEqual([false, false, false]);
});
