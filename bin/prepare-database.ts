import { join } from "node:path";
import { keepEmbeddedPostgres } from "#app/platform/db/keep-postgres.server.ts";
import { migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { asRole, EMBEDDED_ROLE, roleIn } from "#app/platform/db/serving-role.server.ts";
import { dataDir, directDatabaseUrl, env, forgetDatabaseOwner, setDatabaseUrl } from "#app/platform/env/env.server.ts";

/** Enough for the pools of several processes. */
export const EMBEDDED_SETTINGS = ["max_connections=200", "shared_buffers=128MB"];

/** Applies what is pending to the database of DATABASE_URL, as its owner where DATABASE_OWNER_URL says who that is. */
export async function migrateOwn(): Promise<string[]> {
  const owner = env.DATABASE_OWNER_URL;
  const role = roleIn(env.DATABASE_URL ?? "");
  return migrateDatabase(owner && role ? { url: owner, serves: { role } } : { url: directDatabaseUrl() });
}

/** Applies what is pending to the embedded database, whose tables are not those of the role that serves. */
export async function migrateEmbedded(url: string): Promise<string[]> {
  return migrateDatabase({ url, serves: { role: EMBEDDED_ROLE, make: true } });
}

/**
 * Makes the database ready: the one of DATABASE_URL, or the embedded PostgreSQL, which is then kept running
 * until `stop`. Applies pending migrations. What serves from then on connects as a role that cannot change what the
 * audit log holds; with a DATABASE_URL alone, as that URL says.
 */
export async function prepareDatabase(): Promise<{ embedded: boolean; applied: string[]; stop: () => Promise<void> }> {
  if (env.DATABASE_URL) {
    const applied = await migrateOwn();
    forgetDatabaseOwner();
    return { embedded: false, applied, stop: async () => undefined };
  }
  const postgres = await keepEmbeddedPostgres({ folder: join(dataDir, "postgres"), settings: EMBEDDED_SETTINGS });
  const applied = await migrateEmbedded(postgres.url);
  setDatabaseUrl(asRole(postgres.url, EMBEDDED_ROLE));
  return { embedded: true, applied, stop: postgres.stop };
}
