import { expect, test } from "vitest";
import { isSameBody } from "./canonical-body.ts";
import { compareBodies } from "./compare-bodies.ts";

const choice = (id: string, en: string) => ({ id, text: { en } });

test("says what changed, where it stands, and nothing of what moved", () => {
  const before = { stem: { en: "Who?" }, choices: [choice("a", "Herod"), choice("b", "Suleiman")] };
  const after = { stem: { en: "Who?", ar: "من؟" }, choices: [choice("b", "Suleiman I"), choice("a", "Herod")] };
  expect(compareBodies(before, after)).toEqual([
    { where: [{ key: "stem" }, { key: "ar" }], before: null, after: "من؟" },
    {
      where: [{ key: "choices" }, { number: 1 }, { key: "text" }, { key: "en" }],
      before: "Suleiman",
      after: "Suleiman I",
    },
    { where: [{ key: "choices" }, { key: "order" }], before: null, after: null },
  ]);
});

test("a part that came or went is told by what it says", () => {
  const two = { choices: [choice("a", "Herod"), choice("b", "Suleiman")] };
  const one = { choices: [choice("a", "Herod")] };
  const where = [{ key: "choices" }, { number: 2 }, { key: "text" }, { key: "en" }];
  expect(compareBodies(one, two)).toEqual([{ where, before: null, after: "Suleiman" }]);
  expect(compareBodies(two, one)).toEqual([{ where, before: "Suleiman", after: null }]);
  expect(compareBodies(two, two)).toEqual([]);
});

test("two bodies are the same in whatever order their keys stand", () => {
  expect(isSameBody({ a: 1, b: { c: 2, d: undefined } }, { b: { c: 2 }, a: 1 })).toBe(true);
  expect(isSameBody({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});
