import { database } from "#app/platform/db/client.server.ts";
import { findPendingMigrations } from "#app/platform/db/migrate.server.ts";
import { isDraining } from "./draining.server.ts";

export type Health = {
  ready: boolean;
  database: "up" | "down";
  migrations: "applied" | "pending" | "unknown";
  /** It was asked to stop, and serves on until balancers send elsewhere. */
  draining: boolean;
};

/** Ready only when the database answers and has every migration of this code, and nobody asked the process to stop. */
export async function checkHealth(): Promise<Health> {
  const draining = isDraining();
  try {
    const pending = await findPendingMigrations(database().connections);
    const applied = pending.length === 0;
    return { ready: applied && !draining, database: "up", migrations: applied ? "applied" : "pending", draining };
  } catch {
    return { ready: false, database: "down", migrations: "unknown", draining };
  }
}
