import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HIDDEN, hidden, keepsTheLaws, partIds, words } from "#tests/factories/question-laws.ts";
import { defineQuestionType } from "../define-question-type.ts";
import { splitAtGaps } from "./gap-marks.ts";
import { type GapTextBody, gapText } from "./gap-text.ts";

const bodies: fc.Arbitrary<GapTextBody> = fc
  .record({ ids: partIds(6, 6), label: words, right: fc.boolean(), partial: fc.constantFrom("none", "each") })
  .map(({ ids: [a = "", b = "", c = "", d = "", e = "", f = ""], label, right, partial }) => ({
    stem: label,
    text: { en: `One {{${a}}}, two {{ ${b} }}`, ar: `{{${b}}} {{${a}}} {{${f}}}`, fr: `{{${f}}} {{${a}}} {{${b}}}` },
    gaps: [
      {
        id: a,
        kind: "choices" as const,
        choices: [
          { id: c, label, share: right ? 1 : 0 },
          { id: d, label, share: right ? 0 : 1 },
        ],
      },
      { id: b, kind: "text" as const, weight: 2, accepted: [{ id: e, text: HIDDEN, remark: hidden }] },
      { id: f, kind: "number" as const, answers: [{ id: e, value: 1187, remark: hidden }] },
    ],
    partial,
  }))
  .map((body) => ({ ...body, text: { ...body.text, en: `${body.text.en} {{${body.gaps[2]?.id}}}` } }));

describe("every question", () => {
  keepsTheLaws({
    type: gapText,
    bodies,
    answers: ({ gaps }) => {
      const [first, second, third] = gaps;
      const choices = first?.kind === "choices" ? first.choices.map(({ id }) => id) : [];
      return fc
        .tuple(fc.constantFrom("", ...choices), fc.string({ maxLength: 40 }), fc.constantFrom("١١٨٧", "1,187", "x"))
        .map(([a, b, c]) => ({ gaps: { [first?.id ?? ""]: a, [second?.id ?? ""]: b, [third?.id ?? ""]: c } }));
    },
    foreign: [{ gaps: { "of-another-question": "x" } }],
    twin: (body) => ({
      ...body,
      gaps: body.gaps.map((gap) => {
        if (gap.kind === "choices") {
          return { ...gap, choices: gap.choices.map((choice) => ({ ...choice, share: choice.share === 1 ? 0 : 1 })) };
        }
        if (gap.kind === "text") return { ...gap, accepted: [{ id: "z", text: "else" }] };
        return { ...gap, answers: [{ id: "z", value: 2 }] };
      }),
    }),
  });
});

const walls: GapTextBody = {
  stem: { en: "Fill the gaps" },
  text: { en: "Built under {{who}} in {{year}} of {{stone}}.", ar: "بناه {{who}} سنة {{year}} من {{stone}}." },
  gaps: [
    {
      id: "who",
      kind: "choices",
      choices: [
        { id: "s", label: { en: "Suleiman" }, share: 1 },
        { id: "h", label: { en: "Herod" } },
        { id: "o", label: { en: "the Ottomans" }, share: 0.5 },
      ],
    },
    { id: "year", kind: "number", weight: 2, answers: [{ id: "y", from: 1537, to: 1541 }] },
    { id: "stone", kind: "text", accepted: [{ id: "t", text: "lime{stone|}", pattern: true }] },
  ],
  partial: "each",
};

test("each gap earns its share by its weight", () => {
  const answer = { gaps: { who: "o", year: "١٥٤٠" } };
  expect(gapText.grade(walls, answer)).toEqual({
    share: 2.5 / 4,
    parts: { who: "wrong", year: "right", stone: "missed" },
    remarks: [],
  });
  expect(gapText.grade({ ...walls, partial: "none" }, answer).share).toBe(0);
  expect(gapText.key(walls)).toEqual({ gaps: { who: "s", year: "1537", stone: "limestone" } });
});

test("a choice of another gap, or none that there is, does not fit", () => {
  expect(gapText.fits(walls, { gaps: { who: "Suleiman" } })).toBe(false);
  expect(gapText.fits(walls, { gaps: { who: "" } })).toBe(true);
});

test("a text is taken apart at its gaps", () => {
  expect(splitAtGaps("a {{b}}{{ c }} {{D}}")).toEqual([{ text: "a " }, { gap: "b" }, { gap: "c" }, { text: " {{D}}" }]);
});

test.each([
  ["lacks a gap in one language", { ...walls.text, ar: "بناه {{who}} سنة {{year}}" }, "stone"],
  ["has a gap twice", { en: "{{who}} {{year}} {{stone}} {{who}}" }, "who"],
  ["has a gap that is nowhere", { en: "{{who}} {{year}} {{stone}} {{when}}" }, "when"],
])("a text that %s is refused", (_, text, mark) => {
  expect(defineQuestionType(gapText).parseBody({ ...walls, text })).toEqual({
    ok: false,
    problems: [{ path: ["text"], message: `quiz:problems.gapMarks|{"mark":"${mark}"}` }],
  });
});
