import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { startEmbeddedPostgres } from "#app/platform/db/embedded.server.ts";
import {
  type AcademyProcess,
  freePort,
  isReady,
  makeFolder,
  readPostmaster,
  startAcademy,
  waitUntil,
} from "./academy-process.ts";
import { complete, completeAll, createUndone, findLost, findMiscounted, type Undone } from "./completions.ts";

const KILL_AFTER = 400;
const STARTING_MS = 200_000;

describe("killed in the middle of a thousand completions", () => {
  const folder = makeFolder();
  let env: { PORT: string; DATA_DIR: string };
  let academy: AcademyProcess;

  beforeAll(async () => {
    env = { PORT: String(await freePort()), DATA_DIR: folder };
    academy = await startAcademy(env);
  }, STARTING_MS);

  afterAll(async () => {
    academy.child.kill("SIGTERM");
    await academy.ended;
    await rm(folder, { recursive: true, force: true });
  });

  /** Sends all, kills once some are acknowledged, waits for the academy, and says what was acknowledged. */
  async function sendAndKill(all: Undone[], kill: () => void): Promise<Undone[]> {
    const acknowledged = await completeAll(academy.origin, all, (count) => count === KILL_AFTER && kill());
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(acknowledged.length).toBeLessThan(all.length);
    return acknowledged;
  }

  test("each one that the server had acknowledged is there, and the others can be sent again", async () => {
    const { db, close } = openDatabase({ url: readPostmaster(folder).url, pool: 2 });
    const all = await createUndone(db, { learners: 20, lessons: 50 });
    const acknowledged = await sendAndKill(all, () => academy.child.kill("SIGKILL"));
    academy = await startAcademy(env);
    expect(await findLost(db, acknowledged)).toEqual([]);
    expect(await completeAll(academy.origin, all)).toHaveLength(all.length);
    expect(await findMiscounted(db)).toEqual([]);
    expect(await db.enrolment.count({ where: { completedAt: null } })).toBe(0);
    await close();
  }, 60_000);

  test("the same when PostgreSQL is killed: it comes back by itself", async () => {
    const before = readPostmaster(folder);
    const seeding = openDatabase({ url: before.url, pool: 2 });
    const all = await createUndone(seeding.db, { learners: 20, lessons: 50 });
    await seeding.close();
    const acknowledged = await sendAndKill(all, () => process.kill(before.pid, "SIGKILL"));
    await waitUntil(() => isReady(academy.origin), 30_000);
    const { db, close } = openDatabase({ url: readPostmaster(folder).url, pool: 2 });
    expect(readPostmaster(folder)).toEqual({ pid: expect.any(Number), url: before.url });
    expect(await findLost(db, acknowledged)).toEqual([]);
    expect(await completeAll(academy.origin, all)).toHaveLength(all.length);
    expect(await findMiscounted(db)).toEqual([]);
    await close();
  }, 60_000);
});

describe("with a PostgreSQL that comes and goes", () => {
  const folder = makeFolder();
  let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  let academy: AcademyProcess;

  const startPostgres = async (port: number) =>
    startEmbeddedPostgres({ folder: join(folder, "cluster"), settings: ["fsync=off"], port });

  beforeAll(async () => {
    postgres = await startPostgres(await freePort());
    const PORT = String(await freePort());
    academy = await startAcademy({ PORT, DATA_DIR: join(folder, "data"), DATABASE_URL: postgres.url });
  }, STARTING_MS);

  afterAll(async () => {
    academy.child.kill("SIGKILL");
    await academy.ended;
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("while it is away pages say so in their language, and the site comes back within seconds", async () => {
    await postgres.stop();
    for (const locale of ["ar", "en", "ur"]) {
      const answer = await fetch(`${academy.origin}/${locale}/courses`);
      expect(answer.status).toBe(503);
      expect(answer.headers.get("Retry-After")).toBe("5");
      expect(await answer.text()).toMatch(
        new RegExp(`<html lang="${locale}" dir="${locale === "en" ? "ltr" : "rtl"}"`),
      );
    }
    expect(await isReady(academy.origin)).toBe(false);
    postgres = await startPostgres(Number(new URL(postgres.url).port));
    await waitUntil(async () => (await fetch(`${academy.origin}/en/courses`)).status === 200, 8_000);
    expect(await isReady(academy.origin)).toBe(true);
  }, 60_000);

  test("asked to stop, it ends what is in flight, takes nothing new, and is gone within ten seconds", async () => {
    const { db, connections, close } = openDatabase({ url: postgres.url, pool: 2 });
    const [undone] = await createUndone(db, { learners: 1, lessons: 1 });
    if (!undone) throw new Error("There is nothing to complete");
    const holder = await connections.connect();
    await holder.query("begin");
    await holder.query('select from "Enrolment" where "id" = $1 for update', [undone.enrolmentId]);
    const inFlight = complete(academy.origin, undone);
    await waitUntil(async () => {
      const waiting = await connections.query("select from pg_stat_activity where wait_event_type = 'Lock'");
      return waiting.rowCount === 1;
    }, 5_000);

    const asked = Date.now();
    academy.child.kill("SIGTERM");
    await waitUntil(async () => !(await isReady(academy.origin)), 5_000);
    await expect(fetch(`${academy.origin}/health`)).rejects.toThrow();
    await sleep(500);
    await holder.query("commit");
    holder.release();
    expect(await inFlight).toBe(true);
    expect(await academy.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(await findLost(db, [undone])).toEqual([]);
    await close();
  }, 60_000);
});
