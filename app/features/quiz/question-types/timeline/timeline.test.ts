import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepsTheLaws, partIds, words } from "#tests/factories/question-laws.ts";
import { defineQuestionType } from "../define-question-type.ts";
import { type TimelineBody, timeline } from "./timeline.ts";
import { hijriYears } from "./years.ts";

const years = fc.integer({ min: -1000, max: 2000 }).filter((year) => year !== 0);

const bodies: fc.Arbitrary<TimelineBody> = fc
  .record({
    ids: partIds(1, 6),
    text: words,
    years: fc.array(years, { minLength: 6, maxLength: 6 }),
    tolerance: fc.nat(50),
    partial: fc.constantFrom("none", "each"),
    calendar: fc.constantFrom("gregorian", "hijri", "both"),
  })
  .map(({ ids, text, years, tolerance, partial, calendar }) => ({
    stem: text,
    axis: { from: -1000, to: 2000 },
    calendar,
    events: ids.map((id, index) => ({ id, text, year: years[index] ?? 1, tolerance })),
    partial,
  }));

describe("every question", () => {
  keepsTheLaws({
    type: timeline,
    bodies,
    answers: ({ events }) =>
      fc
        .array(fc.tuple(fc.constantFrom(...events), years))
        .map((given) => ({ years: Object.fromEntries(given.map(([{ id }, year]) => [id, year])) })),
    foreign: [{ years: { "of-another-question": 1 } }],
    twin: (body) => ({
      ...body,
      events: [...body.events].reverse().map((event) => ({ ...event, year: 77, tolerance: 3 })),
    }),
  });
});

const city: TimelineBody = {
  stem: { en: "When?" },
  axis: { from: -100, to: 1600 },
  calendar: "both",
  events: [
    { id: "dome", text: { en: "The Dome is finished" }, year: 691, tolerance: 2 },
    { id: "temple", text: { en: "Rebuilding begins" }, year: -1, tolerance: 2 },
  ],
  partial: "each",
};

test("an event is right within its tolerance, also across the beginning of the era, where there is no year 0", () => {
  const share = (dome: number, temple: number) => timeline.grade(city, { years: { dome, temple } }).share;
  expect([share(693, -3), share(694, 2), share(689, 3), share(688, 1)]).toEqual([1, 0.5, 0.5, 0.5]);
});

test.each([
  ["an axis that ends before it begins", { ...city, axis: { from: 700, to: 600 } }, ["axis", "to"]],
  ["an event beside the axis", { ...city, axis: { from: -100, to: 600 } }, ["events", 0, "year"]],
  ["the year 0", { ...city, axis: { from: 0, to: 1600 } }, ["axis", "from"]],
])("%s is refused", (_, body, path) => {
  expect(defineQuestionType(timeline).parseBody(body)).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([expect.objectContaining({ path })]),
  });
});

test.each([
  [621, null],
  [622, { first: 1, last: 1 }],
  [691, { first: 71, last: 72 }],
  [1187, { first: 582, last: 583 }],
  [1517, { first: 922, last: 923 }],
  [2026, { first: 1447, last: 1448 }],
  [-1, null],
])("the year %i touches these Hijri years", (year, expected) => {
  expect(hijriYears(year)).toEqual(expected);
});
