import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { dataDir } from "#app/platform/env/env.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { type ArchiveHeader, ArchiveRefused } from "./archive-format.ts";
import { putSecret } from "./kept-secrets.server.ts";
import { emptyDatabase, finishTables, isEmptyDatabase, makeLoader, prepareTables } from "./load-database.server.ts";
import { type ArchiveFile, readArchive, type Visitor } from "./read-archive.server.ts";

const MIGRATIONS = "prisma/migrations";

/** As Prisma makes it; its rows come with the archive. */
export const MIGRATIONS_TABLE = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

type Wanted = ArchiveFile & {
  /** Of the database, as the owner of its tables. */
  url: string;
  /** Applies what the archive lacks, and lets in who serves. */
  migrate?: () => Promise<string[]>;
  /** The name of a database that is not empty, and of which nothing is to remain. */
  replace?: string;
  withSecrets?: boolean;
};
export type Restored = { createdAt: string; rows: number; files: number; secrets: string[]; applied: string[] };

/**
 * Puts an academy back from its archive: the database whole or not at all, the files before it. An archive of an earlier
 * version is then migrated. Throws `ArchiveRefused`, having changed nothing, where the archive is damaged or of a later
 * version, and where the database is not empty.
 */
export async function restoreBackup(wanted: Wanted): Promise<Restored> {
  const { header, manifest } = await readArchive(wanted);
  await assertKnown(header);
  const client = new pg.Client({ connectionString: wanted.url, application_name: "academy restore" });
  client.on("error", () => undefined);
  await client.connect();
  const secrets: string[] = [];
  try {
    await assertMayFill(client, wanted.replace);
    await runMigrations({ connectionString: wanted.url });
    await client.query("begin");
    await client.query("set local client_encoding = 'UTF8'; set local statement_timeout = 0");
    if (wanted.replace) await emptyDatabase(client);
    await makeTables(client, header);
    const kept = await prepareTables(client, header);
    const loader = makeLoader(client, header);
    await withFolder((folder) =>
      readArchive(wanted, {
        ...filesInto(folder),
        rows: loader.rows,
        secret: async (name, secret) => {
          if (wanted.withSecrets) await putSecret(name, secret);
          secrets.push(name);
        },
      }),
    );
    await loader.close();
    await finishTables(kept, header);
    await client.query("commit");
    await client.query("analyze");
  } finally {
    await client.end();
  }
  const applied = await (wanted.migrate?.() ?? migrateDatabase({ url: wanted.url }));
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  const files = manifest.objects.count + manifest.large.count;
  return { createdAt: header.createdAt, rows, files, secrets, applied };
}

async function assertKnown({ migrations, academy }: ArchiveHeader): Promise<void> {
  const known = new Set(await readdir(MIGRATIONS));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new ArchiveRefused(
    `The archive is of a later version of the academy (${academy}): this one does not know ${unknown.join(", ")}`,
  );
}

async function assertMayFill(client: pg.Client, replace: string | undefined): Promise<void> {
  const { rows } = await client.query<{ name: string; others: number }>(
    `select current_database() as name, (select count(*)::int from pg_stat_activity where datname = current_database()
       and pid <> pg_backend_pid() and backend_type = 'client backend') as others`,
  );
  const { name = "", others = 0 } = rows[0] ?? {};
  if (replace === undefined && !(await isEmptyDatabase(client))) {
    throw new ArchiveRefused(`The database ${name} is not empty. To lose what is in it: --replace ${name}`);
  }
  if (replace === undefined) return;
  if (replace !== name) throw new ArchiveRefused(`The database is ${name}, not ${replace}`);
  if (others > 0) throw new ArchiveRefused(`${others} others are connected to ${name}: stop the academy first`);
}

/** The tables as they were when the archive was written. They are empty, so that an index may be built in the transaction. */
async function makeTables(client: pg.Client, { migrations }: ArchiveHeader): Promise<void> {
  await client.query(MIGRATIONS_TABLE);
  for (const name of migrations) {
    const sql = await readFile(resolve(MIGRATIONS, name, "migration.sql"), "utf8");
    await client.query(sql.replace(/\bCONCURRENTLY\b/gi, ""));
  }
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(dataDir, { recursive: true });
  const folder = await mkdtemp(join(dataDir, "restoring-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function filesInto(folder: string): Pick<Visitor, "object" | "large"> {
  return {
    object: async (_, bytes) => void (await putObject({ bytes, contentType: "application/octet-stream" })),
    large: async (key, stream) => {
      const path = join(folder, "file");
      await pipeline(stream, createWriteStream(path));
      await largeFiles().put(key, { path, contentType: "application/octet-stream" });
      await rm(path);
    },
  };
}
