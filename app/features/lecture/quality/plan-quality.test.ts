import fc from "fast-check";
import { expect, test } from "vitest";
import type { Quality } from "../playback.ts";
import { costOf, formForLine, leftOf, modesOf, nextSmaller, planQuality, type QualityMode } from "./plan-quality.ts";

const MB = 1e6;
const qualities: Quality[] = [
  { name: "720p", bytes: 90 * MB, bitsPerSecond: 1_200_000, height: 720 },
  { name: "360p", bytes: 30 * MB, bitsPerSecond: 400_000, height: 360 },
  { name: "audio", bytes: 6 * MB, bitsPerSecond: 64_000, height: null },
];
const free = {
  qualities,
  wanted: null,
  fellTo: null,
  saveData: false,
  budget: null,
  spentBytes: 0,
  beyondLimit: false,
};
const left = (megabytes: number) => ({ limitBytes: 500 * MB, usedBytes: (500 - megabytes) * MB });

test("without a wish or a limit the form fits itself", () => {
  expect(planQuality(free)).toEqual({ mode: "auto", because: null });
});

test("what was chosen is in force, unless this lecture has no such form", () => {
  expect(planQuality({ ...free, wanted: "audio" })).toEqual({ mode: "audio", because: null });
  expect(planQuality({ ...free, wanted: "1080p" })).toEqual({ mode: "auto", because: null });
});

test("who saves data begins with the smallest picture, unless she chose herself", () => {
  expect(planQuality({ ...free, saveData: true })).toEqual({ mode: "360p", because: "saveData" });
  expect(planQuality({ ...free, saveData: true, wanted: "720p" })).toEqual({ mode: "720p", because: null });
});

test("near the limit the largest form that is left room for is taken", () => {
  expect(planQuality({ ...free, budget: left(100) })).toEqual({ mode: "auto", because: null });
  expect(planQuality({ ...free, budget: left(40) })).toEqual({ mode: "360p", because: "budget" });
  expect(planQuality({ ...free, budget: left(10) })).toEqual({ mode: "audio", because: "budget" });
});

test("beyond the limit there are text and slides, until she asks for this lecture", () => {
  expect(planQuality({ ...free, budget: left(0) })).toEqual({ mode: "slides", because: "spent" });
  expect(planQuality({ ...free, wanted: "720p", budget: left(1) })).toEqual({ mode: "slides", because: "spent" });
  expect(planQuality({ ...free, wanted: "720p", budget: left(1), beyondLimit: true }).mode).toBe("720p");
});

test("a lecture that there was room for plays to its end, though less and less is left", () => {
  for (let spent = 0; spent <= 89; spent += 1) {
    const budget = left(95 - spent);
    expect(planQuality({ ...free, wanted: "720p", budget, spentBytes: spent * MB }).mode).toBe("720p");
  }
});

test("when playing falters the next smaller form is tried, then sound, then text and slides", () => {
  expect(nextSmaller("720p", qualities)).toBe("360p");
  expect(nextSmaller("360p", qualities)).toBe("audio");
  expect(nextSmaller("audio", qualities)).toBe("slides");
  expect(nextSmaller("auto", qualities)).toBe("audio");
  expect(nextSmaller("auto", qualities.slice(0, 2))).toBe("slides");
  expect(planQuality({ ...free, wanted: "720p", fellTo: "audio" })).toEqual({ mode: "audio", because: "stall" });
});

test("a slow line is given a form that it can carry, a small screen none that it cannot show", () => {
  const on = (megabitsPerSecond: number | null, screenHeight: number) =>
    formForLine(qualities, { megabitsPerSecond, screenHeight })?.name;
  expect(on(10, 1080)).toBe("720p");
  expect(on(null, 1080)).toBe("720p");
  expect(on(1, 1080)).toBe("360p");
  expect(on(0.1, 1080)).toBe("360p");
  expect(on(10, 320)).toBe("360p");
});

test("whatever she wants and has left, her limit is kept unless she lifts it", () => {
  const wanted = fc.constantFrom<(QualityMode | null)[]>(null, ...modesOf(qualities));
  const fellTo = fc.constantFrom<(QualityMode | null)[]>(null, "360p", "audio", "slides");
  fc.assert(
    fc.property(wanted, fellTo, fc.boolean(), fc.nat(600), (wish, fell, saveData, used) => {
      const budget = { limitBytes: 500 * MB, usedBytes: used * MB };
      const { mode, because } = planQuality({ ...free, wanted: wish, fellTo: fell, saveData, budget });
      expect(costOf(mode, qualities)).toBeLessThanOrEqual(leftOf(budget));
      if (because === null) expect(mode).toBe(wish ?? "auto");
    }),
  );
});
