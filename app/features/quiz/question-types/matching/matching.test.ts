import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepsTheLaws, partIds, words } from "#tests/factories/question-laws.ts";
import { defineQuestionType } from "../define-question-type.ts";
import { type MatchingBody, matching } from "./matching.ts";

const bodies: fc.Arbitrary<MatchingBody> = fc
  .record({ ids: partIds(4, 9), turn: fc.nat(), text: words, partial: fc.constantFrom("none", "each") })
  .map(({ ids, turn, text, partial }) => {
    const [first, ...rest] = [ids.slice(0, 2), ids.slice(2)];
    const responses = rest.flat();
    return {
      stem: text,
      premises: (first ?? []).map((id, index) => ({
        id,
        text,
        match: responses[(index + turn) % responses.length] ?? "",
      })),
      responses: responses.map((id) => ({ id, label: text })),
      partial,
    };
  });

describe("every question", () => {
  keepsTheLaws({
    type: matching,
    bodies,
    answers: ({ premises, responses }) =>
      fc
        .array(fc.tuple(fc.constantFrom(...premises), fc.constantFrom(...responses)))
        .map((pairs) => ({ pairs: Object.fromEntries(pairs.map(([premise, response]) => [premise.id, response.id])) })),
    foreign: [{ pairs: { "of-another-question": "x" } }],
    twin: (body) => ({
      ...body,
      premises: body.premises.map((premise, index) => ({ ...premise, match: body.responses[index]?.id ?? "" })),
      responses: [...body.responses].reverse(),
    }),
  });
});

const rulers: MatchingBody = {
  stem: { ar: "صل بين البناء وبانيه" },
  premises: [
    { id: "dome", text: { ar: "قبة الصخرة" }, match: "malik" },
    { id: "wall", text: { ar: "السور" }, match: "sultan" },
    { id: "church", text: { ar: "كنيسة القيامة" }, match: "emperor" },
  ],
  responses: ["malik", "sultan", "emperor", "nobody"].map((id) => ({ id, label: { ar: id } })),
  partial: "each",
};

test("each pair earns its share, or all of them together", () => {
  const answer = { pairs: { dome: "malik", wall: "nobody" } };
  expect(matching.grade(rulers, answer)).toEqual({
    share: 1 / 3,
    parts: { dome: "right", wall: "wrong", church: "missed" },
    remarks: [],
  });
  expect(matching.grade({ ...rulers, partial: "none" }, answer).share).toBe(0);
});

test("a match that is not there is refused, as is an answer that names one", () => {
  expect(matching.fits(rulers, { pairs: { dome: "wall" } })).toBe(false);
  const premises = [{ id: "dome", text: { ar: "ق" }, match: "gone" }];
  expect(defineQuestionType(matching).parseBody({ ...rulers, premises })).toEqual({
    ok: false,
    problems: [{ path: ["premises", 0, "match"], message: "quiz:problems.unknownPart" }],
  });
});
