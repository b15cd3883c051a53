import { expect, test } from "vitest";
import words from "#app/locales/en/question-import.json" with { type: "json" };
import { lossCodes, reasonCodes } from "./loss-codes.ts";

test("every loss and every reason has its words, and no words are left over", () => {
  expect(Object.keys(words.losses).sort()).toEqual([...lossCodes].sort());
  expect(Object.keys(words.reasons).sort()).toEqual([...reasonCodes].sort());
});
