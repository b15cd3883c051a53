import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { z } from "zod";
import { makeBackupKey } from "#app/platform/backup/backup-key.ts";
import { watchMemory } from "./measure-load.ts";

/** Seconds of the whole command, as somebody waits for it, and the most memory that it held. */
type Run = { seconds: number; megabytes: number };

export type BackupFigures = {
  academy: { rows: number; files: number; megabytes: number };
  /** `missing`: rows of the academy that are not in the restored database, and those that are other than they were. */
  archives: { name: string; backup: Run; megabytes: number; restore: Run; missing: number }[];
};

type Options = { connections: pg.Pool; url: string; folder: string };

const writtenSchema = z.object({ bytes: z.number(), rows: z.number(), files: z.number() });
const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;

/** Runs `npm run academy -- …` and says what it said, how long it took, and how much memory. */
async function runAcademy(args: string[], env: Record<string, string>): Promise<Run & { said: unknown }> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["bin/academy.ts", ...args, "--json"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [said, code, most] = await Promise.all([text(child.stdout), ended, watchMemory(child.pid ?? 0, ended)]);
  if (code !== 0) throw new Error(`academy ${args[0]} ended with ${code}: ${said}`);
  return { said: JSON.parse(said), seconds: Math.round((performance.now() - begun) / 100) / 10, megabytes: most };
}

// What lies beside the academy's own tables is not logged. A backup does not hold what backups there were.
const TABLES = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  and relpersistence = 'p' and relname <> 'BackupRun' order by 1`;

/** By table the number of rows, and a sum that is another where a row is another. */
async function readTables(url: string): Promise<Map<string, { rows: number; sum: string }>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(TABLES);
    const found = new Map<string, { rows: number; sum: string }>();
    for (const { name } of tables) {
      const table = pg.escapeIdentifier(name);
      const { rows } = await client.query<{ rows: number; sum: string }>(
        `select count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${table} t`,
      );
      if (rows[0]) found.set(name, rows[0]);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Rows of tables that are not the same in both. */
async function countMissing(from: string, to: string): Promise<number> {
  const [before, after] = [await readTables(from), await readTables(to)];
  return [...before].reduce((missing, [name, { rows, sum }]) => {
    const there = after.get(name);
    if (there?.sum === sum && there.rows === rows) return missing;
    return missing + Math.max(1, Math.abs(rows - (there?.rows ?? 0)));
  }, 0);
}

type Kind = { name: string; file: string; lock?: string; open?: string };

async function backUpAndRestore({ connections, url, folder }: Options, { name, file, lock = "", open = "" }: Kind) {
  const path = join(folder, file);
  const at = { DATABASE_URL: url, DATA_DIR: join(folder, "data") };
  const { said, ...backup } = await runAcademy(["backup", path], { ...at, BACKUP_KEY: lock });
  const written = writtenSchema.parse(said);
  const database = `restored_${file.replaceAll(/\W/g, "_")}`;
  await connections.query(`create database ${database}`);
  const empty = new URL(url);
  empty.pathname = `/${database}`;
  const to = { DATABASE_URL: empty.href, DATA_DIR: join(folder, database) };
  const { said: _, ...restore } = await runAcademy(["restore", path], { ...to, BACKUP_KEY: open });
  const missing = await countMissing(url, empty.href);
  await connections.query(`drop database ${database}`);
  return { written, figures: { name, backup, megabytes: megabytes(written.bytes), restore, missing } };
}

/** Writes the academy into an archive and puts it into an empty database, open and encrypted. */
export async function measureBackup(options: Options): Promise<BackupFigures> {
  const { secret, recipient } = await makeBackupKey();
  const { rows } = await options.connections.query<{ bytes: string }>(
    "select pg_database_size(current_database())::text as bytes",
  );
  const plain = await backUpAndRestore(options, { name: "open", file: "academy.tar" });
  const closed = { name: "encrypted", file: "academy.tar.age", lock: recipient, open: secret };
  const encrypted = await backUpAndRestore(options, closed);
  const { rows: count, files } = plain.written;
  return {
    academy: { rows: count, files, megabytes: megabytes(Number(rows[0]?.bytes)) },
    archives: [plain.figures, encrypted.figures],
  };
}
