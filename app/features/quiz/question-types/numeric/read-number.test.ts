import { expect, test } from "vitest";
import { readNumber } from "./read-number.ts";

const read = (typed: string) => readNumber(typed).map(({ n, d }) => Number(n) / Number(d));

test.each([
  ["1538", 1538],
  [" -12.5 ", -12.5],
  ["−7", -7],
  ["+3", 3],
  [".5", 0.5],
  ["١٥٣٨", 1538],
  ["۱۵۳۸", 1538],
  ["٣٫٥", 3.5],
  ["١٬٢٣٤٬٥٦٧", 1_234_567],
  ["١٬٢٣٤٫٥", 1234.5],
  ["٣،٥", 3.5],
  ["1,5", 1.5],
  ["1,234,567.25", 1_234_567.25],
  ["1.234.567,25", 1_234_567.25],
  ["1 234 567", 1_234_567],
  ["1\u202f234,5", 1234.5],
  ["1'234'567", 1_234_567],
  ["\u200f٧٠\u200e", 70],
  ["1.5e3", 1500],
  ["1,5 × 10^3", 1500],
  ["2e-3", 0.002],
  ["0,500", 0.5],
])("%j is %d", (typed, number) => {
  expect(read(typed)).toEqual([number]);
});

test("what may be read in two ways is read in both", () => {
  expect(read("1,234").sort()).toEqual([1.234, 1234]);
  expect(read("1.234").sort()).toEqual([1.234, 1234]);
});

test.each(["", "abc", "12 34", "1,2,3", "--4", "1e9999", "٣ أو ٤", "1.2.3", "9".repeat(81)])(
  "%j is no number",
  (typed) => {
    expect(readNumber(typed)).toEqual([]);
  },
);
