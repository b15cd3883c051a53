import fc from "fast-check";
import { expect, test } from "vitest";
import { readPercent, writePercent } from "./read-percent.ts";

test.each([
  ["87.5", 8_750],
  [" 87,5 ", 8_750],
  ["87.5%", 8_750],
  ["٪٨٧٫٥", 8_750],
  ["۸۷٫۵٪", 8_750],
  ["\u200E87.5\u200F", 8_750],
  ["0", 0],
  ["100,00", 10_000],
  ["83.33333333", 8_333],
  ["66.666", 6_667],
  ["1.005", 101],
])("%j is read", (typed, share) => {
  expect(readPercent(typed)).toBe(share);
});

test.each(["", "-1", "100.01", "1e2", "8.7.5", "87,5,", "A", "87 of 100", "=1+1", "%", "١٢٣٤"])(
  "%j is refused",
  (typed) => {
    expect(readPercent(typed)).toBeNull();
  },
);

test("what is written is read as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (share) => {
      expect(readPercent(writePercent(share))).toBe(share);
    }),
  );
});
