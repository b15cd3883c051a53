import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_MINOR, readAmount, writeAmount } from "./amount.ts";
import { decimalsOf } from "./currency.ts";

test.each([
  ["12.50", "USD", 1250],
  ["12,5", "EUR", 1250],
  ["0", "USD", 0],
  ["007", "USD", 700],
  ["1500", "JPY", 1500],
  ["1.500", "JOD", 1500],
  ["1,5", "KWD", 1500],
  ["0,500", "TND", 500],
  ["1500,250", "TND", 1_500_250],
  ["١٢٫٥٠", "USD", 1250],
  ["۱۲٫۵", "PKR", 1250],
  ["١٬٢٠٠٫٥٠", "USD", 120_050],
  ["1,234.50", "USD", 123_450],
  ["1.234,50", "EUR", 123_450],
  ["1\u202f234,50", "EUR", 123_450],
  ["1,500,000", "JPY", 1_500_000],
  ["\u200f 12.50\u200e ", "USD", 1250],
  ["20000000.00", "USD", MOST_MINOR],
])("%j %s is %i minor units, and is written so again", (typed, currency, amount) => {
  expect(readAmount(typed, currency)).toEqual({ amount });
  expect(readAmount(writeAmount(amount, currency), currency)).toEqual({ amount });
});

test.each([
  ["12.505", "USD", "tooManyDecimals"],
  ["1.5", "JPY", "tooManyDecimals"],
  ["1,500", "USD", "tooManyDecimals"],
  ["1,500", "JOD", "ambiguous"],
  ["٣٥,٠٠٠", "JOD", "ambiguous"],
  ["-1", "USD", "notAnAmount"],
  ["+1", "USD", "notAnAmount"],
  ["1e3", "USD", "notAnAmount"],
  ["$12", "USD", "notAnAmount"],
  ["free", "USD", "notAnAmount"],
  ["", "USD", "notAnAmount"],
  [".", "USD", "notAnAmount"],
  ["12.", "USD", "notAnAmount"],
  ["1,23,456", "USD", "notAnAmount"],
  ["1 2", "USD", "notAnAmount"],
  ["1.234.5", "USD", "notAnAmount"],
  ["99999999999", "USD", "tooLarge"],
  ["20000000.01", "USD", "tooLarge"],
  ["9".repeat(400), "JPY", "tooLarge"],
])("%j %s is refused as %s", (typed, currency, fault) => {
  expect(readAmount(typed, currency)).toEqual({ fault });
});

test("whatever is written is read as the same amount", () => {
  const currency = fc.constantFrom("USD", "JPY", "JOD", "IQD", "ISK", "MGA");
  fc.assert(
    fc.property(fc.nat(MOST_MINOR), currency, (amount, of) => {
      expect(readAmount(writeAmount(amount, of), of)).toEqual({ amount });
    }),
  );
});

test("whatever is typed, what comes out is a whole amount within bounds, or a reason", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789٠٥۵.,٫٬ '-"), maxLength: 16 });
  fc.assert(
    fc.property(digits, fc.constantFrom("USD", "JPY", "JOD"), (typed, currency) => {
      const read = readAmount(typed, currency);
      if ("fault" in read) return;
      expect(Number.isSafeInteger(read.amount)).toBe(true);
      expect(read.amount).toBeGreaterThanOrEqual(0);
      expect(read.amount).toBeLessThanOrEqual(MOST_MINOR);
    }),
  );
});

test("a currency has as many decimals as it has", () => {
  expect(["JPY", "USD", "PKR", "LBP", "JOD", "IQD"].map(decimalsOf)).toEqual([0, 2, 2, 2, 3, 3]);
});
