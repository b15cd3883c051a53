import { expect, test } from "vitest";
import { type Buyer, choosePrice, type OfferedPrice } from "./choose-price.ts";

const at = new Date("2027-01-10T12:00:00Z");
const buyer: Buyer = { country: "JO", cohortId: null, at };
let made = 0;

function price(overrides: Partial<OfferedPrice> = {}): OfferedPrice {
  made += 1;
  const id = String(made).padStart(4, "0");
  const always = { cohortId: null, countries: null, startsAt: null, endsAt: null };
  return { id, amount: 10_000, currency: "USD", ...always, ...overrides };
}

test("an early bird holds up to the moment it ends, and the usual price from then on", () => {
  const usual = price();
  const early = price({ amount: 12_000, endsAt: at });
  const before = { ...buyer, at: new Date(at.getTime() - 1) };
  expect(choosePrice([usual, early], before)).toBe(early);
  expect(choosePrice([usual, early], buyer)).toBe(usual);
});

test("a price that has not begun is not yet asked", () => {
  const usual = price();
  const later = price({ amount: 1, startsAt: new Date(at.getTime() + 1) });
  expect(choosePrice([usual, later], buyer)).toBe(usual);
  expect(choosePrice([usual, later], { ...buyer, at: later.startsAt ?? at })?.amount).toBe(1);
});

test("her country's price goes before everybody's, dearer or cheaper; who never said where she lives pays the usual", () => {
  const usual = price();
  const jordan = price({ countries: ["JO", "PS"], amount: 20_000 });
  expect(choosePrice([usual, jordan], buyer)).toBe(jordan);
  expect(choosePrice([usual, jordan], { ...buyer, country: "FR" })).toBe(usual);
  expect(choosePrice([usual, jordan], { ...buyer, country: null })).toBe(usual);
});

test("a cohort's own price goes before that of a country, and holds for that cohort alone", () => {
  const jordan = price({ countries: ["JO"], amount: 2_000 });
  const winter = price({ cohortId: "winter" });
  expect(choosePrice([jordan, winter], { ...buyer, cohortId: "winter" })).toBe(winter);
  expect(choosePrice([jordan, winter], { ...buyer, cohortId: "spring" })).toBe(jordan);
  expect(choosePrice([jordan, winter], buyer)).toBe(jordan);
});

test("of two that fit alike the lower is asked, whatever order they come in, and where none holds there is none", () => {
  const [low, high] = [price({ amount: 3_000 }), price({ amount: 4_000 })];
  expect(choosePrice([high, low], buyer)).toBe(low);
  expect(choosePrice([low, high], buyer)).toBe(low);
  expect(choosePrice([], buyer)).toBeUndefined();
});
