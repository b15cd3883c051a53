import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { orderHandlers } from "#app/features/payment/order-handlers.server.ts";
import { reconcileJob, tendOrdersJob } from "#app/features/payment/orders/order-jobs.ts";
import { reconcileOrders } from "#app/features/payment/orders/reconcile-orders.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { freeLostJobs } from "#app/platform/jobs/lost-jobs.server.ts";
import { type StripeMood, signedEvent } from "#tests/fakes/stripe.ts";
import { settleRefund } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { live } from "./orders/buyer-life.ts";
import { chance, inParallel } from "./orders/chance.ts";
import { judge } from "./orders/judge.ts";
import { startProcesses } from "./orders/processes.ts";
import { createWorld, type World } from "./orders/world.ts";

/** How many buyers there are, and how often a process is killed; a longer night sets more. */
const ORDERS = Number(process.env.ORDERS ?? 200);
const KILLS = Math.max(3, Math.round(ORDERS / 50));
const PROCESSES = 2;
const AT_ONCE = 12;
const LONGEST_MS = 120_000;
const HOUR_MS = 60 * 60_000;

const database = openTestDatabase();
const stripe = openTestStripe();

/** Tells what happened: shuffled, some of it twice, some never, and to processes that may die over it. */
async function tellBadly({ random, processes }: World): Promise<void> {
  const events = stripe()
    .state.events.splice(0)
    .flatMap((event) => {
      const fate = random.next();
      return fate < 0.2 ? [] : fate < 0.5 ? [event, event] : [event];
    });
  const shuffled = events.map((event) => ({ event, at: random.next() })).toSorted((a, b) => a.at - b.at);
  await inParallel(shuffled, AT_ONCE, async ({ event }) => {
    const { body, headers } = signedEvent(event);
    const hear = { does: "hear" as const, body, signature: headers.get("stripe-signature") ?? "" };
    await processes.ask(Math.floor(random.next() * PROCESSES), null, hear);
  });
}

/** Kills a process now and then, in the middle of whatever it does, for as long as there is something to do. */
function killNowAndThen({ processes, random }: World, progress: () => number) {
  let over = false;
  const killing = (async () => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      while (!over && progress() < kill / (KILLS + 1)) await sleep(5);
      if (over) return kill - 1;
      await processes.killOne(Math.floor(random.next() * PROCESSES));
    }
    return KILLS;
  })();
  return () => {
    over = true;
    return killing;
  };
}

/** Of the jobs that these processes do: letters are another's. */
const findWaitingJobs = () => database.db.$queryRaw<{ kind: string; attempts: number; error: string | null }[]>`
  SELECT "task_identifier" AS "kind", "attempts"::int, "last_error" AS "error" FROM graphile_worker.jobs
  WHERE "task_identifier" = ANY(${orderHandlers.map(({ name }) => name)})`;

/** Lets the processes do all their jobs, also those that wait for a later hour or for another try. */
async function finishJobs(): Promise<void> {
  const { db, connections } = database;
  await freeLostJobs(connections, { youngMs: 0 });
  const begun = Date.now();
  for (let left = await findWaitingJobs(); left.length > 0; left = await findWaitingJobs()) {
    if (Date.now() - begun > LONGEST_MS) throw new Error(`Jobs were left undone: ${JSON.stringify(left.slice(0, 5))}`);
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND locked_at IS NULL`;
    await db.$executeRaw`SELECT pg_notify('jobs:insert', '{"r":1,"count":4}')`;
    await sleep(200);
  }
}

/** The night: what waits is asked after, and what nobody told is found by the comparison. */
async function night({ processes }: World, late: number): Promise<void> {
  processes.goLate(late);
  await addJob(database.db, tendOrdersJob, {});
  await finishJobs();
  await addJob(database.db, reconcileJob, {});
  await finishJobs();
}

test(`after ${ORDERS} buyers, faults, killed processes and races, money and seats add up and a comparison finds nothing`, async () => {
  const { db, url } = database;
  const [seed = 1] = process.env.ORDER_SEED ? [Number(process.env.ORDER_SEED)] : [randomInt(1_000_000)];
  process.stdout.write(`ORDER_SEED=${seed}\n`);
  const random = chance(seed);
  const processes = startProcesses({ url, stripe: stripe().origin, count: PROCESSES });
  onTestFinished(() => processes.stop());
  const world = await createWorld(db, { orders: ORDERS, stripe: stripe(), processes, random });
  const moods: StripeMood[] = ["away", "lostAnswer", "fault", "tooMany"];
  stripe().mood = () => (random.happens(0.02) ? random.one(moods) : undefined);
  stripe().state.refundsBegin = "pending";
  await processes.ready();
  expect(processes.faults).toEqual([]);

  let lived = 0;
  const stopKilling = killNowAndThen(world, () => lived / ORDERS);
  await inParallel(world.buyers, AT_ONCE, async (buyer) => {
    await live(world, buyer);
    lived += 1;
    if (lived % 20 === 0) await tellBadly(world);
  });
  const kills = await stopKilling();
  stripe().mood = () => undefined;
  await night(world, HOUR_MS);
  for (const { id } of stripe().state.refunds.values()) settleRefund(stripe().state, id, "succeeded");
  // Later than any transfer is waited for.
  await night(world, 15 * 24 * HOUR_MS);
  await processes.stop();
  expect(processes.faults).toEqual([]);
  await judge(db, stripe().state);
  const states = await db.order.groupBy({ by: ["state"], _count: true });
  // Chance that never led anywhere would prove nothing.
  const seen = Object.fromEntries(states.map(({ state, _count }) => [state, _count]));
  process.stdout.write(`${JSON.stringify({ kills, ...seen })}\n`);
  for (const state of ["paid", "expired", "cancelled", "failed", "refunded", "partlyRefunded"]) {
    expect(seen, state).toHaveProperty(state);
  }
  expect(kills).toBeGreaterThan(2);
  const { differences } = await reconcileOrders({ db, clock: { now: () => new Date() } }, { from: new Date(0) });
  expect(differences).toEqual([]);
}, 300_000);
