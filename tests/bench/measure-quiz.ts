import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { answerRequest, beginRequest } from "#tests/factories/player-request.ts";
import type { Academy } from "./academy.ts";
import { percentile } from "./load.ts";
import { cpuSeconds, memoryMegabytes } from "./processes.ts";
import { type Candidate, countAnswers, findSitters, type Quizzes, type Sitter } from "./seed-quizzes.ts";
import { send } from "./send.ts";

const LEARNERS = 5_000;
const START_MS = 30_000;
const ANSWER_EVERY_MS = 10_000;
const ANSWERS_EACH = 6;
const BUDGET = { starting: 500, answering: 150 };

type Phase = {
  asked: number;
  errors: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  met: boolean;
  cpu: { server: number; postgres: number };
};

export type QuizFigures = {
  learners: number;
  /** From the press on «Begin» until the paper is there. */
  starting: Phase;
  answering: Phase;
  kept: { acknowledged: number; found: number };
  memoryPeak: number;
};

type Options = { academy: Academy; postgresPid: number; connections: pg.Pool; quizzes: Quizzes };

/**
 * Does `count` acts, each when it is due, evenly over `ms`; a late answer delays no other. Times run from when an act
 * was due until it was done; an act that failed answers false.
 */
async function evenly(
  { academy, postgresPid }: Options,
  { count, ms, budget, act }: { count: number; ms: number; budget: number; act: (n: number) => Promise<boolean> },
): Promise<Phase> {
  const clock = () => ({ server: cpuSeconds(academy.pid), postgres: cpuSeconds(postgresPid) });
  const [begun, before] = [performance.now(), clock()];
  const done: Promise<number | undefined>[] = [];
  while (done.length < count) {
    const due = begun + (done.length * ms) / count;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    else done.push(act(done.length).then((well) => (well ? performance.now() - due : undefined)));
  }
  const times = (await Promise.all(done)).filter((time) => time !== undefined).sort((a, b) => a - b);
  const seconds = (performance.now() - begun) / 1_000;
  const after = clock();
  const busy = (part: keyof typeof before) => Math.round(((after[part] - before[part]) / seconds) * 100) / 100;
  const [p50, p95, p99] = [percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99)];
  const errors = count - times.length;
  const cpu = { server: busy("server"), postgres: busy("postgres") };
  return {
    asked: count,
    errors,
    perSecond: Math.round(count / seconds),
    p50,
    p95,
    p99,
    met: !errors && p95 < budget,
    cpu,
  };
}

async function begin(
  origin: string,
  { path, agent, token }: { path: string; agent: Agent } & Pick<Candidate, "token">,
) {
  const begun = await send(origin, { ...beginRequest({ origin, token, path }), agent });
  return begun?.status === 200 && begun.text.includes("slotCount");
}

type Saved = { attemptId: string; slot: number; sequence: number };

async function answer(origin: string, { sitter, n, agent }: { sitter: Sitter; n: number; agent: Agent }) {
  const { token, attemptId, slot, choices } = sitter;
  const value = { choice: choices[n % choices.length] };
  const edit = answerRequest({ origin, token, attemptId, device: attemptId, slot, count: n, value });
  const { sequence, ...asked } = edit;
  const saved = await send(origin, { ...asked, agent });
  return saved?.status === 200 ? { attemptId, slot, sequence } : undefined;
}

/** An evening: five thousand begin one quiz within half a minute, then each saves an answer every ten seconds. */
export async function measureQuiz(options: Options): Promise<QuizFigures> {
  const { academy, connections, quizzes } = options;
  const { origin, pid } = academy;
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const candidates = quizzes.candidates.slice(0, LEARNERS);
  const { path, lessonId } = quizzes.evening;
  const starting = await evenly(options, {
    ...{ count: candidates.length, ms: START_MS, budget: BUDGET.starting },
    act: (n) => begin(origin, { path, agent, token: candidates[n]?.token ?? "" }),
  });
  let memoryPeak = memoryMegabytes(pid);
  const sitters = await findSitters(connections, { lessonId, limit: LEARNERS });
  const acknowledged: Saved[] = [];
  const answering = await evenly(options, {
    ...{ count: sitters.length * ANSWERS_EACH, ms: ANSWERS_EACH * ANSWER_EVERY_MS, budget: BUDGET.answering },
    act: async (n) => {
      const sitter = sitters[n % sitters.length];
      const saved = sitter && (await answer(origin, { sitter, n: Math.floor(n / sitters.length), agent }));
      if (saved) acknowledged.push(saved);
      return saved !== undefined;
    },
  });
  agent.destroy();
  memoryPeak = Math.max(memoryPeak, memoryMegabytes(pid));
  const kept = { acknowledged: acknowledged.length, found: await countAnswers(connections, acknowledged) };
  return { learners: candidates.length, starting, answering, kept, memoryPeak };
}
