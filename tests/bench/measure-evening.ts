import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { hashPassword } from "#app/features/account/hash-password.server.ts";
import type { Academy } from "./academy.ts";
import { type Evening, spendEvening, type Visitor } from "./evening-learner.ts";
import { percentile } from "./load.ts";
import { inThirds, type Sample, sampleUntil, type Thirds } from "./sample-processes.ts";
import { countAnswers, type Quizzes } from "./seed-quizzes.ts";
import { openSittings } from "./seed-sittings.ts";

/** In which they come, one after another, in milliseconds; no more than a third of the evening. */
const ARRIVING_MS = 120_000;
/** After it nobody asks for anything so long, and what is not needed is collected. */
const RESTING_MS = 30_000;
/** Memory that grows by no more than this from the first third to the last is called flat. */
const FLAT = 1.1;
const PASSWORD = "an evening in the reading room";

type StepFigures = {
  name: string;
  count: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** How many were answered ill, by status; 0 is no answer. */
  errors: Record<string, number>;
};

export type EveningFigures = {
  learners: number;
  seconds: number;
  /** By when all had come. */
  arrivedSeconds: number;
  steps: StepFigures[];
  samples: Sample[];
  /** Of the time in which all were there. */
  thirds: Thirds;
  flat: boolean;
  rested: Sample | undefined;
  kept: { acknowledged: number; found: number };
};

type Options = { academy: Academy; postgresPid: number; connections: pg.Pool; quizzes: Quizzes } & {
  learners: number;
  minutes: number;
};

// One hash for all: what is measured is how it is compared, not how it was made.
const ACCOUNTS = `
  insert into "Account" ("userId", "accountId", "providerId", "password")
  select id, id, 'credential', $1 from bench_learner on conflict do nothing`;

const VISITORS = `
  select distinct on (l.n) l.n, 'learner-' || l.n || '@example.org' as "email", 'bench-course-' || e.course as "course",
    'lesson-' || 1 + (l.n * 13 + e.course) % 16 as "lesson", e.id as "enrolmentId",
    array(select s.id from bench_lesson s where s.course = e.course and s.lesson > e.done order by s.lesson) as "undone"
  from bench_enrolment e join bench_learner l on l.n = e.learner
  where e.id = any($1::uuid[]) order by l.n`;

async function inviteVisitors(connections: pg.Pool, limit: number): Promise<Visitor[]> {
  await connections.query(ACCOUNTS, [await hashPassword(PASSWORD)]);
  const watchers = await openSittings(connections, { limit, turn: 3 });
  const sittings = new Map(watchers.map(({ enrolmentId, sitting }) => [enrolmentId, sitting]));
  const { rows } = await connections.query<Omit<Visitor, "sitting">>(VISITORS, [[...sittings.keys()]]);
  return rows.map((visitor) => ({ ...visitor, sitting: sittings.get(visitor.enrolmentId) ?? "" }));
}

type Noted = Map<string, { times: number[]; errors: Record<string, number> }>;

function summarise(noted: Noted, seconds: number): StepFigures[] {
  return [...noted].map(([name, { times, errors }]) => {
    times.sort((a, b) => a - b);
    const count = times.length + Object.values(errors).reduce((sum, each) => sum + each, 0);
    const perSecond = Math.round((count / seconds) * 10) / 10;
    const [p50, p95, p99] = [percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99)];
    return { name, count, perSecond, p50, p95, p99, errors };
  });
}

/** Lets all come and spend their evening; what each asked is in `noted`. */
async function spendTogether(visitors: Visitor[], arrivingMs: number, evening: Omit<Evening, "note">): Promise<Noted> {
  const noted: Noted = new Map();
  const note: Evening["note"] = (step, ms, wrong) => {
    const known = noted.get(step) ?? { times: [], errors: {} };
    noted.set(step, known);
    if (wrong === undefined) known.times.push(ms);
    else known.errors[wrong] = (known.errors[wrong] ?? 0) + 1;
  };
  await Promise.all(
    visitors.map(async (visitor, index) => {
      await sleep((index * arrivingMs) / visitors.length);
      await spendEvening(visitor, { ...evening, note });
    }),
  );
  return noted;
}

/**
 * A study evening: learners come within two minutes, sign in, read, watch and sit a quiz, each with the
 * pauses of somebody who reads, until the minutes are over.
 */
export async function measureEvening(options: Options): Promise<EveningFigures> {
  const { academy, connections, quizzes, learners, minutes } = options;
  const visitors = await inviteVisitors(connections, learners);
  const seconds = minutes * 60;
  const arrivingMs = Math.min(ARRIVING_MS, (seconds * 1_000) / 3);
  const until = performance.now() + seconds * 1_000;
  const acknowledged: Evening["acknowledged"] = [];
  const shared = { origin: academy.origin, connections, password: PASSWORD, quiz: quizzes.evening, until };
  const sampling = sampleUntil(until, options);
  const noted = await spendTogether(visitors, arrivingMs, { ...shared, acknowledged });
  const samples = await sampling;
  const rested = (await sampleUntil(performance.now() + RESTING_MS, options)).at(-1);
  const arrivedSeconds = Math.round(arrivingMs / 1_000);
  const thirds = inThirds(samples.filter(({ second }) => second > arrivedSeconds));
  const [first, , last] = thirds;
  return {
    ...{
      learners: visitors.length,
      seconds,
      arrivedSeconds,
      steps: summarise(noted, seconds),
      samples,
      thirds,
      rested,
    },
    flat: first !== undefined && last !== undefined && last.server <= first.server * FLAT,
    kept: { acknowledged: acknowledged.length, found: await countAnswers(connections, acknowledged) },
  };
}
