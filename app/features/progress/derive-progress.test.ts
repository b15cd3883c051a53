import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveProgress, type OutlineLesson } from "./derive-progress.ts";

const ids = Array.from({ length: 12 }, (_, index) => `lesson-${index}`);
/** Any outline: some of twelve lessons in any order, each required or not. */
const outline = fc
  .shuffledSubarray(ids)
  .chain((chosen) =>
    fc.tuple(...chosen.map((id) => fc.boolean().map((required): OutlineLesson => ({ id, required })))),
  );
const later = fc.array(outline, { maxLength: 5 });
const facts = fc.subarray(ids);
const required = (...lessons: string[]) => lessons.map((id) => ({ id, required: true }));

describe("any history of facts and releases", () => {
  test("order and repetition of facts change nothing", () => {
    const shuffled = facts.chain((set) =>
      fc.tuple(fc.constant(set), fc.shuffledSubarray([...set, ...set, ...set], { minLength: set.length * 3 })),
    );
    fc.assert(
      fc.property(outline, later, shuffled, (pinned, releases, [set, repeated]) => {
        expect(deriveProgress({ pinned, later: releases, completed: repeated })).toEqual(
          deriveProgress({ pinned, later: releases, completed: set }),
        );
      }),
    );
  });

  test("another fact never lowers the share nor un-finishes the course", () => {
    fc.assert(
      fc.property(outline, later, facts, fc.constantFrom(...ids), (pinned, releases, set, fact) => {
        const before = deriveProgress({ pinned, later: releases, completed: set });
        const after = deriveProgress({ pinned, later: releases, completed: [...set, fact] });
        expect(after.share).toBeGreaterThanOrEqual(before.share);
        if (before.finished) expect(after.finished).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("another release, whatever it holds, never lowers the share nor un-finishes the course", () => {
    fc.assert(
      fc.property(outline, later, outline, facts, (pinned, releases, next, completed) => {
        const before = deriveProgress({ pinned, later: releases, completed });
        const after = deriveProgress({ pinned, later: [...releases, next], completed });
        expect(after.share).toBeGreaterThanOrEqual(before.share);
        expect(after.completedRequired).toBe(before.completedRequired);
        if (before.finished) expect(after.finished).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test("facts and releases mixed in any order: the share only rises, step by step", () => {
    const step = fc.oneof(
      outline.map((release) => ({ release })),
      fc.constantFrom(...ids).map((fact) => ({ fact })),
    );
    fc.assert(
      fc.property(outline, fc.array(step, { maxLength: 20 }), (pinned, steps) => {
        const releases: OutlineLesson[][] = [];
        const completed: string[] = [];
        let last = deriveProgress({ pinned, later: releases, completed });
        for (const next of steps) {
          if ("release" in next) releases.push(next.release);
          else completed.push(next.fact);
          const now = deriveProgress({ pinned, later: releases, completed });
          expect(now.share).toBeGreaterThanOrEqual(last.share);
          if (last.finished) expect(now.finished).toBe(true);
          last = now;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("what is missing can always be seen and completed, and completing it all finishes the course", () => {
    fc.assert(
      fc.property(outline, later, facts, (pinned, releases, completed) => {
        const progress = deriveProgress({ pinned, later: releases, completed });
        const seen = new Set(progress.lessons.map(({ id }) => id));
        expect(progress.missing.every((id) => seen.has(id))).toBe(true);
        expect(progress.missing).toHaveLength(progress.required - progress.completedRequired);
        const done = deriveProgress({ pinned, later: releases, completed: [...completed, ...progress.missing] });
        expect(done.finished).toBe(progress.required > 0);
      }),
    );
  });

  test("every lesson of the current release is shown, and nothing twice", () => {
    fc.assert(
      fc.property(outline, later, facts, (pinned, releases, completed) => {
        const shown = deriveProgress({ pinned, later: releases, completed }).lessons.map(({ id }) => id);
        expect(new Set(shown).size).toBe(shown.length);
        const current = releases.at(-1) ?? pinned;
        expect(current.every(({ id }) => shown.includes(id))).toBe(true);
      }),
    );
  });
});

describe("one learner", () => {
  test("an empty course, and one without required lessons, is 0% and not finished", () => {
    expect(deriveProgress({ pinned: [], later: [], completed: [] })).toMatchObject({ share: 0, finished: false });
    const optional = deriveProgress({ pinned: [{ id: "a", required: false }], later: [], completed: ["a"] });
    expect(optional).toMatchObject({ share: 0, finished: false, required: 0 });
  });

  test("a new lesson is shown as new and is not asked for", () => {
    const progress = deriveProgress({ pinned: required("a"), later: [required("b", "a")], completed: ["a"] });
    expect(progress).toMatchObject({ finished: true, share: 1, missing: [] });
    expect(progress.lessons).toEqual([
      { id: "a", standing: "required", completed: true },
      { id: "b", standing: "new", completed: false },
    ]);
  });

  test("a lesson that was taken out stays hers if she had completed it, and is gone if she had not", () => {
    const progress = deriveProgress({ pinned: required("a", "b", "c"), later: [required("c")], completed: ["a"] });
    expect(progress).toMatchObject({ required: 2, completedRequired: 1, share: 0.5, missing: ["c"] });
    expect(progress.lessons).toEqual([
      { id: "a", standing: "removed", completed: true },
      { id: "c", standing: "required", completed: false },
    ]);
  });

  test("a lesson that was taken out and came back is there to read and is not asked for", () => {
    const releases = [required("a"), required("a", "b")];
    const progress = deriveProgress({ pinned: required("a", "b"), later: releases, completed: ["a"] });
    expect(progress).toMatchObject({ finished: true, missing: [] });
    expect(progress.lessons[1]).toEqual({ id: "b", standing: "waived", completed: false });
  });

  test("a lesson made optional is no longer asked for, and an optional one made required is not either", () => {
    const pinned = [...required("a", "b"), { id: "c", required: false }];
    const next = [...required("a"), { id: "b", required: false }, ...required("c")];
    const progress = deriveProgress({ pinned, later: [next], completed: ["a"] });
    expect(progress).toMatchObject({ finished: true, required: 1 });
    expect(progress.lessons.map(({ standing }) => standing)).toEqual(["required", "waived", "optional"]);
  });
});
