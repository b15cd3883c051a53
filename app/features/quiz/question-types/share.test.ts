import { expect, test } from "vitest";
import { add, asShare, compare, fromDigits, fromNumber, multiply, rational, subtract, sum } from "./rational.ts";
import { readShare, shareFromPercent, shareSchema, signedShareSchema } from "./share.ts";

test("sixths add up to the whole, which they do not as the computer's numbers", () => {
  expect(Array.from({ length: 6 }, () => 1 / 6).reduce((a, b) => a + b)).not.toBe(1);
  expect(asShare(sum(Array.from({ length: 6 }, () => readShare("1/6"))))).toBe(1);
});

test("a number is what it says in decimals", () => {
  expect(fromNumber(0.1)).toEqual({ n: 1n, d: 10n });
  expect(fromNumber(-1.5e-7)).toEqual({ n: -3n, d: 20_000_000n });
  expect(fromNumber(2e21)).toEqual({ n: 2_000_000_000_000_000_000_000n, d: 1n });
  expect(fromDigits("12.50", 1)).toEqual({ n: 125n, d: 1n });
});

test("exact numbers are added, subtracted, multiplied and compared", () => {
  const [half, third] = [rational(1, 2), rational(-1, -3)];
  expect(add(half, third)).toEqual({ n: 5n, d: 6n });
  expect(subtract(third, half)).toEqual({ n: -1n, d: 6n });
  expect(multiply(half, third)).toEqual({ n: 1n, d: 6n });
  expect(Math.sign(compare(half, third))).toBe(1);
  expect(compare(half, rational(2, 4))).toBe(0);
});

test("a share never leaves the space between nothing and the whole", () => {
  expect(asShare(rational(-1, 3))).toBe(0);
  expect(asShare(rational(7, 3))).toBe(1);
});

test.each([
  [100, 1],
  [0, 0],
  [25, 0.25],
  [-50, -0.5],
  [33.33333, "1/3"],
  [33.3, "1/3"],
  [-66.667, "-2/3"],
  [14.28571, "1/7"],
  [83.33333, "5/6"],
  [33, 0.33],
])("%s per cent of another program is %s", (percent, share) => {
  expect(shareFromPercent(percent)).toBe(share);
});

test("a share out of bounds, or no fraction at all, is refused", () => {
  for (const share of [1.01, -0.1, "4/3", "1/0", "a", "1/3 "]) expect(shareSchema.safeParse(share).success).toBe(false);
  expect(signedShareSchema.safeParse(-1).success).toBe(true);
  expect(signedShareSchema.safeParse("-4/3").success).toBe(false);
});
