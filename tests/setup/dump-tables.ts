import type { Pool } from "pg";

/** Every row of every table of the academy and of the job queue, as text. */
export async function dumpTables(connections: Pool): Promise<Record<string, string[]>> {
  const { rows: tables } = await connections.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  const dump: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await connections.query<{ row: string }>(`select t::text as row from ${name} as t order by 1`);
    dump[name] = rows.map(({ row }) => row);
  }
  return dump;
}
