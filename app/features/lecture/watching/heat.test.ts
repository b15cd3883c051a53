import { expect, test } from "vitest";
import { columnSeconds, type HeatColumn, partHeat, stepPath } from "./heat.ts";
import { writeHeatCsv } from "./write-heat-csv.ts";

const column = (from: number, to: number, watched: number, stopped: number): HeatColumn => ({
  from,
  to,
  watched,
  rewatched: 0,
  skipped: 1,
  unreached: 0.5,
  stopped,
});

test("any length has at most three hundred columns of whole seconds", () => {
  for (const length of [1, 299, 300, 301, 5_400, 86_400]) {
    const seconds = columnSeconds(length);
    expect(Number.isInteger(seconds)).toBe(true);
    expect(Math.ceil(length / seconds)).toBeLessThanOrEqual(300);
  }
});

test("parts say the same as their columns: learners on average over the seconds, and all who stopped", () => {
  const columns = [column(0, 10, 4, 1), column(10, 20, 2, 0), column(20, 25, 1, 3)];
  expect(partHeat(columns, 2)).toEqual([{ ...column(0, 20, 3, 1) }, { ...column(20, 25, 1, 3) }]);
  expect(partHeat(columns, 1)).toEqual([column(0, 25, 2.6, 4)]);
  expect(partHeat(columns, 20)).toEqual(columns);
  expect(partHeat([], 20)).toEqual([]);
});

test("a curve steps from value to value and is closed along the base, also where nobody watched", () => {
  expect(stepPath([1, 2], { height: 100, most: 2 })).toBe("M0 100V50H1V0H2V100Z");
  expect(stepPath([0], { height: 100, most: 0 })).toBe("M0 100V100H1V100Z");
});

test("a table to take away has a line for each column, and heads that may hold anything", () => {
  const heat = { learners: 5, finished: 0, medianShare: 0.5, columns: [column(0, 10, 1 / 3, 2)] };
  const csv = writeHeatCsv(heat, (figure) => (figure === "from" ? 'said "from", so' : figure));
  expect(csv).toBe(
    '\uFEFF"said ""from"", so","to","watched","rewatched","skipped","unreached","stopped"\r\n0,10,0.33,0,1,0.5,2\r\n',
  );
});
