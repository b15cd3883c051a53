import { finished } from "node:stream/promises";
import pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { type ArchiveHeader, ArchiveRefused, JOBS } from "./archive-format.ts";
import { jobColumns } from "./dump-database.server.ts";

type Kept = { client: pg.Client; after: string[] };

/** Whether a schema holds anything that is not an extension's. */
export async function isEmptyDatabase(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1`,
  );
  return rows.length === 0;
}

/** Takes away everything of the academy that is in the database. */
export async function emptyDatabase(client: pg.Client): Promise<void> {
  await client.query("drop schema public cascade");
  await client.query("create schema public authorization pg_database_owner");
  await client.query("grant usage on schema public to public");
  await client.query("delete from graphile_worker._private_jobs");
}

/**
 * Makes tables ready to be filled in any order: rules that look at other tables or act upon a write are put aside.
 * Returns what puts them back.
 */
export async function prepareTables(client: pg.Client, { tables }: ArchiveHeader): Promise<Kept> {
  const after: string[] = [];
  const aside = async (query: string) => {
    const { rows } = await client.query<{ off: string; on: string }>(query);
    for (const { off, on } of rows) {
      await client.query(off);
      after.push(on);
    }
  };
  await aside(
    `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname) AS "off",
       format('ALTER TABLE %s ENABLE %s TRIGGER %I', t.tgrelid::regclass,
         CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, t.tgname) AS "on"
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'D'`,
  );
  // Foreign keys, and checks that older rows need not pass.
  await aside(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', r.conrelid::regclass, r.conname) AS "off",
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', r.conrelid::regclass, r.conname, pg_get_constraintdef(r.oid)) AS "on"
     FROM pg_constraint r WHERE r.connamespace = 'public'::regnamespace AND r.conrelid <> 0
       AND (r.contype = 'f' OR (r.contype = 'c' AND NOT r.convalidated))`,
  );
  await client.query(
    `truncate ${Object.keys(tables)
      .map((table) => pg.escapeIdentifier(table))
      .join(", ")}`,
  );
  await client.query(
    `create temp table restored_jobs (identifier text, payload json, queue_name text, run_at timestamptz,
       attempts int, max_attempts int, last_error text, key text, priority int) on commit drop`,
  );
  return { client, after };
}

/** Fills tables one after another with rows as COPY wrote them. */
export function makeLoader(client: pg.Client, { tables }: ArchiveHeader) {
  let open: { table: string; stream: CopyStreamQuery } | undefined;
  const close = async () => {
    const last = open;
    open = undefined;
    last?.stream.end();
    if (last) await finished(last.stream);
  };
  const begin = async (table: string) => {
    await close();
    const columns = tables[table]?.map((column) => pg.escapeIdentifier(column)).join(", ");
    const target =
      table === JOBS ? `pg_temp.restored_jobs (${jobColumns})` : `${pg.escapeIdentifier(table)} (${columns})`;
    if (table !== JOBS && !columns)
      throw new ArchiveRefused(`The archive has rows of ${table}, which it does not name`);
    const stream = client.query(copyFrom(`copy ${target} from stdin`));
    // Who writes next, or closes, is told.
    stream.on("error", () => undefined);
    open = { table, stream };
    return open;
  };
  const rows = async (table: string, copy: Buffer) => {
    const { stream } = open?.table === table ? open : await begin(table);
    await new Promise<void>((resolve, reject) => {
      stream.write(copy, (error) => (error ? reject(error) : resolve()));
    });
  };
  return { rows, close };
}

/** Puts everything aside back, which checks the rows, and sets sequences and jobs to where they were. */
export async function finishTables({ client, after }: Kept, { sequences }: ArchiveHeader): Promise<void> {
  for (const statement of after.toReversed()) await client.query(statement);
  for (const { name, value, called } of sequences) {
    await client.query("select setval($1::regclass, $2, $3)", [pg.escapeIdentifier(name), value, called]);
  }
  await client.query(
    `create temp table added_jobs on commit drop as select r.attempts, r.last_error, (graphile_worker.add_job(
       identifier => r.identifier, payload => r.payload, queue_name => r.queue_name, run_at => r.run_at,
       max_attempts => r.max_attempts, job_key => r.key, priority => r.priority)).id as id from restored_jobs r`,
  );
  await client.query(
    `update graphile_worker._private_jobs j set attempts = a.attempts, last_error = a.last_error
     from added_jobs a where a.id = j.id`,
  );
}
