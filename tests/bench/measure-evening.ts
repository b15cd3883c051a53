import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { hashPassword } from "#app/features/account/hash-password.server.ts";
import type { Academy } from "./academy.ts";
import { type Evening, spendEvening, type Visitor } from "./evening-learner.ts";
import { percentile } from "./load.ts";
import { cpuSeconds, memoryMegabytes } from "./processes.ts";
import { countAnswers, type Quizzes } from "./seed-quizzes.ts";
import { openSittings } from "./seed-sittings.ts";

const LEARNERS = 1_000;
/** In which they come, one after another, in milliseconds. */
const ARRIVING_MS = 120_000;
const SAMPLE_MS = 10_000;
const PASSWORD = "an evening in the reading room";

type StepFigures = {
  name: string;
  count: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  errors: number;
};
type Sample = { second: number; server: number; postgres: number; cpuServer: number; cpuPostgres: number };

export type EveningFigures = {
  learners: number;
  seconds: number;
  steps: StepFigures[];
  /** Memory in megabytes and cores kept busy, every ten seconds. */
  samples: Sample[];
  kept: { acknowledged: number; found: number };
};

type Options = { academy: Academy; postgresPid: number; connections: pg.Pool; quizzes: Quizzes; minutes: number };

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

async function inviteVisitors(connections: pg.Pool): Promise<Visitor[]> {
  await connections.query(ACCOUNTS, [await hashPassword(PASSWORD)]);
  const watchers = await openSittings(connections, { limit: LEARNERS, turn: 3 });
  const sittings = new Map(watchers.map(({ enrolmentId, sitting }) => [enrolmentId, sitting]));
  const { rows } = await connections.query<Omit<Visitor, "sitting">>(VISITORS, [[...sittings.keys()]]);
  return rows.map((visitor) => ({ ...visitor, sitting: sittings.get(visitor.enrolmentId) ?? "" }));
}

/** Samples memory and processor time until the evening is over. */
async function sampleUntil(until: number, { academy, postgresPid }: Options): Promise<Sample[]> {
  const samples: Sample[] = [];
  const begun = performance.now();
  let before = { at: begun, server: cpuSeconds(academy.pid), postgres: cpuSeconds(postgresPid) };
  while (performance.now() < until) {
    await sleep(SAMPLE_MS);
    const now = { at: performance.now(), server: cpuSeconds(academy.pid), postgres: cpuSeconds(postgresPid) };
    const seconds = (now.at - before.at) / 1_000;
    const cores = (part: "server" | "postgres") => Math.round(((now[part] - before[part]) / seconds) * 100) / 100;
    samples.push({
      second: Math.round((now.at - begun) / 1_000),
      server: memoryMegabytes(academy.pid),
      postgres: memoryMegabytes(postgresPid),
      cpuServer: cores("server"),
      cpuPostgres: cores("postgres"),
    });
    before = now;
  }
  return samples;
}

function summarise(noted: Map<string, { times: number[]; errors: number }>, seconds: number): StepFigures[] {
  return [...noted].map(([name, { times, errors }]) => {
    times.sort((a, b) => a - b);
    const count = times.length + errors;
    const perSecond = Math.round((count / seconds) * 10) / 10;
    const [p50, p95, p99] = [percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99)];
    return { name, count, perSecond, p50, p95, p99, errors };
  });
}

/**
 * A study evening: a thousand learners come within two minutes, sign in, read, watch and sit a quiz, each with the
 * pauses of somebody who reads, until the minutes are over.
 */
export async function measureEvening(options: Options): Promise<EveningFigures> {
  const { academy, connections, quizzes, minutes } = options;
  const visitors = await inviteVisitors(connections);
  const noted = new Map<string, { times: number[]; errors: number }>();
  const note: Evening["note"] = (step, ms, well) => {
    const known = noted.get(step) ?? { times: [], errors: 0 };
    noted.set(step, known);
    if (well) known.times.push(ms);
    else known.errors += 1;
  };
  const agent = new Agent({ keepAlive: true, maxSockets: LEARNERS });
  const begun = performance.now();
  const until = begun + minutes * 60_000;
  const { origin } = academy;
  const shared = { origin, agent, connections, password: PASSWORD, quiz: quizzes.evening, until, note };
  const evening: Evening = { ...shared, acknowledged: [] };
  const sampling = sampleUntil(until, options);
  await Promise.all(
    visitors.map(async (visitor, index) => {
      await sleep((index * ARRIVING_MS) / visitors.length);
      await spendEvening(visitor, evening);
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  agent.destroy();
  const { acknowledged } = evening;
  const kept = { acknowledged: acknowledged.length, found: await countAnswers(connections, acknowledged) };
  const samples = await sampling;
  return { learners: visitors.length, seconds: Math.round(seconds), steps: summarise(noted, seconds), samples, kept };
}
