import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { type ArchiveHeader, type ArchiveManifest, JOBS } from "./archive-format.ts";
import type { Archive } from "./write-archive.server.ts";

const zip = promisify(gzip);
const PART_BYTES = 1024 * 1024;
const LINE_END = 10;

/** The academy's own; what others put beside them no migration would make again. */
const OWN = [...Object.values(Prisma.ModelName), "_prisma_migrations"];
/** What this machine has backed up is nothing to another. */
const LEFT_OUT = ["BackupRun"];

const JOB_COLUMNS = "identifier, payload, queue_name, run_at, attempts, max_attempts, last_error, key, priority";
const WAITING_JOBS = `SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.attempts, j.max_attempts, j.last_error,
    j.key, j.priority
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id ORDER BY j.id`;

type Known = Pick<ArchiveHeader, "postgres" | "migrations" | "tables" | "sequences">;

/**
 * Runs `work` with a connection that sees the database as it was in one moment, whoever writes meanwhile; a migration
 * waits until it is done.
 */
export async function inSnapshot<T>(url: string, work: (client: pg.Client, known: Known) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "academy backup" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(
      `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC';
       set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local extra_float_digits = 3;
       set local client_encoding = 'UTF8'`,
    );
    return await work(client, await readKnown(client));
  } finally {
    await client.end();
  }
}

async function readKnown(client: pg.Client): Promise<Known> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS "name", array_agg(a.attname::text ORDER BY a.attnum) AS "columns"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attgenerated = '' AND c.relname = ANY($1) AND c.relname <> ALL($2)
     GROUP BY c.relname ORDER BY c.relname`,
    [OWN, LEFT_OUT],
  );
  if (tables.length === 0) throw new Error("There is no academy in this database");
  const names = tables.map(({ name }) => pg.escapeIdentifier(name));
  await client.query(`lock table ${names.join(", ")} in access share mode`);
  const { rows: version } = await client.query<{ number: string }>(
    "select current_setting('server_version') as number",
  );
  const { rows: migrations } = await client.query<{ name: string }>(
    `select migration_name as name from "_prisma_migrations"
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return {
    postgres: version[0]?.number ?? "",
    migrations: migrations.map(({ name }) => name),
    tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
    sequences: await readSequences(client),
  };
}

async function readSequences(client: pg.Client): Promise<Known["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    `select s.relname as name from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
       join pg_class t on t.oid = d.refobjid
     where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace and t.relname = any($1) order by 1`,
    [OWN],
  );
  const sequences: Known["sequences"] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${pg.escapeIdentifier(name)}`,
    );
    const [of] = state.rows;
    if (of) sequences.push({ name, ...of });
  }
  return sequences;
}

type Dumped = {
  tables: ArchiveManifest["tables"] /** Every SHA-256 that stands anywhere in the rows. */;
  named: Set<string>;
};

/** Adds every row of the tables, and the jobs that wait, to an archive; some megabytes at a time. */
export async function dumpRows(client: pg.Client, archive: Archive, tables: Known["tables"]): Promise<Dumped> {
  const dumped: Dumped = { tables: {}, named: new Set() };
  for (const [table, columns] of Object.entries(tables)) {
    const names = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
    const from = `${pg.escapeIdentifier(table)} (${names})`;
    await dumpTable({ client, archive, dumped }, { table, from });
  }
  const { rows } = await client.query("select to_regclass('graphile_worker._private_jobs') as jobs");
  if (rows[0]?.jobs) await dumpTable({ client, archive, dumped }, { table: JOBS, from: `(${WAITING_JOBS})` });
  return dumped;
}

type Dumping = { client: pg.Client; archive: Archive; dumped: Dumped };

async function dumpTable({ client, archive, dumped }: Dumping, { table, from }: { table: string; from: string }) {
  const hash = createHash("sha256");
  let [part, bytes] = [0, 0];
  const stream = client.query(copyTo(`copy ${from} to stdout`));
  for await (const rows of inParts(stream)) {
    hash.update(rows);
    bytes += rows.length;
    part += 1;
    for (const [sha256] of rows.toString("latin1").matchAll(/[0-9a-f]{64,}/g)) {
      if (sha256.length === 64) dumped.named.add(sha256);
    }
    const name = `tables/${table}/${String(part).padStart(6, "0")}.copy.gz`;
    await archive.add(name, await zip(rows, { level: 4 }));
  }
  if (part > 0) dumped.tables[table] = { rows: stream.rowCount, bytes, sha256: hash.digest("hex") };
}

/** Whole rows, some megabytes of them at a time. */
async function* inParts(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    const all = Buffer.concat(waiting);
    const end = all.lastIndexOf(LINE_END) + 1;
    if (end > 0) yield all.subarray(0, end);
    waiting = [all.subarray(end)];
    size = all.length - end;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** The columns in which an archive has the jobs. */
export const jobColumns = JOB_COLUMNS;
