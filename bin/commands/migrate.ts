import { migrateAcademy, withDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

/** academy migrate */
export async function runMigrate(): Promise<Outcome> {
  const applied = await withDatabase(migrateAcademy);
  const text = applied.length === 0 ? "Nothing was pending." : ["Applied:", ...applied].join("\n");
  return { ok: true, text, json: { applied } };
}
