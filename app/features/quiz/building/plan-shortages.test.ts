import { expect, test } from "vitest";
import type { FrozenPlan } from "../quiz-plan.ts";
import { missingLocales } from "./missing-locales.ts";
import { shortagesOf } from "./plan-shortages.ts";

function planOf(...slots: [id: string, count: number, versionIds: string][]): FrozenPlan {
  const made = slots.map(([id, count, ids]) => ({ id, count, points: 1_000, from: { versionIds: [...ids] } }));
  return { sections: [{ id: "all", titles: {}, slots: made }] };
}

test("a slot whose question is gone is missing, a pool that holds fewer than it should give is too small", () => {
  const shortages = shortagesOf(planOf(["gone", 1, ""], ["small", 3, "ab"], ["whole", 2, "cde"]));
  expect([...shortages]).toEqual([
    ["gone", "missing"],
    ["small", "tooFew"],
  ]);
});

test("a pool whose questions other slots take may run short", () => {
  expect([...shortagesOf(planOf(["one", 1, "a"], ["two", 1, "b"], ["pool", 2, "abc"]))]).toEqual([
    ["pool", "mayRunShort"],
  ]);
  expect([...shortagesOf(planOf(["first", 2, "abcd"], ["second", 3, "abcd"]))]).toEqual([["second", "mayRunShort"]]);
  expect([...shortagesOf(planOf(["first", 2, "abcd"], ["second", 2, "abcd"]))]).toEqual([]);
});

test("a language is missing where a text has it not that another language has", () => {
  const texts = [{ ar: "سؤال", en: "Question" }, { ar: "جواب" }, {}, { ar: " " }];
  expect(missingLocales(texts, ["ar", "en"])).toEqual(["en"]);
  expect(missingLocales(texts, ["ar"])).toEqual([]);
});
