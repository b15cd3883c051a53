import { access } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { startEmbeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { findPendingMigrations } from "#app/platform/db/migrate.server.ts";
import { dataDir, directDatabaseUrl, env, setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { EMBEDDED_SETTINGS, migrateEmbedded, migrateOwn } from "./prepare-database.ts";

type Academy = ReturnType<typeof openDatabase> & { url: string; embedded: boolean };

const folder = join(dataDir, "postgres");

/** Whether a command would find a database; without DATABASE_URL it is the embedded one, made at the first start. */
export async function hasDatabase(): Promise<boolean> {
  if (env.DATABASE_URL) return true;
  return access(join(folder, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}

/**
 * Runs `work` with the database of DATABASE_URL, or with the embedded PostgreSQL: the one that serves already, or one
 * started for the length of the work.
 */
export async function withDatabase<T>(work: (academy: Academy) => Promise<T>): Promise<T> {
  const postgres = env.DATABASE_URL ? undefined : await startEmbeddedPostgres({ folder, settings: EMBEDDED_SETTINGS });
  if (postgres) setDatabaseUrl(postgres.url);
  const url = postgres?.url ?? directDatabaseUrl();
  const opened = openDatabase({ url, pool: 4 });
  try {
    return await work({ ...opened, url, embedded: postgres !== undefined });
  } finally {
    await opened.close();
    if (postgres?.startedHere) await postgres.stop();
  }
}

/** Applies what is pending, as the owner of the tables. */
export const migrateAcademy = ({ url, embedded }: Pick<Academy, "url" | "embedded">): Promise<string[]> =>
  embedded ? migrateEmbedded(url) : migrateOwn();

/** As `withDatabase`, with every migration applied: by itself where PostgreSQL is embedded, else it must be so. */
export async function withMigratedDatabase<T>(work: (academy: Academy) => Promise<T>): Promise<T> {
  return withDatabase(async (academy) => {
    const pending = await findPendingMigrations(academy.connections);
    if (pending.length > 0 && academy.embedded) await migrateAcademy(academy);
    if (pending.length > 0 && !academy.embedded) {
      throw new Error(`The database lacks ${pending.length} migrations. Apply them first: npm run academy -- migrate`);
    }
    return work(academy);
  });
}
