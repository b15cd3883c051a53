import fc from "fast-check";
import { expect, it, test } from "vitest";
import { commonOf, daysOf, hijriOf, parseHistoricalDate } from "./historical-date.ts";

/** Days of which both dates are written in the sources or in published tables. */
test.each([
  ["622-07-16", "1-01-01", "the first day of the Hijri calendar"],
  ["1258-02-10", "656-02-04", "the fall of Baghdad, 4 Safar 656"],
  ["1924-03-03", "1342-07-27", "the end of the caliphate, 27 Rajab 1342"],
])("%s is %s: %s", (common, hijri) => {
  const given = parseHistoricalDate(common, "gregorian");
  if (!given) throw new Error("not a date");
  const found = hijriOf(daysOf(given, "gregorian").first);
  const [year, month, day] = hijri.split("-").map(Number);
  expect(found).toMatchObject({ year, month, day });
});

it("goes by the Julian calendar until the Gregorian begins", () => {
  const last = daysOf({ year: 1582, month: 10, day: 4 }, "gregorian").first;
  expect(commonOf(last)).toMatchObject({ year: 1582, month: 10, day: 4, reckoning: "julian" });
  expect(commonOf(last + 1)).toMatchObject({ year: 1582, month: 10, day: 15, reckoning: "gregorian" });
});

it("has no year nought: the day before 1 January 1 is in the year before it", () => {
  const { first } = daysOf({ year: 1 }, "gregorian");
  expect(commonOf(first - 1)).toMatchObject({ year: -1, month: 12, day: 31 });
});

it("finds every day again by its date, in either calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_500_000 }), (number) => {
      const { year, month, day } = commonOf(number);
      expect(daysOf({ year, month, day }, "gregorian").first).toBe(number);
      const hijri = hijriOf(number);
      if (hijri) expect(daysOf(hijri, "hijri").first).toBe(number);
    }),
    { numRuns: 500 },
  );
});
