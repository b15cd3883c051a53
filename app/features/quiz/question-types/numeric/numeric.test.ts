import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HIDDEN, hidden, keepsTheLaws, partIds, words } from "#tests/factories/question-laws.ts";
import { defineQuestionType } from "../define-question-type.ts";
import type { AcceptedNumber } from "./accept-number.ts";
import { type NumericBody, numeric } from "./numeric.ts";

const amount = fc.integer({ min: -9999, max: 9999 }).map((value) => value / 10);
const tolerances: fc.Arbitrary<Extract<AcceptedNumber, { value: number }>["tolerance"]> = fc.oneof(
  fc.record({ kind: fc.constant("absolute" as const), by: fc.nat(5) }),
  fc.record({ kind: fc.constant("relative" as const), by: fc.constantFrom(0, 0.05, 1) }),
  fc.record({ kind: fc.constant("significant" as const), figures: fc.integer({ min: 1, max: 6 }) }),
);

const bodies: fc.Arbitrary<NumericBody> = fc
  .record({ ids: partIds(4, 4), value: amount, tolerance: tolerances, text: words, required: fc.boolean() })
  .map(({ ids: [a = "", b = "", c = "", d = ""], value, tolerance, text, required }) => ({
    stem: text,
    feedback: { always: hidden },
    answers: [
      { id: a, from: value - 1, to: value + 1, share: 0.5, remark: hidden },
      { id: b, value, tolerance, remark: hidden },
    ],
    units: [
      { id: c, label: { en: "metre" }, factor: 1, names: [HIDDEN] },
      { id: d, label: { en: "kilometre" }, factor: 1000, names: [HIDDEN] },
    ],
    unitRequired: required,
  }));

describe("every question", () => {
  keepsTheLaws({
    type: numeric,
    bodies,
    answers: ({ units = [] }) =>
      fc.record({
        number: fc.oneof(fc.string({ maxLength: 80 }), amount.map(String)),
        unit: fc.constantFrom(null, ...units.map(({ id }) => id)),
      }),
    foreign: [{ number: "1", unit: "of-another-question" }],
    twin: (body) => ({ ...body, answers: [{ id: "other", value: 77 }] }),
  });
});

const question = (answer: AcceptedNumber, rest: Partial<NumericBody> = {}): NumericBody => ({
  stem: { ar: "كم؟" },
  answers: [answer],
  ...rest,
});
const share = (body: NumericBody, number: string, unit: string | null = null) =>
  numeric.grade(body, { number, unit }).share;

test("a tolerance is exact at its edge, where the computer's numbers are not", () => {
  expect(0.8 - 0.7 <= 0.1).toBe(false);
  const body = question({ id: "a", value: 0.7, tolerance: { kind: "absolute", by: 0.1 } });
  expect([share(body, "0.8"), share(body, "0.6"), share(body, "0.800001")]).toEqual([1, 1, 0]);
});

test("a relative tolerance follows the size of the value", () => {
  const body = question({ id: "a", value: -200, tolerance: { kind: "relative", by: 0.05 } });
  expect([share(body, "-190"), share(body, "-210"), share(body, "-189.9"), share(body, "200")]).toEqual([1, 1, 0, 0]);
});

test("significant figures compare what both are when rounded", () => {
  const body = question({ id: "a", value: 2.71643, tolerance: { kind: "significant", figures: 3 } });
  expect([share(body, "2.72"), share(body, "2.7249"), share(body, "2.725"), share(body, "2.71")]).toEqual([1, 1, 0, 0]);
  const large = question({ id: "a", value: 99_960, tolerance: { kind: "significant", figures: 3 } });
  expect([share(large, "100000"), share(large, "99940")]).toEqual([1, 0]);
  const none = question({ id: "a", value: 0, tolerance: { kind: "significant", figures: 3 } });
  expect([share(none, "0"), share(none, "0.0001")]).toEqual([1, 0]);
});

test("a range holds both its ends, in digits of any script", () => {
  const body = question({ id: "a", from: 1535, to: 1541 });
  expect([share(body, "١٥٣٥"), share(body, "۱۵۴۱"), share(body, "1534")]).toEqual([1, 1, 0]);
});

test("a number that may be read in two ways is right when either is", () => {
  expect(share(question({ id: "a", value: 1187 }), "1,187")).toBe(1);
  expect(share(question({ id: "a", value: 1.187 }), "1,187")).toBe(1);
});

const units: NumericBody["units"] = [
  { id: "m", label: { en: "metre", ar: "متر" }, names: ["m", "م"], factor: 1 },
  { id: "km", label: { en: "kilometre", ar: "كيلومتر" }, names: ["km", "كم"], factor: 1000 },
];

test("a number is worth what its unit makes of it, chosen or typed", () => {
  const body = question({ id: "a", value: 533 }, { units, unitRequired: true });
  expect([share(body, "533", "m"), share(body, "0.533", "km"), share(body, "0.533 km")]).toEqual([1, 1, 1]);
  expect([share(body, "٥٣٣ م"), share(body, "٠٫٥٣٣ كم")]).toEqual([1, 1]);
  expect([share(body, "533", "km"), share(body, "533"), share(body, "533 km", "m")]).toEqual([0, 0, 0]);
  expect(share({ ...body, unitRequired: false }, "533")).toBe(1);
});

test("of several that accept, the one that earns most counts, with its remark", () => {
  const body: NumericBody = {
    ...question({ id: "near", from: 1500, to: 1600, share: 0.25, remark: { en: "Right century" } }),
    answers: [
      { id: "near", from: 1500, to: 1600, share: 0.25, remark: { en: "Right century" } },
      { id: "exact", value: 1541, remark: { en: "Exactly" } },
    ],
  };
  expect(numeric.grade(body, { number: "1541", unit: null })).toMatchObject({ share: 1, remarks: [{ en: "Exactly" }] });
  expect(numeric.grade(body, { number: "1530", unit: null })).toEqual({
    share: 0.25,
    parts: { answer: "wrong" },
    remarks: [{ en: "Right century" }],
  });
});

test.each([
  ["a range that ends before it begins", question({ id: "a", from: 2, to: 1 }), "quiz:problems.endBeforeBeginning"],
  ["no answer that earns all", question({ id: "a", value: 1, share: 0.5 }), "quiz:problems.noRightChoice"],
  [
    "units without the answers' own",
    question({ id: "a", value: 1 }, { units: units.slice(1) }),
    "quiz:problems.noBaseUnit",
  ],
])("%s: refused", (_, body, message) => {
  const parsed = defineQuestionType(numeric).parseBody(body);
  expect(parsed).toMatchObject({ ok: false });
  expect(JSON.stringify(parsed)).toContain(message);
});
