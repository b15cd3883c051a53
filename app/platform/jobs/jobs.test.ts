import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { systemClock } from "#app/platform/clock/clock.ts";
import { log } from "#app/platform/log/log.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addJob } from "./add-job.server.ts";
import { findFailingJobs, retryJob } from "./find-failing-jobs.server.ts";
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
  expect(await retryJob(db, failing?.id ?? "0")).toBe(true);
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
