import fc from "fast-check";
import { expect, test } from "vitest";
import { programmePrice } from "./programme-price.ts";

const part = (amount: number, held = false, currency = "USD") => ({
  courseId: crypto.randomUUID(),
  price: { amount, currency },
  held,
});

test("what she has is deducted by its share of the courses' prices", () => {
  const whole = { amount: 9_000, currency: "USD" };
  const had = part(2_000, true);
  expect(programmePrice(whole, [had, part(4_000), part(4_000)])).toEqual({
    amount: 7_200,
    deducted: 1_800,
    deductions: [{ courseId: had.courseId, amount: 1_800 }],
  });
  expect(programmePrice(whole, [part(2_000), part(4_000), part(4_000)]).amount).toBe(9_000);
});

test("where the courses' prices say nothing each counts the same", () => {
  const whole = { amount: 9_000, currency: "USD" };
  expect(programmePrice(whole, [part(0, true), part(0), part(0)]).amount).toBe(6_000);
  expect(programmePrice(whole, [part(100, true, "EUR"), part(9_000), part(1)]).amount).toBe(6_000);
});

test("who has all pays nothing, and each course that she has makes it no dearer", () => {
  const prices = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(prices, fc.nat(1_000_000), fc.constantFrom("USD", "JPY", "JOD"), (amounts, units, currency) => {
      const whole = { amount: units * 10, currency };
      let before = Number.POSITIVE_INFINITY;
      for (let held = 0; held <= amounts.length; held += 1) {
        const parts = amounts.map((amount, i) => part(amount, i < held, currency));
        const { amount, deducted, deductions } = programmePrice(whole, parts);
        expect(deductions).toHaveLength(held);
        if (held < amounts.length) expect(deductions.reduce((sum, one) => sum + one.amount, 0)).toBe(deducted);
        expect(amount + deducted).toBe(whole.amount);
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(before);
        before = amount;
      }
      expect(before).toBe(0);
    }),
  );
});
