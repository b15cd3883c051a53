import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { atStripe, syncOrderJob, tendOrdersJob } from "#app/features/payment/orders/order-jobs.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { beginToBuy, createBuyer, createPricedCourse } from "#tests/factories/order.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { type Processes, startProcesses, type Told } from "./orders/processes.ts";

/** More than a process has connections to the database, or places for jobs. */
const BUYERS = 25;
const OTHERS = 10;

const database = openTestDatabase();
const stripe = openTestStripe();

const urlOf = (told: Told) => z.object({ url: z.string() }).parse("answer" in told ? told.answer : null).url;

async function startOne(): Promise<Processes> {
  const processes = startProcesses({ url: database.url, stripe: stripe().origin, count: 1 });
  onTestFinished(() => processes.stop());
  await processes.ready();
  return processes;
}

/** People who would buy a place in one course, each of them ready to press. */
async function pressers(processes: Processes, count: number, method: "checkout" | "transfer") {
  const { db } = database;
  const { course } = await createPricedCourse(db, { seats: count });
  const buyers = await Promise.all(Array.from({ length: count }, () => createBuyer(db)));
  const wanted = { kind: "course" as const, course: course.slug, cohortId: null };
  const buy = { does: "buy" as const, wanted, code: null, method };
  return buyers.map(
    ({ actor }) =>
      () =>
        processes.ask(0, actor.id, buy),
  );
}

const countJobs = async (kind: string) => {
  const [row] = await database.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE "task_identifier" = ${kind} AND "run_at" <= now()`;
  return row?.n ?? 0;
};

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 50));
}

test("while Stripe is silent or slow whoever buys is told, others are served at once, and nobody gets two pages", async () => {
  const { db, connections } = database;
  const processes = await startOne();
  const buying = await pressers(processes, BUYERS, "checkout");
  const others = await pressers(processes, OTHERS, "transfer");
  const before = stripe().state.sessions.size;
  const asked = stripe().asked.length;
  stripe().mood = () => (stripe().asked.length % 2 === 0 ? "silent" : "slow");
  let told = 0;
  const answers = buying.map(async (press) => {
    const answer = await press();
    told += 1;
    return answer;
  });
  // All of them wait for Stripe now, and none for the database.
  await until(() => stripe().asked.length >= asked + BUYERS);
  const { rows } = await connections.query(
    "select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  );
  expect(rows).toEqual([]);
  const served = await Promise.all(others.map((press) => press()));
  expect(served).toMatchObject(Array(OTHERS).fill({ answer: { next: "transfer" } }));
  expect(told).toBe(0);
  expect(await Promise.all(answers)).toEqual(Array(BUYERS).fill({ refused: "stripeAway" }));
  stripe().mood = () => undefined;
  const urls = (await Promise.all(buying.map((press) => press()))).map(urlOf);
  expect(new Set(urls).size).toBe(BUYERS);
  expect(stripe().state.sessions.size).toBe(before + BUYERS);
  expect(await db.order.count({ where: { method: "checkout" } })).toBe(BUYERS);
  expect(processes.faults).toEqual([]);
});

test("while Stripe says nothing, work that waits for it takes one place, and other work goes on", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const orders = await Promise.all(
    Array.from({ length: 6 }, async () => beginToBuy(await createBuyer(db), { course })),
  );
  stripe().mood = () => "silent";
  const asked = stripe().asked.length;
  for (const { orderId } of orders) await addJob(db, syncOrderJob, { orderId }, atStripe);
  const processes = await startOne();
  await until(() => stripe().asked.length > asked);
  await addJob(db, tendOrdersJob, {});
  await until(async () => (await countJobs(tendOrdersJob.name)) === 0);
  // The first of the six still waits for its first or second answer; the others for it.
  expect(stripe().asked.length - asked).toBeLessThanOrEqual(2);
  expect(await countJobs(syncOrderJob.name)).toBe(6);
  expect(processes.faults).toEqual([]);
});
