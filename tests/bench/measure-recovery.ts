import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { readPostmaster } from "#tests/durability/academy-process.ts";
import { openLoad, openScene, timeBack } from "#tests/durability/mixed-load.ts";
import { startAcademy } from "./academy.ts";

const PER_SECOND = 200;
const KILLS = 3;
const BEFORE_MS = 8_000;
const AFTER_MS = 10_000;
const GIVE_UP_MS = 120_000;

export type RecoveryFigures = {
  perSecond: number;
  sent: number;
  /**
   * Of each time that PostgreSQL was killed: what was not served after it, and milliseconds until it took connections
   * again and until a write went well.
   */
  kills: { notServed: number; acceptsMs: number; backMs: number }[];
  kept: { acknowledged: number; missing: number };
};

/** `folder` holds a seeded PostgreSQL that nobody runs: the academy starts it by itself. */
type Options = { folder: string; port: number };

async function takesConnections(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Kills the server process of PostgreSQL, and says when that was and after how many milliseconds it was there again. */
async function kill(folder: string): Promise<{ at: number; acceptsMs: number }> {
  const { pid, url } = readPostmaster(folder);
  const at = Date.now();
  process.kill(pid, "SIGKILL");
  // Those it served die after it; until then none is another.
  while (!(await takesConnections(url))) {
    if (Date.now() - at > GIVE_UP_MS) throw new Error("PostgreSQL did not come back");
    await sleep(50);
  }
  return { at, acceptsMs: Date.now() - at };
}

/**
 * Kills the PostgreSQL that an academy keeps for itself with -9, three times, under a mixture of reads and writes, and
 * says how long that was felt.
 */
export async function measureRecovery({ folder, port }: Options): Promise<RecoveryFigures> {
  const academy = await startAcademy({ folder, port, processes: 1 });
  try {
    const seeding = openDatabase({ url: readPostmaster(folder).url, pool: 2 });
    const scene = await openScene(seeding.db, { learners: 100, lessons: 60 });
    await seeding.close();
    const load = await openLoad(scene, academy);
    const running = load.run({ perSecond: PER_SECOND });
    const killed: Awaited<ReturnType<typeof kill>>[] = [];
    for (let i = 0; i < KILLS; i += 1) {
      await sleep(BEFORE_MS);
      killed.push(await kill(folder));
      await sleep(AFTER_MS);
    }
    await load.stop();
    await running;
    const { db, close } = openDatabase({ url: readPostmaster(folder).url, pool: 2 });
    const { acknowledged, missing } = await load.findMissing(db);
    await close();
    const failed = load.done.filter(({ status }) => status !== 200);
    const kills = killed.map(({ at, acceptsMs }, i) => {
      const until = killed[i + 1]?.at ?? Number.POSITIVE_INFINITY;
      // What was under way as it died counts too.
      const notServed = failed.filter((one) => one.at + one.ms >= at && one.at < until).length;
      return { notServed, acceptsMs, backMs: timeBack(load.done, at) };
    });
    const sum = Object.values(acknowledged).reduce((all, count) => all + count, 0);
    const kept = { acknowledged: sum, missing: missing.length };
    return { perSecond: PER_SECOND, sent: load.done.length, kills, kept };
  } finally {
    await academy.stop();
  }
}
