import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveProgress, type OutlineLesson } from "./derive-progress.ts";
import { type LearnerGroup, releaseEffects } from "./release-effects.ts";

const ids = Array.from({ length: 8 }, (_, index) => `lesson-${index}`);
const outline = fc
  .shuffledSubarray(ids)
  .chain((chosen) =>
    fc.tuple(...chosen.map((id) => fc.boolean().map((required): OutlineLesson => ({ id, required })))),
  );
const learner = fc.record({ at: fc.nat(), completed: fc.subarray(ids) });

const required = (...lessons: string[]) => lessons.map((id) => ({ id, required: true }));
const release = (id: string, lessons: OutlineLesson[]) => ({ id, lessons });
const group = (rest: Partial<LearnerGroup>): LearnerGroup => ({
  ...{ releaseId: "1", finished: false, missing: 1, begun: true, completed: [], count: 1, ...rest },
});

test("what is added is new to those who are there, what is taken out is no longer required or is kept", () => {
  const releases = [release("1", required("a", "b"))];
  const groups = [
    group({ count: 5, missing: 2, begun: false }),
    group({ count: 2, completed: ["b"] }),
    group({ count: 3, finished: true, missing: 0, completed: ["b"] }),
  ];
  expect(releaseEffects({ groups, releases, next: required("a", "c") })).toEqual({
    ...{ learners: 10, finished: 3, finishNow: 0 },
    lessons: [
      { lessonId: "c", asNew: 10, waived: 0, kept: 0 },
      { lessonId: "b", asNew: 0, waived: 5, kept: 5 },
    ],
  });
});

test("who had only to do what is no longer required is finished by the release", () => {
  const releases = [release("1", required("a", "b"))];
  const next = [...required("a"), { id: "b", required: false }];
  expect(releaseEffects({ groups: [group({ count: 4 })], releases, next })).toMatchObject({ finishNow: 4 });
  const untouched = group({ count: 4, missing: 2, begun: false });
  expect(releaseEffects({ groups: [untouched], releases, next: [] })).toMatchObject({ finishNow: 0 });
});

test("whatever was released and completed, it says what the rules of progress come to for each learner", () => {
  fc.assert(
    fc.property(
      fc.array(outline, { minLength: 1, maxLength: 4 }),
      outline,
      fc.array(learner),
      (history, next, people) => {
        const releases = history.map((lessons, at) => release(String(at), lessons));
        const asked = new Set(next.filter((lesson) => lesson.required).map(({ id }) => id));
        const expected = { learners: people.length, finished: 0, finishNow: 0, asNew: 0, waived: 0, kept: 0 };
        const groups = people.map(({ at, completed }) => {
          const own = at % history.length;
          const [pinned = [], ...later] = history.slice(own);
          const before = deriveProgress({ pinned, later, completed });
          const after = deriveProgress({ pinned, later: [...later, next], completed });
          const standing = (progress: typeof before, what: string) =>
            progress.lessons.filter((lesson) => lesson.standing === what).map(({ id }) => id);
          const seen = new Set(before.lessons.map(({ id }) => id));
          expected.asNew += standing(after, "new").filter((id) => !seen.has(id)).length;
          expected.kept += standing(after, "removed").filter((id) => !standing(before, "removed").includes(id)).length;
          expected.waived += before.missing.length - after.missing.length;
          expected.finished += before.finished ? 1 : 0;
          expected.finishNow += !before.finished && after.finished ? 1 : 0;
          return {
            ...{ releaseId: String(own), finished: before.finished, missing: before.missing.length, count: 1 },
            begun: before.completedRequired > 0,
            completed: completed.filter((id) => !asked.has(id)),
          };
        });
        const { lessons, ...totals } = releaseEffects({ groups, releases, next });
        const sum = (what: "asNew" | "waived" | "kept") => lessons.reduce((all, effect) => all + effect[what], 0);
        expect({ ...totals, asNew: sum("asNew"), waived: sum("waived"), kept: sum("kept") }).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});
