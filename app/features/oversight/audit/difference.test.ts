import { expect, test } from "vitest";
import { findDifferences } from "./difference.ts";

test("of two states only what differs is told, with the names around it", () => {
  const before = { percent: 50, names: { ar: "منحة", en: "Grant" }, open: true };
  const after = { percent: 60, names: { ar: "منحة", en: "Scholarship" }, open: true };
  expect(findDifferences(before, after)).toEqual([
    { path: ["percent"], before: 50, after: 60 },
    { path: ["names", "en"], before: "Grant", after: "Scholarship" },
  ]);
});

test("where one state alone is told, all of it is", () => {
  expect(findDifferences(null, { amount: 500, state: "paid" })).toEqual([
    { path: ["amount"], before: undefined, after: 500 },
    { path: ["state"], before: undefined, after: "paid" },
  ]);
  expect(findDifferences({ amount: 500 }, undefined)).toEqual([{ path: ["amount"], before: 500, after: undefined }]);
});

test("a mere value has no name, and lists are taken whole", () => {
  expect(findDifferences(false, true)).toEqual([{ path: [], before: false, after: true }]);
  expect(findDifferences({ currencies: ["USD"] }, { currencies: ["USD", "JOD"] })).toEqual([
    { path: ["currencies"], before: ["USD"], after: ["USD", "JOD"] },
  ]);
  expect(findDifferences({ a: 1 }, { a: 1 })).toEqual([]);
});
