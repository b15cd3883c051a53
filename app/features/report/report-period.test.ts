import { expect, test } from "vitest";
import { readPeriod } from "./report-period.ts";

test("a period may be open at either end", () => {
  expect(readPeriod({})).toEqual({ period: { from: null, until: null }, errors: {} });
  expect(readPeriod({ from: "2026-03-01" }).period).toEqual({ from: "2026-03-01", until: null });
  expect(readPeriod({ from: "2026-03-01", until: "2026-03-01" })).toEqual({
    period: { from: "2026-03-01", until: "2026-03-01" },
    errors: {},
  });
});

test("a day that there is not is told beside its field, and nothing is narrowed", () => {
  expect(readPeriod({ from: "2026-01-01", until: "2026-02-31" })).toEqual({
    period: { from: null, until: null },
    errors: { until: "report:errors.badDay" },
  });
  expect(readPeriod({ from: "last week" }).errors).toEqual({ from: "report:errors.badDay" });
});

test("an end before the beginning is told beside the end", () => {
  expect(readPeriod({ from: "2026-03-02", until: "2026-03-01" })).toEqual({
    period: { from: null, until: null },
    errors: { until: "report:errors.endsFirst" },
  });
});
