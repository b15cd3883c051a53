import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { type AcademyProcess, freePort, isReady, makeFolder, readPostmaster, startAcademy } from "./academy-process.ts";
import { findMiscounted } from "./completions.ts";
import { openLoad, openScene, timeBack } from "./mixed-load.ts";

const PER_SECOND = 200;
const BEFORE_MS = 2_500;
const AFTER_MS = 6_000;

const folder = makeFolder();
let academy: AcademyProcess;

beforeAll(async () => {
  academy = await startAcademy({ PORT: String(await freePort()), DATA_DIR: folder });
}, 200_000);

afterAll(async () => {
  academy.child.kill("SIGTERM");
  await academy.ended;
  await rm(folder, { recursive: true, force: true });
});

test("PostgreSQL killed under a mixed load comes back by itself, and nothing acknowledged is lost", async () => {
  const { url, pid } = readPostmaster(folder);
  const seeding = openDatabase({ url, pool: 2 });
  const scene = await openScene(seeding.db, { learners: 30, lessons: 40 });
  await seeding.close();
  const load = await openLoad(scene, academy);
  const running = load.run({ perSecond: PER_SECOND });
  await sleep(BEFORE_MS);
  const killedAt = Date.now();
  process.kill(pid, "SIGKILL");
  await sleep(AFTER_MS);
  for (let i = 0; i < 300 && !(await isReady(academy.origin)); i += 1) await sleep(100);
  await sleep(1_000);
  await load.stop();
  await running;

  const { db, close } = openDatabase({ url: readPostmaster(folder).url, pool: 2 });
  expect(readPostmaster(folder).pid).not.toBe(pid);
  const { acknowledged, missing } = await load.findMissing(db);
  expect(missing).toEqual([]);
  expect(await findMiscounted(db)).toEqual([]);
  await close();
  const failed = load.done.filter(({ status }) => status !== 200);
  // Whoever was not served was told so in time, and what came long after was served.
  expect(failed.every(({ status }) => status === 0 || status === 500 || status === 503)).toBe(true);
  expect(load.done.findLast(({ kind }) => kind === "answer")?.status).toBe(200);
  process.stdout.write(
    `${load.done.length} requests at ${PER_SECOND}/s, ${failed.length} not served, back after ` +
      `${timeBack(load.done, killedAt)} ms, ${JSON.stringify(acknowledged)} acknowledged and kept\n`,
  );
}, 120_000);
