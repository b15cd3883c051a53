import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { gradeAnswer } from "#app/features/quiz/grading/grade-answer.server.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createTeacher, sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findGradingQueue, findNextAnswer } from "../grading/find-grading-queue.server.ts";
import type { QuizRules } from "../quiz-rules.ts";
import { findAttemptRecord } from "./find-attempt-record.server.ts";
import { findAttempts } from "./find-attempts.server.ts";
import { findItem } from "./find-item.server.ts";
import { findItemStatistics } from "./find-item-statistics.server.ts";
import { findResultsOverview } from "./find-results-overview.server.ts";
import { findSatQuiz } from "./find-sat-quiz.server.ts";
import { writeAttemptsCsv } from "./write-attempts-csv.ts";

const database = openTestDatabase();
const START = new Date("2027-03-01T12:00:00Z");
const minutes = (count: number) => new Date(START.getTime() + count * 60_000);
const pick = (choice: string | undefined) => (choice === undefined ? undefined : { choice });

/** A quiz of three questions sat by as many learners as there are papers, a minute apart. */
async function sat(papers: (string | undefined)[][], rules: Partial<QuizRules> = {}) {
  const { db } = database;
  const made = await createQuiz(db, { questions: 3, rules });
  const sittings = [];
  for (const [i, choices] of papers.entries())
    sittings.push(await sitQuiz(db, { quiz: made, answers: choices.map(pick), now: minutes(i) }));
  const ctx = await createTeacher(db, { courseId: made.course.id, role: "assistant", now: minutes(60) });
  const quiz = await findSatQuiz(ctx, { course: made.course.slug, lesson: "quiz" });
  return { made, sittings, ctx, quiz };
}

const R = "right";
const W = "wrong";
const O = "other";

// Points of the three questions by learner: 111, 110, 101, 100, 010, 000.
const SIX = [
  [R, R, R],
  [R, R, W],
  [R, W, R],
  [R, O, O],
  [W, R, W],
  [undefined, W, W],
];

test("facility, discrimination and blanks are what they are when counted by hand", async () => {
  const { ctx, quiz } = await sat(SIX);
  const [first, second, third] = await findItemStatistics(ctx, { quiz, choice: { of: "first" } });
  expect(first).toMatchObject({ asked: 6, graded: 6, blank: 1 });
  // First: right 1 1 1 1 0 0; rest of the paper 2 1 1 0 1 0. Means 2/3 and 5/6; the sum of products of the deviations
  // is 2/3, of their squares 4/3 and 17/6: r = (2/3) / √(4/3 · 17/6).
  expect(first?.facility).toBeCloseTo(4 / 6, 10);
  expect(first?.discrimination).toBeCloseTo(2 / 3 / Math.sqrt((4 / 3) * (17 / 6)), 10);
  // Second: right 1 1 0 0 1 0; rest 2 1 2 1 0 0. Means 1/2 and 1; products 0, so no relation at all.
  expect(second).toMatchObject({ facility: 0.5, blank: 0 });
  expect(second?.discrimination).toBeCloseTo(0, 10);
  // Third: right 1 0 1 0 0 0; rest 2 2 1 1 1 0. Means 1/3 and 7/6; products 2/3, squares 4/3 and 17/6.
  expect(third?.facility).toBeCloseTo(2 / 6, 10);
  expect(third?.discrimination).toBeCloseTo(2 / 3 / Math.sqrt((4 / 3) * (17 / 6)), 10);
});

test("what is said of few is not said at all, and later attempts count only where all are asked for", async () => {
  const { ctx, quiz, made, sittings } = await sat(SIX.slice(0, 4));
  const learner = sittings[3];
  await sitQuiz(database.db, {
    quiz: made,
    answers: [R, R, R].map(pick),
    now: minutes(30),
    ...(learner ? { learner } : {}),
  });
  const of = async (which: "first" | "all") => (await findItemStatistics(ctx, { quiz, choice: { of: which } }))[1];
  expect(await of("first")).toMatchObject({ asked: 4, facility: 0.5, discrimination: null });
  expect(await of("all")).toMatchObject({ asked: 5, facility: 0.6 });
});

test("each choice is counted, those that nobody took as well, among the best and the weakest too", async () => {
  const { ctx, quiz, made } = await sat(SIX);
  const versionId = made.fixed[1]?.versionId ?? "";
  const { picks, groups } = await findItem(ctx, { quiz, versionId, choice: { of: "first" } });
  // By points: 3, 2, 2, 1, 1, 0: ranks 1, .6, .6, .2, .2, 0, so that one is above .73 and three below .27.
  expect(groups).toEqual({ upper: 1, lower: 3 });
  expect(picks).toEqual([
    { part: null, given: R, count: 3, upper: 1, lower: 1, isRight: true },
    { part: null, given: W, count: 2, upper: 0, lower: 1, isRight: false },
    { part: null, given: O, count: 1, upper: 0, lower: 1, isRight: false },
  ]);
  const third = await findItem(ctx, { quiz, versionId: made.fixed[0]?.versionId ?? "", choice: { of: "first" } });
  expect(third.picks.at(-1)).toMatchObject({ given: O, count: 0 });
});

test("the overview counts attempts, scores by tenths, and days without gaps", async () => {
  const { ctx, quiz } = await sat(SIX);
  const overview = await findResultsOverview(ctx, quiz);
  expect(overview).toMatchObject({ attempts: 6, learners: 6, passed: 3, waiting: 0, open: 0, graded: 6 });
  expect(overview.mean).toBeCloseTo(9 / 18, 10);
  expect(overview.scores.map(({ count }) => count)).toEqual([1, 0, 0, 2, 0, 0, 2, 0, 0, 1]);
  expect(overview.periods).toEqual([{ from: "2027-03-01", days: 1, count: 6 }]);
});

test("attempts come a page at a time in the order asked for, and none twice", async () => {
  const { ctx, quiz } = await sat(SIX);
  const seen: number[] = [];
  let after: string | undefined;
  do {
    const page = await findAttempts(ctx, { quiz, choice: { sort: "highest", after }, limit: 2 });
    seen.push(...page.attempts.map(({ points }) => points ?? -1));
    after = page.next;
  } while (after);
  expect(seen).toEqual([3_000, 2_000, 2_000, 1_000, 1_000, 0]);
  const failed = await findAttempts(ctx, { quiz, choice: { sort: "lowest", state: "failed" } });
  expect(failed.attempts.map(({ points }) => points)).toEqual([0, 1_000, 1_000]);
});

test("of a quiz that is graded blind no name is told while something waits, neither in the queue nor in the results", async () => {
  const { db } = database;
  const made = await createQuiz(db, { questions: 0, essays: 1, rules: { blindGrading: true } });
  const sitting = await sitQuiz(db, { quiz: made, answers: [{ text: "One." }], now: minutes(1) });
  await sitQuiz(db, { quiz: made, answers: [{ text: "Two." }], now: minutes(2) });
  const ctx = await createTeacher(db, { courseId: made.course.id, role: "assistant", now: minutes(60) });
  const address = { course: made.course.slug, lesson: "quiz" };
  const queue = () => findGradingQueue(ctx, { course: made.course.slug, choice: { state: "waiting" } });
  const { entries, counts } = await queue();
  expect(JSON.stringify(entries)).not.toContain(sitting.person.name);
  expect(entries.map(({ moment }) => moment.toISOString())).toEqual(Array(2).fill("2027-03-01T00:00:00.000Z"));
  expect(counts).toMatchObject([{ waiting: 2, graded: 0 }]);
  const quiz = await findSatQuiz(ctx, address);
  const { attempts } = await findAttempts(ctx, { quiz, choice: { sort: "name" } });
  const record = await findAttemptRecord(ctx, { quiz, attemptId: sitting.attemptId });
  expect(JSON.stringify([attempts, record])).not.toContain(sitting.person.name);
  const grade = { levels: { depth: "full" }, given: { language: "4" }, comment: "", seen: "" };
  for (const { attemptId, slot } of entries)
    await gradeAnswer(ctx, { ...grade, course: made.course.slug, attempt: attemptId, slot });
  expect((await queue()).entries).toEqual([]);
  const open = await findAttempts(ctx, { quiz: await findSatQuiz(ctx, address), choice: { sort: "name" } });
  expect(open.attempts.map(({ learner }) => learner)).toEqual(Array(2).fill(sitting.person.name));
});

test("the queue leads from the oldest to the newest and then to what was skipped", async () => {
  const { db } = database;
  const made = await createQuiz(db, { questions: 0, essays: 2 });
  const ids: string[] = [];
  for (const i of [1, 2])
    ids.push(
      (await sitQuiz(db, { quiz: made, answers: [{ text: "One." }, { text: "Two." }], now: minutes(i) })).attemptId,
    );
  const ctx = await createTeacher(db, { courseId: made.course.id, now: minutes(60) });
  const ask = { course: made.course.slug, choice: { state: "waiting" as const } };
  const page = await findGradingQueue(ctx, { ...ask, limit: 3 });
  expect(page.entries.map(({ attemptId, slot }) => [ids.indexOf(attemptId), slot])).toEqual([
    [0, 1],
    [0, 2],
    [1, 1],
  ]);
  const rest = await findGradingQueue(ctx, { ...ask, choice: { ...ask.choice, after: page.next } });
  expect(rest.entries.map(({ attemptId, slot }) => [ids.indexOf(attemptId), slot])).toEqual([[1, 2]]);
  const next = await findNextAnswer(ctx, {
    ...ask,
    choice: { ...ask.choice, after: page.next },
    not: { attempt: ids[1] ?? "", slot: 2 },
  });
  expect([ids.indexOf(next?.attemptId ?? ""), next?.slot]).toEqual([0, 1]);
});

test("the record of an attempt holds every edit, those replaced and those late as well", async () => {
  const { ctx, quiz, sittings } = await sat([[R, W, W]]);
  const attemptId = sittings[0]?.attemptId ?? "";
  const edit = { attemptId, slot: 1, device: "00000000-0000-4000-8000-000000000001", value: { choice: W } };
  const times = { madeAt: minutes(5), receivedAt: minutes(6) };
  await database.db.answerEdit.createMany({
    data: [
      { ...edit, ...times, sequence: 1, late: false },
      { ...edit, ...times, sequence: 9, late: true },
    ],
  });
  const record = await findAttemptRecord(ctx, { quiz, attemptId });
  expect(record.slots[0]?.edits.map(({ fate, picks }) => [fate, picks[0]?.given])).toEqual([
    ["counts", R],
    ["replaced", W],
    ["late", W],
  ]);
  expect(record.slots[0]).toMatchObject({ cameLate: true, key: { choice: R }, earned: { points: 1_000 } });
});

test("of an essay that was sent as it was written the old edits are told by their beginnings, the newest whole", async () => {
  const { db } = database;
  const made = await createQuiz(db, { questions: 0, essays: 1 });
  const { attemptId } = await sitQuiz(db, { quiz: made, answers: [{ text: "begun" }], now: START });
  const text = "word ".repeat(1_000).trim();
  await db.answerEdit.createMany({
    data: Array.from({ length: 60 }, (_, i) => ({
      ...{ attemptId, slot: 1, device: randomUUID(), sequence: i + 2, value: { text }, late: i === 0 },
      ...{ madeAt: minutes(1), receivedAt: minutes(i + 1) },
    })),
  });
  const ctx = await createTeacher(db, { courseId: made.course.id });
  const quiz = await findSatQuiz(ctx, { course: made.course.slug, lesson: "quiz" });
  const [slot] = (await findAttemptRecord(ctx, { quiz, attemptId })).slots;
  const lengths = slot?.edits.map(({ picks }) => picks[0]?.given.length) ?? [];
  const whole = text.length;
  expect(lengths).toEqual([5, whole, ...Array(39).fill(201), ...Array(20).fill(whole)]);
});

test("learners and those who teach another course find no results", async () => {
  const { sittings, made } = await sat([[R, R, R]]);
  const other = await createQuiz(database.db, { questions: 1 });
  const stranger = await createTeacher(database.db, { courseId: other.course.id });
  const address = { course: made.course.slug, lesson: "quiz" };
  await expect(findSatQuiz(stranger, address)).rejects.toMatchObject({ status: 404 });
  const learner = sittings[0]?.ctx ?? stranger;
  await expect(findSatQuiz(learner, address)).rejects.toMatchObject({ status: 404 });
  await expect(
    findGradingQueue(learner, { course: made.course.slug, choice: { state: "waiting" } }),
  ).rejects.toMatchObject({ status: 404 });
});

test("a name that a spreadsheet would take for a formula is made text", () => {
  const attempt = {
    ...{ id: "", learner: '=HYPERLINK("x")', number: 1, state: "submitted" as const, submittedBy: null },
    ...{ startedAt: START, submittedAt: minutes(12), points: 1_500, maxPoints: 2_000, passed: true, late: 0 },
  };
  const [, line] = writeAttemptsCsv([attempt], (column) => column).split("\r\n");
  expect(line).toBe(
    `"'=HYPERLINK(""x"")",1,"submitted","2027-03-01T12:00:00.000Z","2027-03-01T12:12:00.000Z",12,1.5,2,true,0`,
  );
});
