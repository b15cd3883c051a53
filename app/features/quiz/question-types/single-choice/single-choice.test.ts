import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hidden, keepsTheLaws, partIds, showOptions, words } from "#tests/factories/question-laws.ts";
import { defineQuestionType } from "../define-question-type.ts";
import { type SingleChoiceBody, singleChoice } from "./single-choice.ts";

const bodies: fc.Arbitrary<SingleChoiceBody> = fc
  .record({ ids: partIds(2), right: fc.nat(), text: words, share: fc.constantFrom(0, 0.5, "1/3") })
  .map(({ ids, right, text, share }) => ({
    stem: text,
    feedback: { right: hidden, wrong: hidden },
    choices: ids.map((id, index) => ({ id, text, share: index === right % ids.length ? 1 : share, remark: hidden })),
  }));

/** The right one becomes the next one. */
const twin = (body: SingleChoiceBody): SingleChoiceBody => ({
  ...body,
  choices: body.choices.map((choice, index) => ({ ...choice, share: body.choices.at(index - 1)?.share })),
});

describe("every question", () => {
  keepsTheLaws({
    type: singleChoice,
    bodies,
    answers: ({ choices }) => fc.constantFrom(null, ...choices.map(({ id }) => id)).map((choice) => ({ choice })),
    foreign: [{ choice: "of-another-question" }],
    twin,
  });
});

const walls: SingleChoiceBody = {
  stem: { ar: "من بنى السور القائم؟" },
  feedback: { right: { ar: "أحسنت" }, partly: { ar: "كدت" }, wrong: { ar: "لا" }, always: { ar: "راجع الدرس" } },
  choices: [
    { id: "s", text: { ar: "سليمان القانوني" }, share: 1 },
    { id: "h", text: { ar: "هيرود" }, remark: { ar: "قبله بقرون" } },
    { id: "m", text: { ar: "العثمانيون" }, share: "1/2" },
    { id: "n", text: { ar: "لا أحد منهم" }, fixed: true },
  ],
};

test("the right choice earns all, another what it is worth, each with its remarks", () => {
  expect(singleChoice.grade(walls, { choice: "s" })).toEqual({
    share: 1,
    parts: { s: "right" },
    remarks: [{ ar: "أحسنت" }, { ar: "راجع الدرس" }],
  });
  expect(singleChoice.grade(walls, { choice: "m" })).toMatchObject({ share: 0.5, remarks: [{ ar: "كدت" }, {}] });
  expect(singleChoice.grade(walls, { choice: "h" })).toEqual({
    share: 0,
    parts: { s: "missed", h: "wrong" },
    remarks: [{ ar: "قبله بقرون" }, { ar: "لا" }, { ar: "راجع الدرس" }],
  });
});

test("a fixed choice keeps its place, and an order that says something keeps them all", () => {
  const orders = Array.from({ length: 30 }, (_, seed) =>
    singleChoice.show(walls, showOptions(seed)).choices.map(({ id }) => id),
  );
  expect(orders.every((order) => order[3] === "n")).toBe(true);
  expect(new Set(orders.map(String)).size).toBe(6);
  const kept = singleChoice.show({ ...walls, keepOrder: true }, showOptions(3)).choices;
  expect(kept.map(({ id }) => id)).toEqual(["s", "h", "m", "n"]);
});

test("a question without a right choice, with one choice, or with one id twice is refused where it is wrong", () => {
  const { parseBody } = defineQuestionType(singleChoice);
  const without = { ...walls, choices: walls.choices.slice(1) };
  expect(parseBody(without)).toEqual({
    ok: false,
    problems: [{ path: ["choices"], message: "quiz:problems.noRightChoice" }],
  });
  expect(parseBody({ ...walls, choices: walls.choices.slice(0, 1) })).toMatchObject({
    problems: [{ path: ["choices"], message: "quiz:problems.tooFewChoices" }],
  });
  const twice = { ...walls, choices: [...walls.choices, { id: "s", text: { ar: "ثانية" } }] };
  expect(parseBody(twice)).toMatchObject({
    problems: [{ path: ["choices", 4, "id"], message: "quiz:problems.sameId" }],
  });
});

test("nothing that a body has not is taken in silence", () => {
  expect(defineQuestionType(singleChoice).parseBody({ ...walls, penalty: 1 })).toMatchObject({ ok: false });
  expect(defineQuestionType(singleChoice).parseBody({ ...walls, stem: { ar: " " } })).toMatchObject({
    problems: [{ path: ["stem", "ar"], message: "form:required" }],
  });
});
