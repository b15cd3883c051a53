import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepsTheLaws, partIds, showOptions, words } from "#tests/factories/question-laws.ts";
import { type OrderingBody, ordering } from "./ordering.ts";

const bodies: fc.Arbitrary<OrderingBody> = fc
  .record({ ids: partIds(2, 7), text: words, partial: fc.constantFrom("none", "pairs", "positions") })
  .map(({ ids, text, partial }) => ({ stem: text, items: ids.map((id) => ({ id, text })), partial }));

describe("every question", () => {
  keepsTheLaws({
    type: ordering,
    bodies,
    answers: ({ items }) => {
      const all = items.map(({ id }) => id);
      return fc.shuffledSubarray(all, { minLength: all.length }).map((order) => ({ order }));
    },
    foreign: [{ order: ["of-another-question"] }],
    twin: (body) => ({ ...body, items: [...body.items].reverse() }),
  });
});

const rulers = (partial: OrderingBody["partial"]): OrderingBody => ({
  stem: { en: "From the earliest to the latest" },
  items: ["umayyad", "fatimid", "ayyubid", "mamluk", "ottoman"].map((id) => ({ id, text: { en: id } })),
  partial,
});
const share = (partial: OrderingBody["partial"], order: string) =>
  ordering.grade(rulers(partial), { order: order.split(" ") }).share;

test("the last put first loses every place, but only one pair of neighbours", () => {
  const order = "ottoman umayyad fatimid ayyubid mamluk";
  expect([share("none", order), share("positions", order), share("pairs", order)]).toEqual([0, 0, 3 / 4]);
});

test("two changed for each other keep the places of the rest", () => {
  const order = "fatimid umayyad ayyubid mamluk ottoman";
  expect([share("none", order), share("positions", order), share("pairs", order)]).toEqual([0, 3 / 5, 2 / 4]);
});

test("half an order does not fit", () => {
  expect(ordering.fits(rulers("none"), { order: ["umayyad", "fatimid"] })).toBe(false);
  expect(ordering.answer.safeParse({ order: ["umayyad", "umayyad"] }).success).toBe(false);
});

test("the right order is as likely to be shown as any other", () => {
  const three = { ...rulers("none"), items: rulers("none").items.slice(0, 3) };
  const shown = Array.from({ length: 600 }, (_, seed) =>
    ordering
      .show(three, showOptions(seed))
      .items.map(({ id }) => id)
      .join(" "),
  );
  const rightly = shown.filter((order) => order === "umayyad fatimid ayyubid").length;
  expect(new Set(shown).size).toBe(6);
  expect(rightly).toBeGreaterThan(60);
  expect(rightly).toBeLessThan(140);
});
