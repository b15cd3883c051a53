import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { openLoad, openScene, timeBack } from "#tests/durability/mixed-load.ts";
import type { Academy, startPostgres } from "./academy.ts";

const PER_SECOND = 200;
const KILLS = 3;
const BEFORE_MS = 8_000;
const AFTER_MS = 15_000;

export type RecoveryFigures = {
  perSecond: number;
  sent: number;
  /** Of each time that PostgreSQL was killed: what was not served after it, and milliseconds until a write went well. */
  kills: { notServed: number; backMs: number }[];
  kept: { acknowledged: number; missing: number };
};

type Options = { academy: Academy; postgres: Awaited<ReturnType<typeof startPostgres>> };

/** Kills PostgreSQL with -9, three times, under a mixture of reads and writes, and says how long that was felt. */
export async function measureRecovery({ academy, postgres }: Options): Promise<RecoveryFigures> {
  const seeding = openDatabase({ url: postgres.url, pool: 2 });
  const scene = await openScene(seeding.db, { learners: 100, lessons: 60 });
  await seeding.close();
  const load = await openLoad(scene, academy);
  const running = load.run({ perSecond: PER_SECOND });
  const killed: number[] = [];
  for (let i = 0; i < KILLS; i += 1) {
    await sleep(BEFORE_MS);
    killed.push(Date.now());
    process.kill(postgres.pid, "SIGKILL");
    await sleep(AFTER_MS);
  }
  await load.stop();
  await running;
  const { db, close } = openDatabase({ url: postgres.url, pool: 2 });
  const { acknowledged, missing } = await load.findMissing(db);
  await close();
  const failed = load.done.filter(({ status }) => status !== 200);
  const kills = killed.map((at, i) => {
    const until = killed[i + 1] ?? Number.POSITIVE_INFINITY;
    // What was under way as it died counts too.
    const notServed = failed.filter((one) => one.at + one.ms >= at && one.at < until).length;
    return { notServed, backMs: timeBack(load.done, at) };
  });
  const sum = Object.values(acknowledged).reduce((all, count) => all + count, 0);
  return { perSecond: PER_SECOND, sent: load.done.length, kills, kept: { acknowledged: sum, missing: missing.length } };
}
