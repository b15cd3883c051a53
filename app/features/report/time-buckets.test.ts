import fc from "fast-check";
import { expect, test } from "vitest";
import { timeSteps } from "./report-parts.ts";
import { countInBuckets, planBuckets } from "./time-buckets.ts";

const open = { from: null, until: null };

test("days without anything stand between those with something, up to today", () => {
  const plan = planBuckets(["2026-02-27", "2026-03-02"], { asked: undefined, period: open, today: "2026-03-03" });
  expect(plan.step).toBe("day");
  expect(plan.list.map(({ from }) => from)).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
    "2026-03-03",
  ]);
  expect(countInBuckets(plan, [{ day: "2026-03-02", count: 2 }])).toEqual([0, 0, 0, 2, 0]);
});

test("weeks begin on Monday, and months on their first day", () => {
  const days = ["2026-11-22", "2026-11-23"];
  const week = planBuckets(days, { asked: "week", period: open, today: "2026-11-23" });
  expect(week.list).toEqual([
    { from: "2026-11-16", to: "2026-11-22" },
    { from: "2026-11-23", to: "2026-11-29" },
  ]);
  const month = planBuckets(["2026-01-31", "2026-02-01"], { asked: "month", period: open, today: "2026-02-10" });
  expect(month.list).toEqual([
    { from: "2026-01-01", to: "2026-01-31" },
    { from: "2026-02-01", to: "2026-02-28" },
  ]);
});

test("where nobody chose, a longer time is cut into longer steps", () => {
  const stepFrom = (day: string) => planBuckets([day], { asked: undefined, period: open, today: "2026-11-22" }).step;
  expect([stepFrom("2026-11-01"), stepFrom("2026-05-01"), stepFrom("2024-01-01")]).toEqual(["day", "week", "month"]);
});

test("more days than can be told apart are drawn as weeks, though days were chosen", () => {
  const plan = planBuckets(["2023-01-01"], { asked: "day", period: open, today: "2026-11-22" });
  expect(plan.step).toBe("week");
});

test("the end of the period that was asked for ends the plot, but never after today", () => {
  const lastOf = (until: string) =>
    planBuckets(["2026-03-01"], { asked: "day", period: { from: null, until }, today: "2026-03-10" }).list.at(-1)?.to;
  expect([lastOf("2026-03-05"), lastOf("2026-12-31")]).toEqual(["2026-03-05", "2026-03-10"]);
});

test("nothing is nothing", () => {
  expect(planBuckets([], { asked: undefined, period: open, today: "2026-03-10" }).list).toEqual([]);
});

test("whatever the days and the step, each is counted once, in a bucket that holds it", () => {
  const day = fc
    .integer({ min: 0, max: 3_000 })
    .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
  const counted = fc.array(fc.record({ day, count: fc.integer({ min: 1, max: 50 }) }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(counted, fc.constantFrom(undefined, ...timeSteps), (days, asked) => {
      const plan = planBuckets(
        days.map((one) => one.day),
        { asked, period: open, today: "2028-12-31" },
      );
      const sums = countInBuckets(plan, days);
      expect(sums.reduce((all, one) => all + one, 0)).toBe(days.reduce((all, { count }) => all + count, 0));
      for (const one of days)
        expect(plan.list.filter(({ from, to }) => from <= one.day && one.day <= to)).toHaveLength(1);
    }),
  );
});
