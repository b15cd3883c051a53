import { expect, test } from "vitest";
import type { PlacePrices } from "./find-buying.server.ts";
import { lowestPrice, offeredChoices, readShown, singlePrice, writeShown } from "./offered-choices.ts";

const price = (amount: number, overrides: Partial<PlacePrices["usual"]> = {}) => {
  return { amount, currency: "USD", labels: null, endsAt: null, ...overrides };
};
const cohorts = [{ id: "winter" }, { id: "spring" }];
const prices: PlacePrices = { usual: price(4_900), cohorts: { winter: price(3_900), gone: price(1) } };

test("each choice has its own price, in the order in which they are offered, and what is not offered has none", () => {
  const asked = ({ value, price: { amount } }: { value: string; price: { amount: number } }) => [value, amount];
  const both = [
    ["own-pace", 4_900],
    ["winter", 3_900],
    ["spring", 4_900],
  ];
  expect(offeredChoices(prices, { selfPaced: true, cohorts }).map(asked)).toEqual(both);
  expect(offeredChoices(prices, { selfPaced: false, cohorts }).map(asked)).toEqual(both.slice(1));
  expect(offeredChoices(prices, { selfPaced: false, cohorts: [] }).map(asked)).toEqual([["own-pace", 4_900]]);
});

test("one price is said where all choices cost the same until the same time and for the same reason", () => {
  const of = (...all: PlacePrices["usual"][]) => all.map((one, i) => ({ value: String(i), price: one }));
  const until = new Date("2027-01-01T00:00:00Z");
  expect(singlePrice(of(price(5), price(5)))).toEqual(price(5));
  expect(singlePrice(of(price(5), price(5, { endsAt: until })))).toBeUndefined();
  expect(singlePrice(of(price(5), price(5, { labels: { en: "Early" } })))).toBeUndefined();
  expect(singlePrice(of(price(5), price(5, { currency: "EUR" })))).toBeUndefined();
  expect(singlePrice(of(price(5, { endsAt: until }), price(5, { endsAt: new Date(until) })))?.amount).toBe(5);
});

test("the least is that of one currency", () => {
  const of = (...all: PlacePrices["usual"][]) => all.map((one, i) => ({ value: String(i), price: one }));
  expect(lowestPrice(of(price(7), price(5), price(6)))?.amount).toBe(5);
  expect(lowestPrice(of(price(7), price(5, { currency: "EUR" })))).toBeUndefined();
  expect(lowestPrice([])).toBeUndefined();
});

test("what was shown comes back for the choice that was made, and nothing from what was not written so", () => {
  const shown = writeShown(offeredChoices(prices, { selfPaced: true, cohorts }));
  expect(readShown(shown, "winter")).toEqual({ amount: 3_900, currency: "USD" });
  expect(readShown(shown, "own-pace")).toEqual({ amount: 4_900, currency: "USD" });
  expect(readShown(shown, "gone")).toBeUndefined();
  for (const bent of ["", "winter", "winter:-5:USD", "winter:5:dollars", "winter:5e9:USD", "x winter:5"]) {
    expect(readShown(bent, "winter")).toBeUndefined();
  }
});
