import { join } from "node:path";
import { keepEmbeddedPostgres } from "#app/platform/db/keep-postgres.server.ts";
import { migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { dataDir, directDatabaseUrl, env, setDatabaseUrl } from "#app/platform/env/env.server.ts";

/** Enough for the pools of several processes. */
export const EMBEDDED_SETTINGS = ["max_connections=200", "shared_buffers=128MB"];

/**
 * Makes the database ready: the one of DATABASE_URL, or the embedded PostgreSQL, which is then kept running
 * until `stop`. Applies pending migrations.
 */
export async function prepareDatabase(): Promise<{ embedded: boolean; applied: string[]; stop: () => Promise<void> }> {
  if (env.DATABASE_URL) {
    const applied = await migrateDatabase({ url: directDatabaseUrl() });
    return { embedded: false, applied, stop: async () => undefined };
  }
  const postgres = await keepEmbeddedPostgres({ folder: join(dataDir, "postgres"), settings: EMBEDDED_SETTINGS });
  setDatabaseUrl(postgres.url);
  return { embedded: true, applied: await migrateDatabase({ url: postgres.url }), stop: postgres.stop };
}
