import { expect, test } from "vitest";
import { type Conditions, waitFor } from "./wait-for.ts";

const now = new Date("2027-01-10T00:00:00Z");
const later = "2027-02-01T08:00:00.000Z";
const sooner = "2027-01-20T08:00:00.000Z";
const before = "2027-01-01T08:00:00.000Z";

type Asked = { toDo?: string[]; startsAt?: string };

function wait(conditions: Conditions[], { toDo = [], startsAt = "2027-01-05T00:00:00Z" }: Asked = {}) {
  return waitFor(conditions, { startsAt: new Date(startsAt), isToDo: (id) => toDo.includes(id), now });
}

test("a lesson without conditions is open", () => {
  expect(wait([])).toBeNull();
  expect(wait([{}])).toBeNull();
});

test("a lesson opens at its time", () => {
  expect(wait([{ opensAt: later }])).toEqual({ for: "later", opensAt: new Date(later) });
  expect(wait([{ opensAt: before }])).toBeNull();
  expect(wait([{ opensAt: now.toISOString() }])).toBeNull();
});

test("a lesson opens so many days after the enrolment or the cohort began", () => {
  expect(wait([{ dripDays: 7 }])).toEqual({ for: "later", opensAt: new Date("2027-01-12T00:00:00Z") });
  expect(wait([{ dripDays: 5 }])).toBeNull();
  expect(wait([{ dripDays: 0 }])).toBeNull();
});

test("a lesson opens when what it asks for is completed, and what the course no longer has is not asked for", () => {
  expect(wait([{ requires: ["a", "b", "gone"] }], { toDo: ["b", "c"] })).toEqual({ for: "first", lessonIds: ["b"] });
  expect(wait([{ requires: ["a"] }], { toDo: ["b"] })).toBeNull();
});

test("its day comes before what it asks for", () => {
  expect(wait([{ opensAt: later, requires: ["a"] }], { toDo: ["a"] })?.for).toBe("later");
  expect(wait([{ opensAt: before, requires: ["a"] }], { toDo: ["a"] })?.for).toBe("first");
});

test("of two releases the kinder one counts", () => {
  expect(wait([{ opensAt: later }, {}])).toBeNull();
  expect(wait([{}, { opensAt: later }])).toBeNull();
  expect(wait([{ opensAt: later }, { opensAt: sooner }])).toEqual({ for: "later", opensAt: new Date(sooner) });
  expect(wait([{ opensAt: later }, { requires: ["a"] }], { toDo: ["a"] })).toEqual({ for: "first", lessonIds: ["a"] });
});
