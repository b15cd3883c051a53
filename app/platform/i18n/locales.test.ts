import { expect, test } from "vitest";
import { inLocale } from "./locales.ts";

test.each(["/en//evil.example", "/en/\\evil.example", "/en///evil.example"])(
  "%s leads to no other site where its language is taken off",
  (path) => {
    expect(inLocale(path, undefined)).toBe("/evil.example");
    expect(inLocale(path, "fr")).toBe("/fr/evil.example");
  },
);
