import { expect, test } from "vitest";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { planImport } from "./plan-import.ts";

const columns = {
  enrolment: 0,
  email: 1,
  lessons: [
    { place: 2, lessonId: "first" },
    { place: 3, lessonId: "second" },
  ],
  unknown: [],
};
const learners = [
  { enrolmentId: "e1", email: "amina@x.org", name: "Amina" },
  { enrolmentId: "e2", email: "budur@x.org", name: "Budur" },
];
const graded = (lessonId: string, share: number | null, waiting = false) => ({
  ...{ lessonId, share, waiting },
  ...{ overridden: false, weight: 1 },
});
const grades = new Map([
  ["e1", { lessons: [graded("first", 8_750), graded("second", null)] }],
  ["e2", { lessons: [graded("first", 5_000, true)] }],
]);

const plan = (...lines: string[][]) =>
  planImport(
    lines.map((cells, index) => ({ number: index + 2, cells })),
    { columns, learners, grades },
  );

test("what differs is a change, what is the same is not, and an empty cell is nothing", () => {
  const amina = { line: 2, enrolmentId: "e1", name: "Amina" };
  expect(plan(["e1", "amina@x.org", "87,50", "٦٠"])).toEqual({
    changes: [{ ...amina, lessonId: "second", from: null, to: 6_000 }],
    refused: [],
    unchanged: 1,
  });
  expect(plan(["e1", "", "", ""])).toEqual({ changes: [], refused: [], unchanged: 0 });
});

test("a grade for what waits is a change, also where it is what is graded so far", () => {
  expect(plan(["", "Budur@X.org", "50"]).changes).toMatchObject([{ enrolmentId: "e2", from: null, to: 5_000 }]);
});

test("each bad cell is refused with its line, and the others of the line are taken", () => {
  const { changes, refused } = plan(["e1", "", "A+", "60"], ["e2", "", "", "60"]);
  expect(changes).toMatchObject([{ lessonId: "second", to: 6_000 }]);
  expect(refused).toMatchObject([
    { line: 2, reason: "badGrade", lessonId: "first", value: "A+" },
    { line: 3, reason: "notGraded", lessonId: "second", value: "60" },
  ]);
});

test("a line about nobody here, or about two, is refused whole", () => {
  const { changes, refused } = plan(
    ["e9", "", "50"],
    ["", "stranger@x.org", "50"],
    ["e1", "budur@x.org", "50"],
    ["e1", "new@x.org", "50"],
    ["", "", "50"],
  );
  expect(changes).toEqual([]);
  expect(refused.map(({ line, reason, who }) => [line, reason, who])).toEqual([
    [2, "noLearner", "e9"],
    [3, "noLearner", "stranger@x.org"],
    [4, "disagrees", "budur@x.org"],
    [5, "disagrees", "new@x.org"],
    [6, "noLearner", ""],
  ]);
});

test("all lines about one learner are refused where there are several, each naming another", () => {
  const { changes, refused } = plan(["e1", "", "50"], ["e2", "", "60"], ["", "amina@x.org", "70"]);
  expect(changes).toMatchObject([{ enrolmentId: "e2" }]);
  expect(refused).toMatchObject([
    { line: 2, reason: "twice", other: 4 },
    { line: 4, reason: "twice", other: 2 },
  ]);
});

test("a file of twenty thousand lines about strangers is planned at once", () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => [`x${i}`, "", "50"]);
  const worked = startCpuClock();
  expect(plan(...lines).refused).toHaveLength(20_000);
  expect(worked()).toBeLessThan(2_000);
});
