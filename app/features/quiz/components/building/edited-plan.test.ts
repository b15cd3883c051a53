import { expect, test } from "vitest";
import {
  type EditedPlan,
  moveSlot,
  putBack,
  readCount,
  readPoints,
  toEdited,
  toPlan,
  totalsOf,
} from "./edited-plan.ts";

const slot = (id: string, points = "1", count = "1") => ({ id, points, count, from: { questionId: id } });
const plan: EditedPlan = [
  { id: "one", titles: { en: "One" }, slots: [slot("a"), slot("b")] },
  { id: "two", titles: {}, slots: [slot("c")] },
];
const orderOf = (edited: EditedPlan) => edited.map(({ slots }) => slots.map(({ id }) => id).join("")).join("|");

test("points are read in thousandths, in any digits and with any sign for the fraction", () => {
  expect(["1", "1.5", "2,25", "٢٫٥", "۳", "0.333", "1000"].map(readPoints)).toEqual([
    ...[1_000, 1_500, 2_250, 2_500, 3_000, 333, 1_000_000],
  ]);
  for (const text of ["", "-1", "1.2345", "one", "1001"]) expect(readPoints(text)).toBeNull();
  expect(["1", "٢٠٠", "0", "201", "1.5"].map(readCount)).toEqual([1, 200, null, null, null]);
});

test("a plan becomes itself again, and one without questions has somewhere to begin and saves as nothing", () => {
  const saved = { sections: [{ id: "s", titles: { ar: "قسم" }, slots: [{ ...slot("a"), points: 1_500, count: 2 }] }] };
  expect(toPlan(toEdited(saved))).toEqual(saved);
  expect(toEdited({ sections: [] })).toHaveLength(1);
  expect(toPlan(toEdited({ sections: [] }))).toEqual({ sections: [] });
  expect(toPlan([{ id: "s", titles: {}, slots: [slot("a", "many")] }])).toBeNull();
});

test("a pool's points count as often as it gives questions", () => {
  expect(totalsOf([{ id: "s", titles: {}, slots: [slot("a", "1.5"), slot("b", "2", "3")] }])).toEqual({
    points: 7_500,
    questions: 4,
  });
});

test("a slot moves within its section and over its ends, and stays where there is nothing beyond", () => {
  expect(orderOf(moveSlot(plan, { id: "a", by: 1 }))).toBe("ba|c");
  expect(orderOf(moveSlot(plan, { id: "b", by: 1 }))).toBe("a|bc");
  expect(orderOf(moveSlot(plan, { id: "c", by: -1 }))).toBe("abc|");
  expect(orderOf(moveSlot(plan, { id: "a", by: -1 }))).toBe("ab|c");
  expect(orderOf(moveSlot(plan, { id: "c", by: 1 }))).toBe("ab|c");
});

test("what was removed comes back where it stood", () => {
  const without = plan.map((section) => ({ ...section, slots: section.slots.filter(({ id }) => id !== "a") }));
  expect(putBack(without, { kind: "slot", sectionId: "one", index: 0, slot: slot("a") })).toEqual(plan);
  const [first, ...rest] = plan;
  if (!first) throw new Error("The plan has a first section");
  expect(putBack(rest, { kind: "section", index: 0, section: first })).toEqual(plan);
  expect(orderOf(putBack(rest, { kind: "slot", sectionId: "one", index: 5, slot: slot("a") }))).toBe("ca");
});
