import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { openSchemaEngine } from "./schema-engine.server.ts";
import { grantServing, makeServingRole } from "./serving-role.server.ts";

/** Any number: what matters is that all instances use the same one. */
const MIGRATION_LOCK = 7_307_001;
const ASK_AGAIN_MS = 250;

const schemaFolder = resolve("prisma/schema");
const migrationsFolder = resolve("prisma/migrations");

async function findMigrations(): Promise<string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigrations() {
  return Promise.all(
    (await findMigrations()).map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(migrationsFolder, path, "migration.sql"), "utf8") },
      },
    })),
  );
}

async function apply(url: string): Promise<string[]> {
  const { engine, close } = await openSchemaEngine({ url, schemaFolder });
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: migrationsFolder,
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: await readMigrations(),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

/**
 * Asks again and again instead of waiting in PostgreSQL: an index that is built CONCURRENTLY waits for every statement
 * that was begun before it, and one that waits for this lock would wait for the index.
 */
async function takeLock(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [MIGRATION_LOCK]);
    if (rows[0]?.held) return;
    await sleep(ASK_AGAIN_MS);
  }
}

/**
 * Applies what is pending, of the academy and of the job queue, and returns the names applied; a second call applies nothing.
 * Holds an advisory lock, so that several instances may start at once. Throws when a migration fails.
 * `serves`: the role that will serve, when `url` is not its own; it is given its rights, and made if it is to be.
 */
export async function migrateDatabase({
  url,
  serves,
}: {
  url: string;
  serves?: { role: string; make?: boolean };
}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await takeLock(client);
    const applied = await apply(url);
    await runMigrations({ connectionString: url });
    if (serves?.make) await makeServingRole(client, serves.role);
    if (serves) await grantServing(client, serves.role);
    return applied;
  } finally {
    await client.end();
  }
}

/** Names of the migrations that the code has and the database has not. Throws when the database does not answer. */
export async function findPendingMigrations(connections: pg.Pool): Promise<string[]> {
  const wanted = await findMigrations();
  const table = await connections.query("select to_regclass('public._prisma_migrations') as name");
  if (!table.rows[0]?.name) return wanted;
  const applied = await connections.query<{ migration_name: string }>(
    'select migration_name from "_prisma_migrations" where finished_at is not null and rolled_back_at is null',
  );
  const names = new Set(applied.rows.map((row) => row.migration_name));
  return wanted.filter((name) => !names.has(name));
}
