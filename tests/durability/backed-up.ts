import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { importAcademy } from "#app/features/package/import-academy.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { type Db, openDatabase } from "#app/platform/db/client.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { createAccount } from "#tests/factories/account.ts";
import { copyPackageWithLecture } from "#tests/factories/package.ts";
import { createSignedCertificate } from "#tests/factories/signed-certificate.ts";
import { dumpTables } from "#tests/setup/dump-tables.ts";
import { connected } from "./empty-databases.ts";

/** Every file of a data folder but secrets, with its SHA-256. */
export async function hashFiles(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes: [string, string][] = [];
  for (const path of files.sort()) {
    hashes.push([
      path.slice(root.length),
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ]);
  }
  return Object.fromEntries(hashes.filter(([path]) => !path.includes("secret")));
}

/** The academy's own tables; the queue's are compared by what waits in it. */
export async function dumpAcademy(url: string) {
  const { connections, close } = openDatabase({ url, pool: 1 });
  try {
    const dump = Object.entries(await dumpTables(connections));
    const jobs = await connections.query(
      `select task_identifier, key, queue_name, run_at, attempts, max_attempts, last_error, priority
       from graphile_worker.jobs order by task_identifier, key`,
    );
    const tables = dump.filter(([name]) => !name.startsWith("graphile_worker") && name !== `public."BackupRun"`);
    return { tables: Object.fromEntries(tables), jobs: jobs.rows };
  } finally {
    await close();
  }
}

/** Every constraint and trigger, with what it says and whether it holds. */
export const readRules = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query(
      `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as says,
         convalidated::text as holds
       from pg_constraint where connamespace = 'public'::regnamespace
       union all select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled::text
       from pg_trigger where not tgisinternal order by 1, 2, 3`,
    );
    return rows;
  });

/** How many tables there are. */
export const countTables = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query("select count(*)::int as n from pg_tables where schemaname = 'public'");
    return rows[0]?.n;
  });

/** What an academy holds: courses with files, somebody with a password, work that waits, a certificate; its credential. */
export async function fillAcademy(db: Db, { email }: { email: string }): Promise<string> {
  await importAcademy({ db, clock: systemClock }, { root: (await copyPackageWithLecture()).root });
  await createAccount(db, { email });
  const later = { name: "later", payload: z.object({ to: z.string() }) };
  await addJob(db, later, { to: "Amina\n\t\\" }, { key: "once", queue: "slow", runAt: new Date("2030-01-01") });
  await addJob(db, later, { to: "failed" });
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 12, last_error = 'It is away' WHERE key IS NULL`;
  const made = await createSignedCertificate(db, {
    snapshot: { issuedAt: new Date(Date.now() - 86_400_000).toISOString() },
  });
  return made.credential;
}
