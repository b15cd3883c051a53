import fc from "fast-check";
import { expect, test } from "vitest";
import { bestDiscount, type Discount, discounted } from "./discount.ts";
import { chargeStep } from "./stripe-amount.ts";

const percent = (percentOff: number): Discount => ({ kind: "percent", percentOff, amountOff: null, currency: null });
const off = (amountOff: number, currency: string): Discount => ({
  kind: "amount",
  percentOff: null,
  amountOff,
  currency,
});
const free: Discount = { kind: "free", percentOff: null, amountOff: null, currency: null };

test.each([
  [9_999, "USD", 33, 6_699],
  [999, "JPY", 50, 499],
  [12_345, "JOD", 10, 11_110],
  [1, "USD", 1, 0],
  [5_000, "USD", 100, 0],
])("%i %s less %i percent leaves %i", (amount, currency, share, left) => {
  expect(discounted({ amount, currency }, percent(share))).toBe(left);
});

test("an amount is taken off its own currency only, and never past nothing", () => {
  expect(discounted({ amount: 5_000, currency: "USD" }, off(1_500, "USD"))).toBe(3_500);
  expect(discounted({ amount: 5_000, currency: "EUR" }, off(1_500, "USD"))).toBe(5_000);
  expect(discounted({ amount: 1_000, currency: "USD" }, off(1_500, "USD"))).toBe(0);
});

test("what is left is always between nothing and the price, and can be charged", () => {
  const currency = fc.constantFrom("USD", "JPY", "JOD", "ISK", "MGA");
  const discount = fc.oneof(
    fc.integer({ min: 1, max: 100 }).map(percent),
    fc.tuple(fc.integer({ min: 1, max: 10_000_000 }), currency).map(([amount, of]) => off(amount, of)),
    fc.constant(free),
  );
  fc.assert(
    fc.property(fc.nat(10_000_000), currency, discount, (units, of, one) => {
      const amount = units * chargeStep(of);
      const left = discounted({ amount, currency: of }, one);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(amount);
      expect(left % chargeStep(of)).toBe(0);
    }),
  );
});

test("of several the one that leaves the least is used, and one that takes nothing off is not", () => {
  const price = { amount: 5_000, currency: "USD" };
  expect(bestDiscount(price, [percent(20), off(1_500, "USD"), off(4_000, "EUR")])).toEqual(off(1_500, "USD"));
  expect(bestDiscount(price, [off(4_000, "EUR")])).toBeUndefined();
});
