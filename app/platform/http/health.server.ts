import { database } from "#app/platform/db/client.server.ts";
import { findPendingMigrations } from "#app/platform/db/migrate.server.ts";

export type Health = { ready: boolean; database: "up" | "down"; migrations: "applied" | "pending" | "unknown" };

/** Ready only when the database answers and has every migration of this code. */
export async function checkHealth(): Promise<Health> {
  try {
    const pending = await findPendingMigrations(database().connections);
    const applied = pending.length === 0;
    return { ready: applied, database: "up", migrations: applied ? "applied" : "pending" };
  } catch {
    return { ready: false, database: "down", migrations: "unknown" };
  }
}
