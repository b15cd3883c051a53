import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hidden, keepsTheLaws, showOptions, words } from "#tests/factories/question-laws.ts";
import { defineQuestionType } from "../define-question-type.ts";
import { type Rubric, shareByRubric } from "../rubric.ts";
import { type EssayBody, essay } from "./essay.ts";

const bodies: fc.Arbitrary<EssayBody> = fc.record({
  stem: words,
  feedback: fc.constant({ wrong: hidden }),
  rubric: fc.constant([{ id: "r", label: hidden, description: hidden, points: 3 }]),
  model: fc.constant(hidden),
  words: fc.record({ least: fc.integer({ min: 1, max: 50 }), most: fc.integer({ min: 50, max: 500 }) }),
});

describe("every question", () => {
  keepsTheLaws({
    type: essay,
    bodies,
    answers: () => fc.string().map((text) => ({ text })),
    foreign: [],
    twin: (body) => ({ ...body, rubric: [], model: { en: "else" } }),
  });
});

const rubric: Rubric = [
  {
    id: "sources",
    label: { en: "Sources" },
    description: { en: "Are they *named*?" },
    points: 4,
    levels: [
      { id: "l0", label: { en: "None" }, points: 0 },
      { id: "l1", label: { en: "Some" }, points: 2.5 },
    ],
  },
  { id: "clarity", label: { en: "Clarity" }, points: 2 },
];

test("a text waits for a person, an empty one earns nothing at once", () => {
  const body: EssayBody = {
    stem: { en: "Why?" },
    rubric,
    feedback: { always: { en: "Read" }, wrong: { en: "Empty" } },
  };
  expect(essay.grade(body, { text: "Because" })).toEqual({ share: null, parts: {}, remarks: [{ en: "Read" }] });
  expect(essay.grade(body, { text: " \n" })).toMatchObject({ share: 0, remarks: [{ en: "Empty" }, { en: "Read" }] });
});

test("learners see the rubric only where its author says so", () => {
  const body: EssayBody = { stem: { en: "Why?" }, rubric };
  expect(essay.show(body, showOptions(1)).rubric).toEqual([]);
  const shown = essay.show({ ...body, showRubric: true }, showOptions(1)).rubric;
  expect(shown[0]).toEqual({ ...rubric[0], description: { en: "<p>Are they *named*?</p>" } });
  expect(shown[1]).toEqual(rubric[1]);
});

test("points by the rubric are a share of all that it has", () => {
  expect(shareByRubric(rubric, { sources: 2.5, clarity: 2 })).toBe(0.75);
  expect(shareByRubric(rubric, { sources: 4 })).toBe(4 / 6);
  expect(shareByRubric([], {})).toBe(0);
});

test("limits that contradict each other, and levels above their criterion, are refused", () => {
  const { parseBody } = defineQuestionType(essay);
  expect(parseBody({ stem: { en: "?" }, rubric: [], words: { least: 9, most: 8 } })).toMatchObject({
    problems: [{ path: ["words", "most"], message: "quiz:problems.endBeforeBeginning" }],
  });
  const low = [{ ...rubric[0], points: 2 }];
  expect(parseBody({ stem: { en: "?" }, rubric: low })).toMatchObject({
    problems: [{ path: ["rubric", 0, "levels"], message: "quiz:problems.levelTooHigh" }],
  });
});
