import fc from "fast-check";
import { expect, test } from "vitest";
import { choosePrice } from "#app/features/payment/money/choose-price.ts";
import { ambiguousAmong, isAmbiguous, type PriceToCompare } from "./overlaps.ts";

const day = (n: number) => new Date(Date.UTC(2027, 0, n));
let made = 0;

function price(overrides: Partial<PriceToCompare> = {}): PriceToCompare {
  made += 1;
  const id = String(made).padStart(6, "0");
  return { id, for: "place", cohortId: null, countries: null, startsAt: null, endsAt: null, ...overrides };
}

test("two usual prices for everybody are ambiguous, an early bird beside the usual is not, two early birds are", () => {
  expect(isAmbiguous(price(), price())).toBe(true);
  expect(isAmbiguous(price(), price({ endsAt: day(5) }))).toBe(false);
  expect(isAmbiguous(price({ endsAt: day(9) }), price({ endsAt: day(5) }))).toBe(true);
});

test("prices that follow one another without a gap are not ambiguous, those that share a moment are", () => {
  const first = price({ startsAt: day(1), endsAt: day(5) });
  expect(isAmbiguous(first, price({ startsAt: day(5), endsAt: day(9) }))).toBe(false);
  expect(isAmbiguous(first, price({ startsAt: new Date(day(5).getTime() - 1), endsAt: day(9) }))).toBe(true);
});

test("a price for another cohort, another thing, or for countries that the other does not name is not ambiguous", () => {
  const jordan = price({ countries: ["JO", "PS"] });
  expect(isAmbiguous(jordan, price({ countries: ["FR"] }))).toBe(false);
  expect(isAmbiguous(jordan, price({ countries: ["EG", "PS"] }))).toBe(true);
  expect(isAmbiguous(jordan, price())).toBe(false);
  expect(isAmbiguous(price(), price({ cohortId: "winter" }))).toBe(false);
  expect(isAmbiguous(price(), price({ for: "certificate" }))).toBe(false);
});

test("no price is ambiguous by itself, and what has ended does not count", () => {
  const one = price();
  expect(isAmbiguous(one, one)).toBe(false);
  const [old, older] = [price({ endsAt: day(2) }), price({ endsAt: day(3) })];
  expect(ambiguousAmong([one, old, older], day(4))).toEqual(new Set());
  expect(ambiguousAmong([one, old, older], day(1))).toEqual(new Set([old.id, older.id]));
});

test("where nothing is ambiguous, what anybody pays at any time does not rest on amounts", () => {
  const moment = fc.option(fc.integer({ min: 1, max: 6 }).map(day), { nil: null });
  const some = fc.record({
    cohortId: fc.constantFrom(null, "winter"),
    countries: fc.constantFrom(null, ["JO"], ["JO", "PS"], ["FR"]),
    startsAt: moment,
    endsAt: moment,
  });
  const buyers = fc.record({
    country: fc.constantFrom(null, "JO", "PS", "FR"),
    cohortId: fc.constantFrom(null, "winter"),
    at: fc.integer({ min: 0, max: 7 }).map(day),
  });
  const sane = (one: { startsAt: Date | null; endsAt: Date | null }) =>
    one.startsAt === null || one.endsAt === null || one.startsAt < one.endsAt;
  fc.assert(
    fc.property(fc.array(some.filter(sane), { maxLength: 5 }), buyers, (windows, buyer) => {
      const prices = windows.map((window) => price(window));
      fc.pre(ambiguousAmong(prices, day(0)).size === 0);
      const dear = prices.map((one, i) => ({ ...one, amount: 100 + i, currency: "USD" }));
      const cheap = prices.map((one, i) => ({ ...one, amount: 100 - i, currency: "USD" }));
      expect(choosePrice(dear, buyer)?.id).toBe(choosePrice(cheap, buyer)?.id);
    }),
  );
});
