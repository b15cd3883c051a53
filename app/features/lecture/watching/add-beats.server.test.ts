import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { type Act, simulatePlayer } from "#tests/factories/simulated-player.ts";
import { createLectureCourse, createSitting } from "#tests/factories/watching.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { ADD_BEATS, addBeats, beatValues } from "./add-beats.server.ts";
import type { Beat, BeatsInput } from "./beat-schema.ts";
import { findWatching } from "./find-watching.server.ts";
import { countSeconds, readMultirange } from "./seconds.ts";
import type { Sitting } from "./sitting.server.ts";

const database = openTestDatabase();
const LENGTH = 600;
const HOUR = 3_600_000;
const OPENED = Date.UTC(2026, 10, 22, 2);

async function newLearner(made?: Awaited<ReturnType<typeof createLectureCourse>>) {
  const { course, lesson } = made ?? (await createLectureCourse(database.db, { lengthSeconds: LENGTH }));
  const { ctx, enrolmentId } = await createEnrolment(database.db, { course });
  const of = { userId: ctx.actor.id, enrolmentId, lessonId: lesson.id, lengthSeconds: LENGTH, thresholdPercent: 90 };
  const open = (openedAt = OPENED) => createSitting(of, { openedAt: new Date(openedAt) });
  return { ctx, enrolmentId, lessonId: lesson.id, open };
}

type Told = { sitting: Sitting; beats: unknown[]; now?: number; position?: BeatsInput["position"] };

/** Tells beats so late that none is ahead of its time, unless it is said when. */
function tell({ sitting, beats, now = OPENED + 10 * HOUR, position }: Told) {
  const context = { connections: database.connections, clock: { now: () => new Date(now) } };
  return addBeats(context, { sitting, input: { sitting: "", beats, position } });
}

async function stored({ enrolmentId }: { enrolmentId: string }) {
  const { rows } = await database.connections.query(
    `select "watched"::text, "rewatched"::text, "spent"::text from "Watching" where "enrolmentId" = $1`,
    [enrolmentId],
  );
  const [row] = z.array(z.object({ watched: z.string(), rewatched: z.string(), spent: z.string() })).parse(rows);
  return {
    watched: readMultirange(row?.watched ?? ""),
    rewatched: readMultirange(row?.rewatched ?? ""),
    spent: readMultirange(row?.spent ?? ""),
  };
}

const secondsOf = (ranges: [number, number][]) =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i));

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constant("play" as const),
    seconds: fc.integer({ min: 3, max: 120 }),
    speed: fc.constantFrom(0.75, 1, 1.25, 1.5, 2),
  }),
  fc.record({ do: fc.constant("pause" as const), seconds: fc.double({ min: 0.3, max: 90, noNaN: true }) }),
  fc.record({ do: fc.constant("seek" as const), to: fc.double({ min: 0, max: LENGTH - 1, noNaN: true }) }),
);
/** One to three sittings after each other, and an order in which everything is told, much of it twice. */
const honest = fc.record({
  sittings: fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
  order: fc.infiniteStream(fc.nat({ max: 1_000 })),
  batch: fc.integer({ min: 1, max: 6 }),
});

test("what was honestly played gives the same union in any order, however often and late it is told", async () => {
  const made = await createLectureCourse(database.db, { lengthSeconds: LENGTH });
  await fc.assert(
    fc.asyncProperty(honest, async ({ sittings, order, batch }) => {
      const learner = await newLearner(made);
      const told: { sitting: Sitting; beat: Beat }[] = [];
      const seen = new Map<number, number>();
      let openedAt = OPENED;
      for (const acts of sittings) {
        const sitting = await learner.open(openedAt);
        const played = simulatePlayer(acts, { lengthSeconds: LENGTH, begunAt: 731 });
        told.push(...played.beats.map((beat) => ({ sitting, beat })));
        for (const [second, times] of played.seen) seen.set(second, (seen.get(second) ?? 0) + times);
        openedAt += Math.ceil(played.endedAt) + 2_500;
      }
      const mixed = [...told, ...told.filter((_, i) => i % 2 === 0)]
        .map((one) => ({ ...one, key: order.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key);
      while (mixed.length > 0) {
        const [first] = mixed;
        if (!first) break;
        const same = mixed.filter(({ sitting }) => sitting === first.sitting).slice(0, batch);
        for (const one of same) mixed.splice(mixed.indexOf(one), 1);
        const { refused } = await tell({ sitting: first.sitting, beats: same.map(({ beat }) => beat) });
        expect(refused).toEqual([]);
      }
      const { watched, rewatched } = await stored(learner);
      expect(secondsOf(watched)).toEqual([...seen.keys()].sort((a, b) => a - b));
      const twice = [...seen].filter(([, times]) => times > 1).map(([second]) => second);
      expect(secondsOf(rewatched)).toEqual(twice.sort((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
}, 120_000);

/** Whatever anybody may write into a request. */
const forged = fc
  .tuple(fc.nat({ max: LENGTH }), fc.nat({ max: 60 }), fc.nat({ max: 60_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([from, length, start, lasts]) => ({ from, to: from + length, start, end: start + lasts }));

test("whatever is forged within a minute, in two tabs at once, earns what a minute can and no more", async () => {
  const made = await createLectureCourse(database.db, { lengthSeconds: LENGTH });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), forged), { minLength: 20, maxLength: 200 }), async (beats) => {
      const learner = await newLearner(made);
      const [one, two] = [await learner.open(), await learner.open(OPENED + 10)];
      const now = OPENED + 60_000;
      for (const tab of [true, false]) {
        await tell({ sitting: tab ? one : two, beats: beats.filter(([t]) => t === tab).map(([, beat]) => beat), now });
      }
      const { watched, spent } = await stored(learner);
      expect(countSeconds(watched)).toBeLessThanOrEqual(2.2 * countSeconds(spent) + 3);
      expect(countSeconds(spent)).toBeLessThanOrEqual(64);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("single seconds, cut as finely as can be, earn no more than double speed and a little", async () => {
  const learner = await newLearner();
  const sitting = await learner.open();
  const beats = Array.from({ length: 200 }, (_, i) => ({ from: i * 3, to: i * 3 + 3, start: 100, end: 1_100 }));
  await tell({ sitting, beats });
  const short = Array.from({ length: 300 }, (_, i) => ({ from: i, to: i + 1, start: i, end: i + 5 }));
  await tell({ sitting, beats: short });
  expect(countSeconds((await stored(learner)).watched)).toBeLessThanOrEqual(8);
});

test("stretches made up by the thousand do not make each beat take longer than the one before", async () => {
  const learner = await newLearner();
  const sitting = await learner.open();
  for (let from = 0; from < 1_500; from += 500) {
    const beats = Array.from({ length: 500 }, (_, i) => {
      const start = (from + i) * 2_000;
      return { from: i, to: i + 1, start, end: start + 1_000 };
    });
    await tell({ sitting, beats });
  }
  expect((await stored(learner)).spent).toHaveLength(1_000);
});

test("going to the end earns the end only", async () => {
  const learner = await newLearner();
  const { covered } = await tell({
    sitting: await learner.open(),
    beats: [{ from: 590, to: 600, start: 0, end: 10_000 }],
  });
  expect(covered).toEqual([[590, 600]]);
});

test("the same request again, and again at once, earns nothing more and counts nothing as watched twice", async () => {
  const learner = await newLearner();
  const sitting = await learner.open();
  const beats = [{ from: 0, to: 15, start: 0, end: 15_000 }];
  const answers = await Promise.all(Array.from({ length: 12 }, () => tell({ sitting, beats })));
  for (const answer of answers) expect(answer).toEqual({ covered: [[0, 15]], refused: [] });
  expect(await stored(learner)).toMatchObject({ watched: [[0, 15]], rewatched: [] });
});

test("two tabs that play at once earn for one of them", async () => {
  const learner = await newLearner();
  const [one, two] = [await learner.open(), await learner.open(OPENED + 100)];
  await tell({ sitting: one, beats: [{ from: 0, to: 15, start: 0, end: 15_000 }] });
  const second = await tell({ sitting: two, beats: [{ from: 300, to: 315, start: 0, end: 15_000 }] });
  expect(second).toEqual({ covered: [[0, 15]], refused: [{ index: 0, reason: "spent" }] });
});

test("a beat that grew while it was told goes on from there, at any speed", async () => {
  for (const speed of [1, 1.5, 2]) {
    const learner = await newLearner();
    const sitting = await learner.open();
    await tell({ sitting, beats: [{ from: 0, to: Math.floor(15 * speed), start: 0, end: 15_000 }] });
    const grown = await tell({ sitting, beats: [{ from: 0, to: 30 * speed, start: 0, end: 30_000 }] });
    expect(grown).toEqual({ covered: [[0, 30 * speed]], refused: [] });
    expect((await stored(learner)).rewatched).toEqual([]);
  }
});

test("another device at another time goes on where the first was", async () => {
  const learner = await newLearner();
  await tell({ sitting: await learner.open(), beats: [{ from: 0, to: 15, start: 0, end: 15_000 }] });
  const phone = await learner.open(OPENED + 60_000);
  const { covered } = await tell({ sitting: phone, beats: [{ from: 10, to: 25, start: 0, end: 15_000 }] });
  expect(covered).toEqual([[0, 25]]);
  expect((await stored(learner)).rewatched).toEqual([[10, 15]]);
});

test("a clock that was put forward earns nothing; what is told late is taken", async () => {
  const learner = await newLearner();
  const sitting = await learner.open();
  const beats = [{ from: 0, to: 600, start: 0, end: 600_000 }];
  const early = await tell({ sitting, beats, now: OPENED + 10_000 });
  expect(early).toEqual({ covered: [], refused: [{ index: 0, reason: "ahead" }] });
  expect((await tell({ sitting, beats, now: OPENED + 20 * 24 * HOUR })).covered).toEqual([[0, 600]]);
});

test("beats of one request stand by themselves: the good count, and the others are named", async () => {
  const learner = await newLearner();
  const { covered, refused } = await tell({
    sitting: await learner.open(),
    beats: [
      { from: 0, to: 15, start: 0, end: 15_000 },
      "nonsense",
      { from: 15, to: 300, start: 15_000, end: 30_000 },
      { from: 100, to: 115, start: 2_000, end: 14_000 },
      { from: 15, to: 30, start: 15_000, end: 30_000 },
    ],
  });
  expect(covered).toEqual([[0, 30]]);
  expect(refused).toEqual([
    { index: 1, reason: "malformed" },
    { index: 2, reason: "tooFast" },
    { index: 3, reason: "spent" },
  ]);
});

test("nothing counts for somebody else's place nor for one that was given up", async () => {
  const [mine, hers] = [await newLearner(), await newLearner()];
  const beats = [{ from: 0, to: 15, start: 0, end: 15_000 }];
  const foreign = { ...(await mine.open()), enrolmentId: hers.enrolmentId };
  await expect(tell({ sitting: foreign, beats })).rejects.toMatchObject({ status: 404 });
  await database.db.enrolment.update({
    where: { id: mine.enrolmentId },
    data: { state: "withdrawn", withdrawnAt: new Date() },
  });
  await expect(tell({ sitting: await mine.open(), beats })).rejects.toMatchObject({ status: 404 });
  expect(
    await database.db.watching.count({ where: { enrolmentId: { in: [mine.enrolmentId, hers.enrolmentId] } } }),
  ).toBe(0);
});

test("her place is the newest that was told, whatever came last", async () => {
  const learner = await newLearner();
  const sitting = await learner.open();
  const place = { enrolmentId: learner.enrolmentId, lessonId: learner.lessonId, lengthSeconds: LENGTH };
  expect(await findWatching(database.db, place)).toMatchObject({ covered: [], positionSeconds: 0 });
  await tell({ sitting, beats: [], position: { at: 30.9, moment: 40_000 } });
  await tell({ sitting, beats: [{ from: 0, to: 15, start: 0, end: 15_000 }], position: { at: 15, moment: 15_000 } });
  await tell({ sitting, beats: [{ from: 15, to: 30, start: 15_000, end: 30_000 }] });
  expect(await findWatching(database.db, place)).toMatchObject({ covered: [[0, 30]], positionSeconds: 30 });
  await tell({ sitting, beats: [], position: { at: 9_999, moment: 50_000 } });
  expect(await findWatching(database.db, place)).toMatchObject({ positionSeconds: LENGTH });
});

type Node = { "Node Type": string; "Conflict Arbiter Indexes"?: string[] | undefined; Plans?: Node[] | undefined };
const nodeSchema: z.ZodType<Node> = z.looseObject({
  "Node Type": z.string(),
  "Conflict Arbiter Indexes": z.array(z.string()).optional(),
  Plans: z.array(z.lazy(() => nodeSchema)).optional(),
});
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** As it is carried out among many rows: the few of a test may be read whole once they have been counted. */
async function explain(values: unknown[]): Promise<unknown> {
  const client = await database.connections.connect();
  try {
    await client.query("BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off");
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${ADD_BEATS}`, values);
    return rows[0]["QUERY PLAN"];
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test("a beat is an upsert of one row, found by its primary key", async () => {
  const learner = await newLearner();
  const input = { sitting: "", beats: [{ from: 0, to: 15, start: 0, end: 15_000 }] };
  const { values } = beatValues({ now: OPENED + HOUR, sitting: await learner.open(), input });
  const [{ Plan }] = z.tuple([z.object({ Plan: nodeSchema })]).parse(await explain(values));
  expect(Plan).toMatchObject({ "Node Type": "ModifyTable", "Conflict Arbiter Indexes": ["Watching_pkey"] });
  const read = nodesOf(Plan).filter((node) => "Relation Name" in node && node !== Plan);
  expect(read).toMatchObject([{ "Node Type": "Index Scan", "Relation Name": "Enrolment" }]);
});
