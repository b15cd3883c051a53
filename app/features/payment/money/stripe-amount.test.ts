import fc from "fast-check";
import { expect, test } from "vitest";
import { chargeStep, fromStripeAmount, roundToCharge, toStripeAmount } from "./stripe-amount.ts";

const currencies = ["USD", "EUR", "JPY", "KRW", "JOD", "KWD", "TND", "ISK", "UGX", "MGA", "VND", "TRY", "MYR", "PKR"];

test.each([
  ["USD", 4_900, 4_900],
  ["JPY", 5_000, 5_000],
  ["JOD", 35_000, 35_000],
  ["ISK", 700, 70_000],
  ["UGX", 10_000, 1_000_000],
  ["MGA", 500_000, 5_000],
])("an amount of %s goes to Stripe as it reckons and comes back the same", (currency, ours, theirs) => {
  expect(toStripeAmount(ours, currency)).toBe(theirs);
  expect(fromStripeAmount(theirs, currency.toLowerCase())).toBe(ours);
});

test("what cannot be charged is refused: a thousandth of a dinar, part of an ariary, less than nothing", () => {
  expect(() => toStripeAmount(35_005, "JOD")).toThrow(RangeError);
  expect(() => toStripeAmount(150, "MGA")).toThrow(RangeError);
  expect(() => toStripeAmount(-100, "USD")).toThrow(RangeError);
  expect(() => toStripeAmount(10.5, "USD")).toThrow(RangeError);
  expect(() => fromStripeAmount(50, "isk")).toThrow(RangeError);
});

test("whatever is rounded to be charged is, never dearer, and by less than a step", () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), fc.constantFrom(...currencies), (amount, currency) => {
      const rounded = roundToCharge(amount, currency);
      expect(rounded).toBeLessThanOrEqual(amount);
      expect(amount - rounded).toBeLessThan(chargeStep(currency));
      expect(fromStripeAmount(toStripeAmount(rounded, currency), currency)).toBe(rounded);
    }),
  );
});
