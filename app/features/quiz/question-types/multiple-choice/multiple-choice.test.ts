import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hidden, keepsTheLaws, partIds, words } from "#tests/factories/question-laws.ts";
import { defineQuestionType } from "../define-question-type.ts";
import { type MultipleChoiceBody, multipleChoice } from "./multiple-choice.ts";

const rules = ["all-or-nothing", "right-minus-wrong", "weights"] as const;

const bodies: fc.Arbitrary<MultipleChoiceBody> = fc
  .record({
    ids: partIds(2, 8),
    pattern: fc.integer({ min: 1, max: 255 }),
    rule: fc.constantFrom(...rules),
    text: words,
  })
  .map(({ ids, pattern, rule, text }) => {
    const marks = ids.map((_, index) => index === pattern % ids.length || (pattern >> index) % 2 === 1);
    const all = marks.filter(Boolean).length;
    const choices = ids.map((id, index) => {
      const right = marks[index] ?? false;
      const share = right ? `1/${all}` : "-1/7";
      return { id, text, right, remark: hidden, ...(rule === "weights" ? { share } : {}) };
    });
    return { stem: text, feedback: { wrong: hidden }, choices, rule };
  });

describe("every question", () => {
  keepsTheLaws({
    type: multipleChoice,
    bodies,
    answers: ({ choices }) => fc.subarray(choices.map(({ id }) => id)).map((chosen) => ({ choices: chosen })),
    foreign: [{ choices: ["of-another-question"] }],
    twin: (body) => ({
      ...body,
      choices: body.choices.map((choice, index) => ({ ...choice, right: body.choices.at(index - 1)?.right ?? false })),
    }),
  });
});

const gates = (rule: MultipleChoiceBody["rule"], shares: (number | string)[] = []): MultipleChoiceBody => ({
  stem: { en: "Which are gates of the old city?" },
  rule,
  choices: ["a", "b", "c", "x", "y"].map((id, index) => ({
    id,
    text: { en: id },
    right: index < 3,
    ...(shares[index] === undefined ? {} : { share: shares[index] }),
  })),
});

const share = (body: MultipleChoiceBody, choices: string[]) => multipleChoice.grade(body, { choices }).share;

test("all or nothing gives all for exactly the right ones, and nothing else", () => {
  const body = gates("all-or-nothing");
  expect([share(body, ["c", "a", "b"]), share(body, ["a", "b"]), share(body, ["a", "b", "c", "x"])]).toEqual([1, 0, 0]);
});

test("a wrong choice takes away what a right one gave, but never more than there is", () => {
  const body = gates("right-minus-wrong");
  expect(share(body, ["a", "b"])).toBe(2 / 3);
  expect(share(body, ["a", "b", "c", "x"])).toBe(2 / 3);
  expect(share(body, ["a", "x", "y"])).toBe(0);
});

test("each choice weighs what its author says, exactly", () => {
  const body = gates("weights", ["1/2", "1/3", "1/6", -0.25, -1]);
  expect(share(body, ["a", "b", "c"])).toBe(1);
  expect(share(body, ["a", "b", "x"])).toBe(7 / 12);
  expect(share(body, ["a", "b", "c", "y"])).toBe(0);
});

test("each choice is told right, wrong or missed", () => {
  expect(multipleChoice.grade(gates("all-or-nothing"), { choices: ["a", "x"] }).parts).toEqual({
    a: "right",
    b: "missed",
    c: "missed",
    x: "wrong",
  });
});

test("more than may be chosen does not fit", () => {
  const body = { ...gates("all-or-nothing"), most: 3 };
  expect(multipleChoice.fits(body, { choices: ["a", "b", "c"] })).toBe(true);
  expect(multipleChoice.fits(body, { choices: ["a", "b", "c", "x"] })).toBe(false);
  expect(multipleChoice.answer.safeParse({ choices: ["a", "a"] }).success).toBe(false);
});

test.each([
  ["weights that do not add up", gates("weights", ["1/2", "1/3", "1/3"]), "quiz:problems.weightSum"],
  ["a wrong choice that gains", gates("weights", ["1/2", "1/4", "1/4", 0.1]), "quiz:problems.weightSign"],
  ["fewer to choose than are right", { ...gates("all-or-nothing"), most: 2 }, "quiz:problems.mostTooSmall"],
])("%s: refused", (_, body, message) => {
  expect(defineQuestionType(multipleChoice).parseBody(body)).toMatchObject({ ok: false, problems: [{ message }] });
});
