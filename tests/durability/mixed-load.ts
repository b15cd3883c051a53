import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Db } from "#app/platform/db/client.server.ts";
import { send } from "#tests/bench/send.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createSession } from "#tests/factories/person.ts";
import { answerRequest, beatRequest, beginRequest, browserHeaders } from "#tests/factories/player-request.ts";
import { createLectureCourse, createSitting } from "#tests/factories/watching.ts";
import { complete, createUndone, findLost, type Undone } from "./completions.ts";
import { CHOICES, openQuiz, type Quiz, type Student } from "./quiz-scene.ts";

const LECTURE_SECONDS = 36_000;
const BEAT_SECONDS = 15;
/** Acts that may be under way together. */
const AT_ONCE = 128;

type Watcher = { token: string; sitting: string; enrolmentId: string; acknowledged: number };
type Sitter = Student & { attemptId: string; sent: number };
type Saved = { attemptId: string; sequence: number };

export type Scene = { db: Db; undone: Undone[]; quiz: Quiz; watchers: Watcher[]; courseSlug: string };

/** What an evening's mixture needs: lessons to complete, a quiz with learners in it, and a lecture with watchers. */
export async function openScene(db: Db, { learners, lessons }: { learners: number; lessons: number }): Promise<Scene> {
  const undone = await createUndone(db, { learners, lessons });
  const quiz = await openQuiz(db, { rules: {}, students: learners });
  const { course, lesson } = await createLectureCourse(db, { lengthSeconds: LECTURE_SECONDS });
  const openedAt = new Date(Date.now() - 12 * 3_600_000);
  const watchers: Watcher[] = [];
  for (let i = 0; i < learners; i += 1) {
    const { person, enrolmentId } = await createEnrolment(db, { course });
    const { session } = await createSession(db, person.id);
    const of = { userId: person.id, enrolmentId, lessonId: lesson.id, lengthSeconds: LECTURE_SECONDS };
    const { token: sitting } = await createSitting({ ...of, thresholdPercent: 100 }, { openedAt });
    watchers.push({ token: session.token, sitting, enrolmentId, acknowledged: 0 });
  }
  return { db, undone: [...undone], quiz, watchers, courseSlug: course.slug };
}

const begunSchema = z.object({ attempt: z.uuid() });

/** Lets every learner of the quiz begin an attempt. */
async function beginAll({ quiz }: Scene, { origin, agent }: { origin: string; agent: Agent }): Promise<Sitter[]> {
  const sitters: Sitter[] = [];
  for (const student of quiz.students) {
    const begun = await send(origin, { ...beginRequest({ origin, token: student.token, path: quiz.path }), agent });
    const { attempt } = begunSchema.parse(JSON.parse(begun?.text ?? ""));
    sitters.push({ ...student, attemptId: attempt, sent: 0 });
  }
  return sitters;
}

const KINDS = ["catalogue", "course", "learning", "completion", "answer", "beat"] as const;
type Kind = (typeof KINDS)[number];
/** A page that was put off says when to come again: the machine had more to do than it could, and said so. */
type Told = { status: number; putOff: boolean };
export type Done = Told & { kind: Kind; at: number; ms: number };

/** What was neither served nor put off. */
export const findFailed = (done: readonly Done[]) => done.filter(({ status, putOff }) => status !== 200 && !putOff);

/** Milliseconds from a kill until a write that was begun after it went well. */
export function timeBack(done: Done[], killedAt: number): number {
  const isWrite = ({ kind }: Done) => kind === "completion" || kind === "answer" || kind === "beat";
  const well = done.filter((one) => isWrite(one) && one.status === 200 && one.at > killedAt + 50);
  return Math.min(...well.map(({ at, ms }) => at + ms)) - killedAt;
}

const choices = ["right", "wrong", "other"];

/**
 * Guests, readers, those who complete, answer and watch, mixed evenly, one act after another on `connections` lines, or
 * `perSecond` acts whatever comes back. A write that was not acknowledged is sent again at its next turn, as browsers do.
 */
export async function openLoad(scene: Scene, { origin }: { origin: string }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const sitters = await beginAll(scene, { origin, agent });
  const completed: Undone[] = [];
  const answered: Saved[] = [];
  const done: Done[] = [];
  const busy = new Set<object>();
  let stopped = false;
  let count = 0;

  /** The next one of whom nothing is under way: no two of hers at once. */
  const take = <Item extends object>(items: Item[], n: number): Item | undefined => {
    const turned = [...items.slice(n % items.length), ...items.slice(0, n % items.length)];
    const free = turned.find((item) => !busy.has(item));
    if (free) busy.add(free);
    return free;
  };
  const get = async (path: string, token?: string): Promise<Told> => {
    const headers = token ? browserHeaders({ origin, token }) : { accept: "text/html" };
    const answered = await send(origin, { method: "GET", path, headers, agent });
    const status = answered?.status ?? 0;
    return { status, putOff: status === 503 && answered?.headers["retry-after"] !== undefined };
  };
  const acts: Record<Kind, (n: number) => Promise<number | Told>> = {
    catalogue: () => get("/en/courses"),
    course: () => get(`/en/courses/${scene.courseSlug}`),
    learning: (n) => get("/en/learn", scene.watchers[n % scene.watchers.length]?.token),
    completion: async () => {
      const next = scene.undone.shift();
      if (!next) return 200;
      if (await complete(origin, next)) return completed.push(next) && 200;
      scene.undone.push(next);
      return 0;
    },
    answer: async (n) => {
      const sitter = take(sitters, n);
      if (!sitter) return 200;
      const value = { choice: choices[sitter.sent % choices.length] };
      const { token, attemptId, sent: number } = sitter;
      const edit = { origin, token, attemptId, slot: 1 + (n % CHOICES), device: attemptId, count: number, value };
      const { sequence, ...asked } = answerRequest(edit);
      sitter.sent += 1;
      const saved = await send(origin, { ...asked, agent });
      if (saved?.status === 200) answered.push({ attemptId, sequence });
      busy.delete(sitter);
      return saved?.status ?? 0;
    },
    beat: async (n) => {
      const watcher = take(scene.watchers, n);
      if (!watcher) return 200;
      const beat = beatRequest({ origin, ...watcher, count: watcher.acknowledged });
      const told = await send(origin, { ...beat, agent });
      if (told?.status === 200) watcher.acknowledged += 1;
      busy.delete(watcher);
      return told?.status ?? 0;
    },
  };
  const act = async (): Promise<void> => {
    const n = count;
    count += 1;
    const kind = KINDS[n % KINDS.length] ?? "catalogue";
    const begun = Date.now();
    const told = await acts[kind](Math.floor(n / KINDS.length));
    const { status, putOff } = typeof told === "number" ? { status: told, putOff: false } : told;
    done.push({ kind, at: begun, ms: Date.now() - begun, status, putOff });
  };
  const underway = new Set<Promise<void>>();

  async function run({ perSecond }: { perSecond: number }) {
    const begun = performance.now();
    for (let n = 0; !stopped; n += 1) {
      const early = begun + (n * 1_000) / perSecond - performance.now();
      if (early > 1) await sleep(early);
      // What is not answered is not sent again and again: a machine that is slow is asked less.
      while (underway.size >= AT_ONCE && !stopped) await sleep(5);
      const acting: Promise<void> = act().finally(() => underway.delete(acting));
      underway.add(acting);
    }
  }
  return {
    done,
    completed,
    run,
    stop: async () => {
      stopped = true;
      await Promise.all(underway);
      agent.destroy();
    },
    /** How many writes were acknowledged, and those of them that the database does not have. */
    findMissing: (db = scene.db) => findMissing({ ...scene, db }, { completed, answered }),
  };
}

async function findMissing(
  { db, watchers }: Scene,
  { completed, answered }: { completed: Undone[]; answered: Saved[] },
) {
  const edits = await db.answerEdit.findMany({ select: { attemptId: true, sequence: true } });
  const known = new Set(edits.map(({ attemptId, sequence }) => `${attemptId} ${sequence}`));
  const rows = z
    .array(z.object({ enrolmentId: z.uuid(), seconds: z.number() }))
    .parse(await db.$queryRaw`select "enrolmentId", seconds_in("watched")::int as seconds from "Watching"`);
  const seconds = new Map(rows.map((row) => [row.enrolmentId, row.seconds]));
  return {
    acknowledged: {
      completions: completed.length,
      answers: answered.length,
      beats: watchers.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    },
    missing: [
      ...(await findLost(db, completed)),
      ...answered.filter(({ attemptId, sequence }) => !known.has(`${attemptId} ${sequence}`)),
      ...watchers.filter((one) => (seconds.get(one.enrolmentId) ?? 0) < one.acknowledged * BEAT_SECONDS),
    ],
  };
}
