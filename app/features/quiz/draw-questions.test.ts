import fc from "fast-check";
import { expect, test } from "vitest";
import { drawQuestions, seededRandom } from "./draw-questions.ts";
import type { FrozenPlan } from "./quiz-plan.ts";

type Slot = FrozenPlan["sections"][number]["slots"][number];

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `v${from + i}`);
const slot = (id: string, versionIds: string[], count: number): Slot => ({
  id,
  points: 1_000,
  count,
  from: { versionIds },
});
const plan = (...sections: Slot[][]): FrozenPlan => ({
  sections: sections.map((slots, i) => ({ id: `s${i + 1}`, titles: {}, slots })),
});
const draw = (of: FrozenPlan, seed: number, shuffle = false) =>
  drawQuestions({ plan: of, shuffle, random: seededRandom(seed) }).map(({ versionId }) => versionId);

test("the same seed draws the same paper, now and on any machine", () => {
  expect(draw(plan([slot("pool", ids(0, 10), 4)]), 1_187)).toEqual(draw(plan([slot("pool", ids(0, 10), 4)]), 1_187));
  expect(draw(plan([slot("pool", ids(0, 10), 4)]), 1_187)).toMatchInlineSnapshot(`
    [
      "v3",
      "v2",
      "v7",
      "v6",
    ]
  `);
});

test("no question stands twice in a paper, whatever the pools share, and fixed ones are always in it", () => {
  const pool = fc.uniqueArray(
    fc.integer({ min: 0, max: 30 }).map((n) => `v${n}`),
    { minLength: 2, maxLength: 20 },
  );
  fc.assert(
    fc.property(
      pool,
      pool,
      fc.integer({ min: 1, max: 8 }),
      fc.nat(),
      fc.boolean(),
      (first, second, count, seed, shuffle) => {
        const drawn = draw(
          plan([slot("a", first, count), slot("fixed", ["v3"], 1)], [slot("b", second, count)]),
          seed,
          shuffle,
        );
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn).toContain("v3");
      },
    ),
  );
});

test("without shuffling, fixed questions stay in their order and sections in theirs", () => {
  const fixed = plan([slot("a", ["v1"], 1), slot("b", ["v2"], 1)], [slot("c", ["v3"], 1)]);
  expect(draw(fixed, 5)).toEqual(["v1", "v2", "v3"]);
});

test("shuffling keeps a section's questions together", () => {
  const fixed = plan(
    ids(0, 6).map((id) => slot(id, [id], 1)),
    ids(6, 9).map((id) => slot(id, [id], 1)),
  );
  for (let seed = 0; seed < 20; seed += 1) {
    const drawn = draw(fixed, seed, true);
    expect(drawn.slice(0, 6).toSorted()).toEqual(ids(0, 6));
  }
});

test("a pool gives every question its turn", () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 2_000; seed += 1) {
    for (const id of draw(plan([slot("pool", ids(0, 10), 3)]), seed)) seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  for (const count of seen.values()) expect(count).toBeGreaterThan(450);
  expect(seen.size).toBe(10);
});
