import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { isLater, keyOf } from "#app/features/quiz/components/sitting/answer-edit.ts";
import { type Db, openDatabase } from "#app/platform/db/client.server.ts";
import { startEmbeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { browserHeaders } from "#tests/factories/player-request.ts";
import { installDeviceStore } from "#tests/factories/simulated-browser.ts";
import { type AcademyProcess, freePort, makeFolder, startAcademy, waitUntil } from "./academy-process.ts";
import { openFaultyLine } from "./faulty-line.ts";
import { openQuiz, type Quiz, readAttempts } from "./quiz-scene.ts";
import { type Acknowledged, type Ills, type Sitting, sitAttempt, writeScript } from "./scripted-student.ts";

/** `npm run test:faults` runs all 500; with the other tests there is time for fewer. */
const { QUIZ_ATTEMPTS: ATTEMPTS, QUIZ_SEED: SEED } = z
  .object({ QUIZ_ATTEMPTS: z.coerce.number().default(60), QUIZ_SEED: z.coerce.number().default(20_270_301) })
  .parse(process.env);
const EACH = 5;
const AT_ONCE = 24;
/** Of a hundred attempts those that nobody hands in. */
const LEFT = 20;
/** Milliseconds; time enough for those who walk away to see their answers saved before. */
const CLOSES_AFTER = 20_000 + ATTEMPTS * 400;

const folder = makeFolder();
let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let academy: AcademyProcess;
let env: { PORT: string; DATA_DIR: string; DATABASE_URL: string };
let database: ReturnType<typeof openDatabase>;
const realFetch = globalThis.fetch;

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({
    folder: join(folder, "cluster"),
    settings: ["fsync=off"],
    port: await freePort(),
  });
  env = { PORT: String(await freePort()), DATA_DIR: join(folder, "data"), DATABASE_URL: postgres.url };
  academy = await startAcademy(env);
  database = openDatabase({ url: postgres.url, pool: 4 });
  installDeviceStore();
}, 200_000);

afterAll(async () => {
  vi.unstubAllGlobals();
  await database.close();
  academy.child.kill("SIGKILL");
  await academy.ended;
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

function randomFrom(seed: number): () => number {
  const generator = mersenne(seed);
  return () => uniformFloat64(generator);
}

/** What a page sends goes to `origin`, with the cookie of whose page it is. */
function browseAt(origin: () => string, quizzes: Quiz[]): void {
  const tokens = new Map(quizzes.flatMap(({ students }) => students.map(({ personId, token }) => [personId, token])));
  const body = z.object({ person: z.string() });
  vi.stubGlobal("fetch", (address: string, init: RequestInit = {}) => {
    if (!address.startsWith("/")) return realFetch(address, init);
    const { person } = body.parse(JSON.parse(String(init.body)));
    const headers = { ...browserHeaders({ origin: origin(), token: tokens.get(person) ?? "" }), ...init.headers };
    return realFetch(`${origin()}${address}`, { ...init, headers });
  });
}

type Line = { origin: () => string; arrived: Sitting["arrived"] };

/** All students take all their attempts, some at once; those that walk away come first. */
async function sitAll({ line, ills, seed }: { line: Line; ills: Ills; seed: number }) {
  const { origin, arrived } = line;
  const { db } = database;
  const left = Math.round((ATTEMPTS * LEFT) / 100);
  const closesAt = new Date(Date.now() + CLOSES_AFTER).toISOString();
  const handedIn = await openQuiz(db, { rules: {}, students: Math.ceil((ATTEMPTS - left) / EACH) });
  const walkedAway = await openQuiz(db, { rules: { closesAt, graceSeconds: 1 }, students: left });
  browseAt(origin, [handedIn, walkedAway]);
  const acknowledged: Acknowledged[] = [];
  const sit = (quiz: Quiz, index: number, number: number) => {
    const student = quiz.students[index];
    if (!student) throw new Error("There is no such student");
    const own = seed + index * 1_000 + number + (quiz === handedIn ? 0 : 500);
    const sitting: Sitting = {
      ...{ db, quiz, student, origin, arrived, ills, acknowledged, handsIn: quiz === handedIn },
      script: writeScript(randomFrom(own)),
      random: randomFrom(own + 7),
    };
    return sitAttempt(sitting);
  };
  const all = [
    ...walkedAway.students.map((_, index) => () => sit(walkedAway, index, 0)),
    ...handedIn.students.map((_, index) => async () => {
      for (let number = 0; number < EACH; number += 1) await sit(handedIn, index, number);
    }),
  ];
  const goOn = async () => {
    for (let next = all.shift(); next; next = all.shift()) await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  return { handedIn, walkedAway, acknowledged, closesAt: Date.parse(closesAt) };
}

/** Kills the academy with -9 every few seconds and starts it again, until stopped. */
function killOnAndOn(random: () => number) {
  let isOn = true;
  const kills: number[] = [];
  const killing = (async () => {
    while (isOn) {
      await sleep(1_500 + random() * 4_000);
      academy.child.kill("SIGKILL");
      await academy.ended;
      kills.push(Date.now());
      academy = await startAcademy(env);
    }
  })();
  return async () => {
    isOn = false;
    await killing;
    return kills;
  };
}

/**
 * Acknowledged edits that are not on record as they were made, and those whose question has an answer that is not the
 * last one on record, theirs or one that came after it.
 */
async function findLost(db: Db, acknowledged: Acknowledged[]) {
  const lost: Acknowledged[] = [];
  for (const [attemptId, edits] of Map.groupBy(acknowledged, (edit) => edit.attemptId)) {
    const record = await db.answerEdit.findMany({ where: { attemptId, late: false } });
    const answers = await db.answer.findMany({ where: { attemptId } });
    const known = new Map(record.map((edit) => [keyOf(edit), JSON.stringify(edit.value)]));
    for (const edit of edits) {
      const [last] = record.filter(({ slot }) => slot === edit.slot).sort((a, b) => (isLater(a, b) ? -1 : 1));
      const [answer, ...others] = answers.filter(({ slot }) => slot === edit.slot);
      const stands = last && answer && keyOf(answer) === keyOf(last) && others.length === 0 && !isLater(edit, last);
      if (!stands || known.get(keyOf(edit)) !== JSON.stringify(edit.value)) lost.push(edit);
    }
  }
  return lost;
}

type Sat = Awaited<ReturnType<typeof sitAll>>;

const scoresOf = async ({ handedIn, walkedAway }: Sat) =>
  (await Promise.all([handedIn, walkedAway].map((quiz) => readAttempts(database.db, quiz))))
    .flat()
    .map(({ student, number, points, maxPoints, state }) => ({ student, number, points, maxPoints, state }));

test("through dropped, doubled and reordered requests, killed tabs and a killed server, every acknowledged answer counts once", async () => {
  const { db } = database;
  const begun = performance.now();
  const passed: Record<string, number> = {};
  const note = (what: string) => {
    passed[what] = Math.round((performance.now() - begun) / 1_000);
  };
  const calm = { killed: 0, secondTab: 0, phone: 0 };
  const plain = { origin: () => academy.origin, arrived: async () => undefined };
  const reference = await sitAll({ line: plain, ills: calm, seed: SEED });
  note("calm");
  const line = await openFaultyLine({ target: academy.origin, random: randomFrom(SEED + 1) });
  const stopKilling = killOnAndOn(randomFrom(SEED + 2));
  const ills = { killed: 0.06, secondTab: 0.03, phone: 0.03 };
  const faulty = await sitAll({ line: { ...line, origin: () => line.origin }, ills, seed: SEED });
  note("faulty");
  // What the last process that is killed has in hand must be past its grace by more than an attempt's own job is given.
  await sleep(Math.max(0, faulty.closesAt + 7_000 - Date.now()));
  note("closed");
  const kills = await stopKilling();
  if ((kills.at(-1) ?? 0) < faulty.closesAt + 7_000) {
    academy.child.kill("SIGKILL");
    await academy.ended;
    academy = await startAcademy(env);
  }
  await line.close();
  await waitUntil(async () => (await db.attempt.count({ where: { state: "open" } })) === 0, 30_000);

  note("all");
  expect(kills.length).toBeGreaterThan(2);
  for (const fate of ["lost", "unheard", "cut", "twice", "late"] as const)
    expect([fate, (line.counts.get(fate) ?? 0) > 0]).toEqual([fate, true]);
  expect(faulty.acknowledged.length).toBeGreaterThan(ATTEMPTS * 3);
  expect(await findLost(db, [...reference.acknowledged, ...faulty.acknowledged])).toEqual([]);
  expect(await scoresOf(faulty)).toEqual(await scoresOf(reference));
  const told = {
    attempts: ATTEMPTS,
    seed: SEED,
    kills: kills.length,
    acknowledged: faulty.acknowledged.length,
    seconds: passed,
  };
  process.stdout.write(`${JSON.stringify({ ...told, requests: Object.fromEntries(line.counts) })}\n`);
}, 3_000_000);
