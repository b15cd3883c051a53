import type { Pool } from "pg";
import { Counter, Gauge } from "prom-client";
import { registry } from "./registry.server.ts";

const registers = [registry];

/** For so long the queue is not asked for its length again, however often the measures are read. */
const ASK_AGAIN_AFTER_MS = 5_000;

const QUEUE = `
  select count(*) filter (where locked_at is not null)::int as running,
    count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now())::int as ready,
    count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now())::int as later,
    count(*) filter (where attempts >= max_attempts)::int as "givenUp"
  from graphile_worker.jobs`;

/** What is written where it happens; PostgreSQL counts the rows by itself, in no time. */
const TABLES = {
  User: "sign-up",
  Session: "sign-in",
  Enrolment: "enrolment",
  Completion: "completion",
  Attempt: "attempt",
  Answer: "answer",
  Certificate: "certificate",
  Order: "order",
};

const WRITTEN = `
  select relname as table, n_tup_ins::float8 as rows from pg_stat_user_tables
  where schemaname = current_schema() and relname = any($1)`;

type Counts = Record<string, number>;

let watched: Pool | undefined;
let askedAt = Number.NEGATIVE_INFINITY;
let asked: Promise<Counts | undefined> = Promise.resolve(undefined);

/** Jobs by how they stand; undefined where the database does not answer. */
async function countQueue(): Promise<Counts | undefined> {
  if (!watched || performance.now() - askedAt < ASK_AGAIN_AFTER_MS) return asked;
  askedAt = performance.now();
  asked = watched.query<Counts>(QUEUE).then(
    ({ rows }) => rows[0],
    () => undefined,
  );
  return asked;
}

new Gauge({
  name: "maqdis_db_connections",
  help: "Connections of the pool that are busy or idle, and how many more are wanted.",
  labelNames: ["state"],
  registers,
  collect() {
    if (!watched) return;
    this.set({ state: "busy" }, watched.totalCount - watched.idleCount);
    this.set({ state: "idle" }, watched.idleCount);
    this.set({ state: "wanted" }, watched.waitingCount);
  },
});

new Gauge({
  name: "maqdis_db_up",
  help: "1 where the database answered when the measures were read.",
  aggregator: "min",
  registers,
  async collect() {
    this.set((await countQueue()) ? 1 : 0);
  },
});

new Gauge({
  name: "maqdis_jobs",
  help: "Jobs in the queue of the whole academy: running, ready, later (also those tried again), givenUp.",
  labelNames: ["state"],
  // Each process sees the same queue.
  aggregator: "max",
  registers,
  async collect() {
    const counts = await countQueue();
    // Of a database that does not answer nothing is known.
    this.reset();
    for (const [state, count] of Object.entries(counts ?? {})) this.set({ state }, count);
  },
});

new Counter({
  name: "maqdis_academy_events_total",
  help: "What happened in the whole academy since PostgreSQL began to count: rows written, those taken back included.",
  labelNames: ["event"],
  aggregator: "max",
  registers,
  async collect() {
    const rows = await watched?.query<{ table: string; rows: number }>(WRITTEN, [Object.keys(TABLES)]).then(
      (answer) => answer.rows,
      () => undefined,
    );
    this.reset();
    for (const [table, event] of Object.entries(TABLES)) {
      const written = rows?.find((row) => row.table === table);
      if (written) this.inc({ event }, written.rows);
    }
  },
});

/** Measures a pool, and the queue of jobs behind it, whenever the measures are read. Reading never throws. */
export function watchDatabase(connections: Pool): void {
  watched = connections;
  askedAt = Number.NEGATIVE_INFINITY;
}
