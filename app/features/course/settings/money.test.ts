import { expect, test } from "vitest";
import { decimalsOf } from "#app/platform/i18n/currency.ts";
import { amountOf, minorUnitsOf } from "./money.ts";

test.each([
  ["12.50", "USD", 1250],
  ["12,5", "EUR", 1250],
  ["0", "USD", 0],
  ["1500", "JPY", 1500],
  ["1.500", "JOD", 1500],
  ["1,5", "KWD", 1500],
  ["١٢٫٥٠", "USD", 1250],
  ["۱۲٫۵", "PKR", 1250],
])("%s %s is %i minor units, and is written so again", (typed, currency, minor) => {
  expect(minorUnitsOf(typed, currency)).toBe(minor);
  expect(minorUnitsOf(amountOf(minor, currency), currency)).toBe(minor);
});

test.each([
  ["12.505", "USD"],
  ["1.5", "JPY"],
  ["1,500", "USD"],
  ["-1", "USD"],
  ["1e3", "USD"],
  ["free", "USD"],
  ["", "USD"],
  ["99999999999", "USD"],
  ["30000000.00", "USD"],
])("%j %s is no amount", (typed, currency) => {
  expect(minorUnitsOf(typed, currency)).toBeNull();
});

test("a currency has as many decimals as it has", () => {
  expect(["JPY", "USD", "PKR", "LBP", "JOD", "IQD"].map(decimalsOf)).toEqual([0, 2, 2, 2, 3, 3]);
});
