import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addJob } from "./add-job.server.ts";
import { findFailingJobs, retryJobs } from "./find-failing-jobs.server.ts";
import { freeLostJobs } from "./lost-jobs.server.ts";
import { type JobHandler, jobHandler, runJobs } from "./run-jobs.server.ts";

const database = openTestDatabase();
const greet = { name: "greet", payload: z.object({ name: z.string() }), maxAttempts: 1 };

async function until(condition: () => Promise<boolean> | boolean) {
  for (let i = 0; i < 200; i += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error("It did not come about");
}

async function livingRunners(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from pg_locks l
    join pg_database d on d.oid = l.database and d.datname = current_database()
    where l.locktype = 'advisory' and l.objsubid = 2`;
  return row?.n ?? 0;
}

const start = (handlers: JobHandler[]) =>
  runJobs({ handlers, connections: database.connections, context: { db: database.db, clock: systemClock, log } });

test("a job added in a transaction that fails is never run, one that commits is run once", async () => {
  const { db } = database;
  await expect(
    db.$transaction(async (tx) => {
      await addJob(tx, greet, { name: "nobody" });
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  await db.$transaction((tx) => addJob(tx, greet, { name: "Amina" }));
  const greeted: string[] = [];
  const runner = await start([jobHandler(greet, async (_, { name }) => void greeted.push(name))]);
  await until(() => greeted.length > 0);
  await runner.stop();
  expect(greeted).toEqual(["Amina"]);
});

test("a job that failed is shown with its error and can be tried again", async () => {
  const { db } = database;
  await addJob(db, greet, { name: "Bilal" });
  let away = true;
  const runner = await start([
    jobHandler(greet, async () => {
      if (away) throw new Error("the mail server is away");
    }),
  ]);
  await until(async () => (await findFailingJobs(db)).length === 1);
  const [failing] = await findFailingJobs(db);
  expect(failing).toMatchObject({ kind: "greet", dead: true, error: "the mail server is away" });
  away = false;
  expect(await retryJobs(db, { id: failing?.id ?? "0" })).toHaveLength(1);
  await until(async () => (await findFailingJobs(db)).length === 0);
  await runner.stop();
});

test("a runner that cannot put a finished job away gives its place to another, and the process lives on", async () => {
  const { db } = database;
  await db.$executeRaw`create function cannot_be_put_away() returns trigger language plpgsql as
    'begin raise exception using errcode = ''57P01'', message = ''terminating connection''; end'`;
  await db.$executeRaw`create trigger cannot_be_put_away before delete on graphile_worker._private_jobs
    for each row execute function cannot_be_put_away()`;
  const greeted: string[] = [];
  const runner = await start([jobHandler(greet, async (_, { name }) => void greeted.push(name))]);
  await addJob(db, greet, { name: "Salma" });
  await until(() => greeted.includes("Salma"));
  await sleep(500);
  await db.$executeRaw`drop function cannot_be_put_away cascade`;
  await addJob(db, greet, { name: "Yusuf" });
  await until(() => greeted.includes("Yusuf"));
  await runner.stop();
  expect(greeted).toEqual(["Salma", "Yusuf"]);
});

test("the queue of a process that was killed over a job goes on with another; who lives keeps what she has", async () => {
  const { db } = database;
  const stuck = { name: "stuck", payload: z.object({}) };
  await freeLostJobs(database.connections, { youngMs: 0 });
  await addJob(db, stuck, {}, { queue: "one by one" });
  await addJob(db, greet, { name: "Zaynab" }, { queue: "one by one" });
  const killed = spawn(process.execPath, ["tests/durability/stuck-in-a-job.ts", database.url], { stdio: "ignore" });
  const taken = () => db.$queryRaw<unknown[]>`select 1 from graphile_worker.jobs
    where task_identifier = 'stuck' and locked_at is not null`;
  await until(async () => (await taken()).length === 1);
  await until(async () => (await livingRunners(db)) === 1);
  expect(await freeLostJobs(database.connections, { youngMs: 0 })).toEqual([]);
  killed.kill("SIGKILL");
  await until(async () => (await livingRunners(db)) === 0);
  expect(await freeLostJobs(database.connections, { youngMs: 0 })).toHaveLength(1);
  const done: string[] = [];
  const runner = await start([
    jobHandler(stuck, async () => void done.push("stuck")),
    jobHandler(greet, async (_, { name }) => void done.push(name)),
  ]);
  await until(() => done.length === 2);
  await runner.stop();
  expect(done).toEqual(["stuck", "Zaynab"]);
});

test("jobs of one queue follow each other at once", async () => {
  const { db } = database;
  const done: number[] = [];
  const count = { name: "count", payload: z.object({ n: z.number() }) };
  for (let n = 0; n < 20; n += 1) await addJob(db, count, { n }, { queue: "counting" });
  const begun = Date.now();
  const runner = await start([jobHandler(count, async (_, { n }) => void done.push(n))]);
  await until(() => done.length === 20);
  await runner.stop();
  expect(done).toEqual([...Array(20).keys()]);
  // Four workers that each look every two seconds would need ten.
  expect(Date.now() - begun).toBeLessThan(8_000);
});
