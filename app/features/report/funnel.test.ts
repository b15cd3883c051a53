import { expect, test } from "vitest";
import { greatestDrops, greatestStops } from "./funnel.ts";

const lesson = (lessonId: string, opened: number, more: { required?: boolean; asked?: number } = {}) => ({
  lessonId,
  opened,
  asked: 100,
  required: true,
  ...more,
});

test("the greatest losses from lesson to lesson come first, the first lesson being lost to those who enrolled", () => {
  const drops = greatestDrops([lesson("a", 80), lesson("b", 78), lesson("c", 40), lesson("d", 30)]);
  expect(drops).toEqual([
    { from: "b", to: "c", before: 0.78, after: 0.4 },
    { from: null, to: "a", before: 1, after: 0.8 },
    { from: "c", to: "d", before: 0.4, after: 0.3 },
  ]);
});

test("an optional lesson that many pass over is no drop, unless all are optional", () => {
  expect(greatestDrops([lesson("a", 98), lesson("b", 10, { required: false }), lesson("c", 97)])).toEqual([]);
  const optional = [lesson("a", 98, { required: false }), lesson("b", 10, { required: false })];
  expect(greatestDrops(optional)).toHaveLength(1);
});

test("a lesson that nobody chosen has in her course is not spoken of", () => {
  expect(greatestDrops([lesson("a", 99), lesson("new", 0, { asked: 0 }), lesson("c", 98)])).toEqual([]);
});

test("shares count, not numbers: a lesson that fewer have loses nobody by that", () => {
  expect(greatestDrops([lesson("a", 100), lesson("b", 10, { asked: 10 })])).toEqual([]);
});

test("of the lessons at which learners stop three are named, and none at which nobody does", () => {
  const stops = [3, 0, 9, 1, 5].map((stopped, place) => ({ lessonId: String(place), stopped }));
  expect(greatestStops(stops).map(({ stopped }) => stopped)).toEqual([9, 5, 3]);
  expect(greatestStops([{ lessonId: "a", stopped: 0 }])).toEqual([]);
});
