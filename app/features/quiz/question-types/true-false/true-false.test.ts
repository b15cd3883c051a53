import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hidden, keepsTheLaws, words } from "#tests/factories/question-laws.ts";
import { trueFalse } from "./true-false.ts";

describe("every question", () => {
  keepsTheLaws({
    type: trueFalse,
    bodies: fc.record({ stem: words, right: fc.boolean(), remarks: fc.constant({ true: hidden, false: hidden }) }),
    answers: () => fc.constantFrom(null, true, false).map((value) => ({ value })),
    foreign: [],
    twin: (body) => ({ ...body, right: !body.right }),
  });
});

test("each answer has its own remark", () => {
  const body = { stem: { en: "x" }, right: false, remarks: { true: { en: "No" }, false: { en: "Yes" } } };
  expect(trueFalse.grade(body, { value: true })).toEqual({
    share: 0,
    parts: { answer: "wrong" },
    remarks: [{ en: "No" }],
  });
  expect(trueFalse.grade(body, { value: false })).toMatchObject({ share: 1, remarks: [{ en: "Yes" }] });
  expect(trueFalse.grade(body, { value: null })).toEqual({ share: 0, parts: { answer: "missed" }, remarks: [] });
});
