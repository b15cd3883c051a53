import { spawn } from "node:child_process";
import { copyFile, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { signIn } from "#app/features/account/sign-in.server.ts";
import { makeBackupKey } from "#app/platform/backup/backup-key.ts";
import { readArchive } from "#app/platform/backup/read-archive.server.ts";
import { MIGRATIONS_TABLE, restoreBackup } from "#app/platform/backup/restore-backup.server.ts";
import { writeBackup } from "#app/platform/backup/write-backup.server.ts";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { createSignedCertificate } from "#tests/factories/signed-certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { runCommand } from "./academy-command.ts";
import { countTables, dumpAcademy, fillAcademy, hashFiles, readRules } from "./backed-up.ts";
import { connected, emptyDatabases } from "./empty-databases.ts";

const { machine } = vi.hoisted(() => {
  const folder = `${process.env.TMPDIR ?? "/tmp"}/maqdis-backed-up-${process.pid}`;
  process.env.DATA_DIR = folder;
  return { machine: folder };
});

const database = openTestDatabase();
const databases = emptyDatabases();
let folder = "";
let key = { secret: "", recipient: "" };
/** An encrypted backup of the academy below. */
let archive = "";
let credential = "";
const email = "amina@example.org";

/** An academy with everything in it, and where its backup will be. */
async function openAcademy() {
  folder = await mkdtemp(join(tmpdir(), "maqdis-backup-"));
  key = await makeBackupKey();
  credential = join(folder, "credential.json");
  await writeFile(credential, await fillAcademy(database.db, { email }));
  archive = join(folder, "academy.tar.age");
}

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(machine, { recursive: true, force: true });
});

test("an academy with its files comes back on an empty machine as it was, and goes on", async () => {
  await openAcademy();
  const written = await writeBackup({ url: database.url, path: archive, key: key.recipient, withSecrets: true });
  expect(written).toMatchObject({ path: archive, encrypted: true });
  expect(written.files).toBeGreaterThan(3);
  expect((await stat(archive)).mode & 0o777).toBe(0o600);
  expect((await readFile(archive)).includes("amina@example.org")).toBe(false);

  const { url } = await databases.make();
  const DATA_DIR = join(folder, "other-machine");
  const env = { DATA_DIR, DATABASE_URL: url, BACKUP_KEY: key.secret };
  const restored = await runCommand(env, "restore", archive, "--with-secrets");
  const secrets = ["auth-secret", "issuer-secret"];
  expect(restored).toMatchObject({ code: 0, said: { rows: written.rows, applied: [], secrets } });
  expect(await dumpAcademy(url)).toEqual(await dumpAcademy(database.url));
  expect(await hashFiles(DATA_DIR)).toEqual(await hashFiles(machine));

  // What was put aside meanwhile holds again.
  expect(await readRules(url)).toEqual(await readRules(database.url));
  const verified = await runCommand(env, "verify", credential);
  expect(verified).toMatchObject({ code: 0, said: { genuine: true } });

  const { db, close } = openDatabase({ url, pool: 2 });
  const attempt = { email, password: PASSWORD, address: "203.0.113.1", headers: new Headers() };
  expect(await signIn(guestContext(db), attempt)).toMatchObject({ state: expect.any(String) });
  // What counts on goes on from where it was.
  const { certificate } = await createSignedCertificate(db);
  expect(certificate.statusPlace).toBe(2);
  await close();
});

test("an archive of which a byte was changed, or the end is missing, or the key is another, changes nothing", async () => {
  const { url } = await databases.make();
  const changed = join(folder, "changed.age");
  await copyFile(archive, changed);
  const file = await open(changed, "r+");
  await file.write(Buffer.from([0xff, 0x00, 0xff]), 0, 3, Math.floor((await stat(changed)).size / 2));
  await file.close();
  const cut = join(folder, "cut.age");
  await copyFile(archive, cut);
  await truncate(cut, (await stat(cut)).size - 70_000);
  for (const path of [changed, cut]) {
    await expect(restoreBackup({ path, key: key.secret, url })).rejects.toThrow("damaged");
  }
  await expect(restoreBackup({ path: archive, key: (await makeBackupKey()).secret, url })).rejects.toThrow(
    /identity|key/,
  );
  await expect(restoreBackup({ path: archive, key: key.recipient, url })).rejects.toThrow("public key");
  await expect(restoreBackup({ path: archive, url })).rejects.toThrow("encrypted");
  expect(await countTables(url)).toBe(0);
});

test("an open archive that was changed or cut is refused too, also where tar finds nothing amiss", async () => {
  const { url } = await databases.make();
  const path = join(folder, "open.tar");
  await writeBackup({ url: database.url, path, withFiles: false });
  const whole = await readFile(path);
  const at = whole.indexOf('"rows": ');
  expect(at).toBeGreaterThan(0);
  const changed = Buffer.from(whole);
  changed[at + 8] = 0x39;
  const cut = whole.subarray(0, whole.indexOf("manifest.json"));
  for (const bytes of [changed, cut]) {
    await writeFile(path, bytes);
    await expect(restoreBackup({ path, url })).rejects.toThrow("damaged");
  }
  expect(await countTables(url)).toBe(0);
});

test("a database that holds something is left alone, unless its name is given and nobody uses it", async () => {
  const { url, name } = await databases.make();
  await restoreBackup({ path: archive, key: key.secret, url });
  await connected(url, (client) => client.query(`update "User" set "name" = 'Somebody else'`));
  const before = await dumpAcademy(url);
  await expect(restoreBackup({ path: archive, key: key.secret, url })).rejects.toThrow("not empty");
  await expect(restoreBackup({ path: archive, key: key.secret, url, replace: "other" })).rejects.toThrow(name);
  await connected(url, () =>
    expect(restoreBackup({ path: archive, key: key.secret, url, replace: name })).rejects.toThrow("stop the academy"),
  );
  expect(await dumpAcademy(url)).toEqual(before);
  await restoreBackup({ path: archive, key: key.secret, url, replace: name });
  expect(await dumpAcademy(url)).toEqual(await dumpAcademy(database.url));
});

test("an archive of an earlier version is migrated, and one of a later version refused", async () => {
  const names = (await readdir("prisma/migrations")).filter((name) => /^\d/.test(name)).sort();
  const earlier = await databases.make();
  await connected(earlier.url, async (client) => {
    await client.query(MIGRATIONS_TABLE);
    const note =
      'insert into "_prisma_migrations" (id, checksum, migration_name, finished_at) values ($1, $1, $2, now())';
    for (const [i, name] of names.slice(0, -1).entries()) {
      const sql = await readFile(join("prisma/migrations", name, "migration.sql"), "utf8");
      await client.query(sql.replace(/\bCONCURRENTLY\b/gi, ""));
      await client.query(note, [String(i), name]);
    }
    await client.query(`insert into "User" ("email", "name") values ('first@example.org', 'First')`);
  });
  const path = join(folder, "earlier.tar");
  await writeBackup({ url: earlier.url, path, withFiles: false });
  const { url } = await databases.make();
  expect(await restoreBackup({ path, url })).toMatchObject({ applied: names.slice(-1), files: 0 });

  await connected(url, (client) =>
    client.query(`update "_prisma_migrations" set migration_name = '29990101000000_later' where migration_name = $1`, [
      names.at(-1),
    ]),
  );
  const later = join(folder, "later.tar");
  await writeBackup({ url, path: later, withFiles: false });
  const other = await databases.make();
  await expect(restoreBackup({ path: later, url: other.url })).rejects.toThrow("29990101000000_later");
  expect(await countTables(other.url)).toBe(0);
});

test("a restore that is killed leaves an empty database, and can be done again", async () => {
  const { url } = await databases.make();
  const DATA_DIR = join(folder, "killed-machine");
  const env = { ...process.env, DATA_DIR, DATABASE_URL: url, BACKUP_KEY: key.secret };
  const child = spawn(process.execPath, ["bin/academy.ts", "restore", archive], { env, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("close", resolve));
  // Killed while it fills tables: they are locked by then, and nobody else sees them.
  await connected(url, async (client) => {
    for (;;) {
      const { rows } = await client.query(
        "select 1 from pg_stat_activity where application_name = 'academy restore' and query ilike 'copy %'",
      );
      if (rows.length > 0 || child.exitCode !== null) break;
      await sleep(1);
    }
  });
  expect(child.exitCode).toBeNull();
  child.kill("SIGKILL");
  await ended;
  await vi.waitFor(async () => expect(await countTables(url)).toBe(0), 10_000);
  expect(await restoreBackup({ path: archive, key: key.secret, url })).toMatchObject({ applied: [] });
});

const saidSchema = z.object({
  ...{ path: z.string(), bytes: z.number(), rows: z.number(), files: z.number(), dropped: z.array(z.string()) },
});

test("a backup has its name once it is whole, keeps to its number, and notes how it went", async () => {
  const BACKUP_DIR = join(folder, "nightly");
  const env = { DATABASE_URL: database.url, BACKUP_DIR };
  expect(await runCommand(env, "backup", "--keep", "1")).toMatchObject({ code: 0, said: { ok: true, dropped: [] } });
  const [first] = await readdir(BACKUP_DIR);
  expect(first).toMatch(/^maqdis-\d{8}T\d{6}Z\.tar$/);
  const { said } = await runCommand(env, "backup", "--keep", "1");
  const { path, bytes, rows, files, dropped } = saidSchema.parse(said);
  expect(dropped).toEqual([first]);
  expect(await readdir(BACKUP_DIR)).toHaveLength(1);
  expect(await runCommand(env, "backup", join(folder, "s.tar"), "--with-secrets")).toMatchObject({ code: 1 });
  await expect(writeBackup({ url: database.url, path })).rejects.toThrow("is there already");
  const runs = await database.db.backupRun.findMany({ orderBy: { startedAt: "asc" } });
  expect(runs.map(({ ok }) => ok)).toEqual([true, true, false]);
  expect(runs[1]).toMatchObject({
    bytes: BigInt(bytes),
    rows: BigInt(rows),
    files,
    encrypted: false,
  });
  expect(runs[2]?.error).toContain("BACKUP_KEY");
  const { header } = await readArchive({ path });
  expect(Object.keys(header.tables)).not.toContain("BackupRun");
});
