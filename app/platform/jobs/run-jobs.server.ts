import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { SpanKind } from "@opentelemetry/api";
import {
  Logger,
  type Runner,
  type RunnerOptions,
  run,
  type TaskList,
  type Worker,
  type WorkerEvents,
} from "graphile-worker";
import type { Pool } from "pg";
import type { Logger as Log } from "pino";
import type { z } from "zod";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { countJob } from "#app/platform/metrics/measures.server.ts";
import { inSpan } from "#app/platform/trace/span.server.ts";
import type { JobKind } from "./add-job.server.ts";
import { freeLostJobs, showLife } from "./lost-jobs.server.ts";

/** `signal` tells work that takes long to stop, for the process ends; the job is tried again. */
export type JobContext = { db: Db; clock: Clock; log: Log; signal?: AbortSignal };

export type JobHandler = { name: string; handle: (context: JobContext, payload: unknown) => Promise<void> };

/** Joins a kind of job to what does it; the payload is checked first. */
export function jobHandler<Payload extends z.ZodType>(
  kind: JobKind<Payload>,
  handle: (context: JobContext, payload: z.output<Payload>) => Promise<void>,
): JobHandler {
  return { name: kind.name, handle: (context, payload) => handle(context, kind.payload.parse(payload)) };
}

async function measureJob(kind: string, work: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  let failed = true;
  try {
    await inSpan({ name: `job ${kind}`, kind: SpanKind.CONSUMER }, work);
    failed = false;
  } finally {
    countJob({ kind, failed, seconds: (performance.now() - begun) / 1_000 });
  }
}

/**
 * Takes jobs from PostgreSQL in this process until the runner is stopped; unfinished ones are taken again elsewhere.
 * What a process was doing when it was killed is taken again within half a minute, by any process that lives.
 */
export async function runJobs({
  handlers,
  context,
  connections,
  everyMinute = [],
  everyHour = [],
  everyNight = [],
  concurrency = 4,
}: {
  handlers: JobHandler[];
  /** Names of jobs without payload that are added every minute, once for all processes. */
  everyMinute?: string[];
  /** The same, added seven minutes past each hour. */
  everyHour?: string[];
  /** The same, added once a night (at 01:30 UTC). */
  everyNight?: string[];
  context: JobContext;
  connections: Pool;
  concurrency?: number;
}): Promise<{ stop: () => Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    handlers.map(({ name, handle }) => [
      name,
      async (payload, { job, abortSignal }) => {
        const log = context.log.child({ job: job.id, kind: name, attempt: job.attempts });
        await measureJob(name, () => handle({ ...context, log, signal: abortSignal }, payload));
      },
    ]),
  );
  const logger = new Logger(() => (level, message) => {
    if (level === "error") context.log.error({ message }, "A job failed");
  });
  const minutely = everyMinute.map((name) => `* * * * * ${name}`);
  const hourly = everyHour.map((name) => `7 * * * * ${name}`);
  const crontab = [...minutely, ...hourly, ...everyNight.map((name) => `30 1 * * * ${name}`)].join("\n");
  // With a delay, if only of none, what fails while a job is put away ends the runner; without, the whole process.
  const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
  const options = { preset, pgPool: connections, taskList, crontab, concurrency, noHandleSignals: true, logger };
  const life = lookAfterLost(connections, context.log);
  const running = await keepRunning({ ...options, events: life.events }, context.log);
  return {
    stop: async () => {
      await running.stop();
      await life.stop();
    },
  };
}

const LOOK_EVERY_MS = 15_000;
/** By then a finished job is put away, and its queue free; where the database is slow, by the second. */
const FREE_AFTER_MS = [15, 150];

/**
 * Lets the jobs of one queue follow each other: a worker looks on before what it did is put away, would find its queue
 * taken, and sleep for two seconds.
 */
function lookOnAtOnce(events: WorkerEvents): void {
  const released = new WeakSet<Worker>();
  events.on("worker:release", ({ worker }) => void released.add(worker));
  events.on("job:complete", ({ worker, job }) => {
    if (job.job_queue_id === null) return;
    const lookOn = () => released.has(worker) || worker.nudge();
    for (const ms of FREE_AFTER_MS) setTimeout(lookOn, ms).unref();
  });
}

/** Shows which runners of this process live, and gives back what others had in hand that do not. */
function lookAfterLost(connections: Pool, log: Log): { events: WorkerEvents; stop: () => Promise<void> } {
  const life = showLife(connections);
  const events: WorkerEvents = new EventEmitter();
  const away = (error: unknown) => log.warn({ err: error }, "Looking after jobs that were lost failed");
  const look = async () => {
    await life.hold();
    const lost = await freeLostJobs(connections);
    if (lost.length > 0) log.warn({ runners: lost.length }, "Jobs of a process that is gone are taken again");
  };
  events.on("pool:create", ({ workerPool }) => {
    life.begin(workerPool.id);
    look().catch(away);
  });
  lookOnAtOnce(events);
  events.on("pool:release", ({ workerPool }) => life.end(workerPool.id));
  const timer = setInterval(() => look().catch(away), LOOK_EVERY_MS);
  timer.unref();
  const stop = async () => {
    clearInterval(timer);
    await life.close();
  };
  return { events, stop };
}

const AGAIN_AFTER_MS = 1_000;

/**
 * A runner gives up where PostgreSQL goes away in the very moment in which it puts a finished job away. Another then
 * takes its place, as often as it needs, and the process goes on serving.
 */
async function keepRunning(options: RunnerOptions, log: Log): Promise<{ stop: () => Promise<void> }> {
  let stopping = false;
  let runner: Runner | undefined;
  const watch = (running: Runner): Runner => {
    const end = (error?: unknown) => {
      runner = undefined;
      if (stopping) return;
      log.error({ err: error }, "The runner of jobs gave up; another takes its place");
      void startAgain();
    };
    // It says so either way, by what it had in hand.
    running.promise.then(() => end(), end);
    return running;
  };
  const startAgain = async () => {
    while (!stopping && !runner) {
      await sleep(AGAIN_AFTER_MS, undefined, { ref: false });
      const next = await run(options).catch(() => undefined);
      if (next && stopping) await next.stop();
      else if (next) runner = watch(next);
    }
  };
  runner = watch(await run(options));
  return {
    stop: async () => {
      stopping = true;
      await runner?.stop();
    },
  };
}
