import pg from "pg";

/** Rows are only added here: who serves may read and add, and has no right to change, remove or empty. */
const APPEND_ONLY = ["AuditEntry"];
const SCHEMAS = ["public", "graphile_worker"];

/** The role that serves where PostgreSQL is embedded; its tables belong to `postgres`. */
export const EMBEDDED_ROLE = "academy";

/** The user in a connection's address, or undefined where it names none. */
export function roleIn(url: string): string | undefined {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).username) || undefined : undefined;
}

/** The same database, as another user who needs no password. */
export function asRole(url: string, role: string): string {
  const parsed = new URL(url);
  parsed.username = encodeURIComponent(role);
  parsed.password = "";
  return parsed.href;
}

/**
 * Gives the role that serves what it needs on all tables there are, and on those that are append-only no more than to
 * read and to add. To be called by their owner after each migration. A role that owns them keeps its rights: there the
 * triggers alone refuse, and `findAuditGuard` says so. Throws when the role does not exist.
 */
export async function grantServing(client: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ owner: boolean }>("select current_user = $1 as owner", [role]);
  if (rows[0]?.owner) return;
  const name = pg.escapeIdentifier(role);
  const schemas = SCHEMAS.join(", ");
  const kept = APPEND_ONLY.map((table) => `public.${pg.escapeIdentifier(table)}`).join(", ");
  await client.query(`
    begin;
    grant usage on schema ${schemas} to ${name};
    grant select, insert, update, delete on all tables in schema ${schemas} to ${name};
    revoke update, delete, truncate, references, trigger on ${kept} from ${name}, public;
    revoke insert, update, delete on public."_prisma_migrations" from ${name};
    grant usage, select, update on all sequences in schema ${schemas} to ${name};
    grant execute on all functions in schema ${schemas} to ${name};
    ${await allowJobs(client, name)}
    commit;`);
}

/** The queue guards its tables by row security without a policy, which shuts out everybody but their owner. */
async function allowJobs(client: pg.ClientBase, name: string): Promise<string> {
  const { rows } = await client.query<{ table: string }>(`
    select c.relname as "table" from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity`);
  return rows
    .map(({ table }) => `graphile_worker.${pg.escapeIdentifier(table)}`)
    .map(
      (table) =>
        `drop policy if exists academy_serves on ${table};
         create policy academy_serves on ${table} to ${name} using (true) with check (true);`,
    )
    .join("\n");
}

/** Makes the role that serves, where there is none of this name. */
export async function makeServingRole(client: pg.ClientBase, role: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  if (!rowCount) await client.query(`create role ${pg.escapeIdentifier(role)} login`);
}

/**
 * What keeps written entries of the audit log as they are: `rights` where the role of this connection has none to change
 * them, `triggers` where triggers refuse, `none` where somebody has taken those away.
 */
export async function findAuditGuard(connections: Pick<pg.Pool, "query">): Promise<"rights" | "triggers" | "none"> {
  const { rows } = await connections.query<{ may: boolean; triggers: number }>(`
    select has_table_privilege('"AuditEntry"', 'UPDATE, DELETE, TRUNCATE, TRIGGER') as "may",
      (select count(*)::int from pg_trigger t where t.tgrelid = '"AuditEntry"'::regclass and t.tgenabled = 'A'
        and t.tgname in ('AuditEntry_is_append_only', 'AuditEntry_is_not_truncated')) as "triggers"`);
  if (rows[0]?.triggers !== 2) return "none";
  return rows[0].may ? "triggers" : "rights";
}
