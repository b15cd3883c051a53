import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepsTheLaws, partIds, words } from "#tests/factories/question-laws.ts";
import { type CategoriseBody, categorise } from "./categorise.ts";

const bodies: fc.Arbitrary<CategoriseBody> = fc
  .record({ ids: partIds(5, 9), turn: fc.nat(), text: words, partial: fc.constantFrom("none", "each") })
  .map(({ ids, turn, text, partial }) => {
    const categories = ids.slice(0, 3).map((id) => ({ id, label: text }));
    const items = ids.slice(3).map((id, index) => ({ id, text, category: categories[(index + turn) % 3]?.id ?? "" }));
    return { stem: text, categories, items, partial };
  });

describe("every question", () => {
  keepsTheLaws({
    type: categorise,
    bodies,
    answers: ({ items, categories }) =>
      fc
        .array(fc.tuple(fc.constantFrom(...items), fc.constantFrom(...categories)))
        .map((pairs) => ({ placed: Object.fromEntries(pairs.map(([item, category]) => [item.id, category.id])) })),
    foreign: [{ placed: { "of-another-question": "x" } }],
    twin: (body) => ({
      ...body,
      items: [...body.items].reverse().map((item) => ({ ...item, category: body.categories[0]?.id ?? "" })),
    }),
  });
});

test("each thing earns its share in its own kind, or all of them together", () => {
  const body: CategoriseBody = {
    stem: { en: "Whose is it?" },
    categories: [
      { id: "m", label: { en: "Mamluk" } },
      { id: "o", label: { en: "Ottoman" } },
    ],
    items: ["m", "m", "o", "o"].map((category, index) => ({ id: `i${index}`, text: { en: "x" }, category })),
    partial: "each",
  };
  const answer = { placed: { i0: "m", i1: "o", i2: "o" } };
  expect(categorise.grade(body, answer)).toMatchObject({
    share: 0.5,
    parts: { i0: "right", i1: "wrong", i2: "right", i3: "missed" },
  });
  expect(categorise.grade({ ...body, partial: "none" }, answer).share).toBe(0);
  expect(categorise.fits(body, { placed: { i0: "i1" } })).toBe(false);
});
