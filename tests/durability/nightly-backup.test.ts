import { randomBytes } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { findHealth } from "#app/features/oversight/overview/find-health.server.ts";
import { backUpHandler, backUpJob } from "#app/platform/backup/back-up-nightly.server.ts";
import { makeBackupKey } from "#app/platform/backup/backup-key.ts";
import { readArchive } from "#app/platform/backup/read-archive.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { asRole } from "#app/platform/db/serving-role.server.ts";
import { env, setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { findFailingJobs } from "#app/platform/jobs/find-failing-jobs.server.ts";
import { runJobs } from "#app/platform/jobs/run-jobs.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginCommand, runCommand } from "./academy-command.ts";
import { openSmallDisk } from "./small-disk.ts";

const { machine, nightly } = vi.hoisted(() => {
  const folder = `${process.env.TMPDIR ?? "/tmp"}/maqdis-nightly-${process.pid}`;
  Object.assign(process.env, { DATA_DIR: `${folder}/data`, BACKUP_DIR: `${folder}/nightly`, BACKUP_KEEP: "2" });
  return { machine: folder, nightly: `${folder}/nightly` };
});

const WAIT = { timeout: 30_000 };
/** Enough that a backup of it can be met in its middle; it takes no room on the disk. */
const LARGE_BYTES = 3 * 1024 ** 3;

const database = openTestDatabase();
// Roles belong to the whole cluster, on which other files' databases lie.
const role = `backs_up_${process.pid}_${Date.now()}`;
let serving: ReturnType<typeof openDatabase>;
let running: Awaited<ReturnType<typeof runJobs>>;

beforeAll(async () => {
  // As a worker runs it: in the name of the role that serves.
  await migrateDatabase({ url: database.url, serves: { role, make: true } });
  setDatabaseUrl(asRole(database.url, role));
  serving = openDatabase({ url: asRole(database.url, role), pool: 4 });
  const { db, connections } = serving;
  running = await runJobs({ handlers: [backUpHandler], connections, context: { db, clock: systemClock, log } });
});

afterAll(async () => {
  await running.stop();
  await serving.close();
  await database.connections.query(`drop owned by ${role}`);
  await database.connections.query(`drop role ${role}`);
  await rm(machine, { recursive: true, force: true });
});

const adminHealth = async () => {
  const admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  return (await findHealth(admin)).find(({ part }) => part === "backup");
};
const lastRun = () => database.db.backupRun.findFirstOrThrow({ orderBy: { startedAt: "desc" } });
const backupsByDoctor = async () => {
  const { said } = await runCommand({}, "doctor");
  const findings = z.array(z.object({ part: z.string(), state: z.string(), says: z.string() })).parse(said.findings);
  return findings.find(({ part }) => part === "backups");
};

test("a worker writes a backup, reads it back, keeps as many as it is told, and leaves alone what is none", async () => {
  expect(await adminHealth()).toMatchObject({ state: "attention", says: "due" });
  await mkdir(nightly, { recursive: true });
  for (const name of ["maqdis-20260101T013000Z.tar", "maqdis-20260102T013000Z.tar", "letter.txt"]) {
    await writeFile(join(nightly, name), "");
  }
  await addJob(serving.db, backUpJob, {});
  await expect.poll(async () => (await database.db.backupRun.findFirst())?.ok, WAIT).toBe(true);
  await expect.poll(() => readdir(nightly), WAIT).toHaveLength(3);
  const run = await lastRun();
  const { fileName } = run;
  expect((await readdir(nightly)).toSorted()).toEqual(["letter.txt", "maqdis-20260102T013000Z.tar", fileName]);
  const { manifest } = await readArchive({ path: join(nightly, fileName ?? "") });
  expect(Object.keys(manifest.tables)).toContain("User");
  expect(await adminHealth()).toMatchObject({ state: "ok", says: "fine", values: { at: run.startedAt } });
});

test("where the disk is full it is said at once, and once there is room the backup is made by itself", async () => {
  const large = join(machine, "data", "large-files", "videos");
  await mkdir(large, { recursive: true });
  await writeFile(join(large, "noise"), randomBytes(2 * 1024 ** 2));
  const disk = await openSmallDisk(join(machine, "small"));
  const before = await readdir(nightly);
  Object.assign(env, { BACKUP_DIR: disk.folder });
  process.env.BACKUP_DIR = disk.folder;
  onTestFinished(async () => {
    Object.assign(env, { BACKUP_DIR: nightly });
    process.env.BACKUP_DIR = nightly;
    await disk.close();
    await rm(join(large, "noise"));
  });
  const begun = new Date();
  await addJob(serving.db, backUpJob, {});
  const full = expect.stringContaining("There is no room left for the backup");
  await expect.poll(() => findFailingJobs(database.db), WAIT).toMatchObject([{ kind: "back-up", error: full }]);
  await disk.grow();
  await expect.poll(() => findFailingJobs(database.db), WAIT).toEqual([]);
  expect(await readdir(disk.folder)).toEqual([expect.stringMatching(/\.tar$/)]);
  expect(await readdir(nightly)).toEqual(before);
  const runs = await database.db.backupRun.findMany({
    where: { startedAt: { gte: begun } },
    orderBy: { startedAt: "asc" },
  });
  expect(runs.at(0)).toMatchObject({ ok: false, error: full });
  expect(runs.at(-1)).toMatchObject({ ok: true });
});

test("a try that failed is shown to admins and by the doctor until one goes well", async () => {
  const file = join(machine, "a-file");
  await writeFile(file, "");
  const { code, said } = await runCommand({ BACKUP_DIR: file }, "backup", "--keep", "2");
  expect({ code, said }).toMatchObject({ code: 1, said: { ok: false, message: expect.stringContaining("EEXIST") } });
  const good = await database.db.backupRun.findFirstOrThrow({ where: { ok: true }, orderBy: { startedAt: "desc" } });
  expect(await adminHealth()).toMatchObject({ state: "broken", says: "lastFailed", values: { at: good.startedAt } });
  expect(await backupsByDoctor()).toMatchObject({ state: "broken", says: expect.stringContaining("EEXIST") });
});

test("a backup that is killed in its middle leaves nothing that passes for one, and the next one is whole", async () => {
  const large = join(machine, "data", "large-files", "videos", "large");
  await writeFile(large, "");
  await truncate(large, LARGE_BYTES);
  onTestFinished(() => rm(large, { force: true }));
  const before = await readdir(nightly);
  const doomed = beginCommand({}, "backup", "--keep", "2");
  const left = async () => (await readdir(nightly)).filter((name) => name.endsWith(".partial"));
  await expect
    .poll(async () => Promise.all((await left()).map(async (name) => (await stat(join(nightly, name))).size > 1e6)), {
      ...WAIT,
      interval: 20,
    })
    .toEqual([true]);
  doomed.child.kill("SIGKILL");
  await doomed.ended;
  const [partial = ""] = await left();
  expect(await readdir(nightly)).toEqual([...before, partial].toSorted());
  const verified = await runCommand({}, "verify-backup", join(nightly, partial));
  expect(verified).toMatchObject({ code: 1, said: { message: expect.stringContaining("damaged") } });
  expect(await lastRun()).toMatchObject({ ok: null });

  await rm(large);
  // A day later.
  const earlier = new Date(Date.now() - 25 * 3_600_000);
  await utimes(join(nightly, partial), earlier, earlier);
  await database.db.backupRun.updateMany({ where: { ok: null }, data: { startedAt: earlier } });
  expect(await runCommand({}, "backup", "--keep", "2")).toMatchObject({ code: 0 });
  expect(await left()).toEqual([]);
  expect(await lastRun()).toMatchObject({ ok: true });
  expect(await database.db.backupRun.count({ where: { ok: null } })).toBe(0);
  expect(await backupsByDoctor()).toMatchObject({ state: "ok" });
});

/** A copy of a backup, to which something was done. */
async function spoil(path: string, name: string, work: (copy: string) => Promise<void>): Promise<string> {
  const copy = join(machine, name);
  await copyFile(path, copy);
  await work(copy);
  return copy;
}

test("what was cut, changed, or closed with another key is refused in plain words", async () => {
  const [key, other] = [await makeBackupKey(), await makeBackupKey()];
  const path = join(machine, "closed.tar.age");
  expect(await runCommand({ BACKUP_KEY: key.recipient }, "backup", path)).toMatchObject({ code: 0 });
  const { size } = await stat(path);
  const cut = await spoil(path, "cut.tar.age", (copy) => truncate(copy, size - 20_000));
  const flipped = await spoil(path, "flipped.tar.age", async (copy) => {
    const bytes = await readFile(copy);
    const at = Math.floor(size / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(copy, bytes);
  });
  const cases = [
    { path, secret: key.secret, code: 0 },
    { path: cut, secret: key.secret, code: 1, says: "The archive is damaged" },
    { path: flipped, secret: key.secret, code: 1, says: "The archive is damaged" },
    { path, secret: other.secret, code: 1, says: "closed with another key" },
    { path, secret: key.recipient, code: 1, says: "is a public key" },
    { path, secret: "", code: 1, says: "give its key in BACKUP_KEY" },
  ];
  const answers = await Promise.all(
    cases.map(({ path, secret }) => runCommand({ BACKUP_KEY: secret }, "verify-backup", path)),
  );
  expect(answers.map(({ code }) => code)).toEqual(cases.map(({ code }) => code));
  for (const [i, { says }] of cases.entries()) if (says) expect(answers[i]?.said.message).toContain(says);
});
