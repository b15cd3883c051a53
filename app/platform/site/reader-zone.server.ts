import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { findSite, readSite } from "./find-site.server.ts";

/**
 * The zone by whose clocks somebody reads times and counts days: her own, or the academy's where she has chosen none. No
 * query where she has; one in a transaction, and elsewhere none while the site is remembered.
 */
export async function readerZone(db: DbOrTx, { timeZone }: { timeZone: string | null }): Promise<string> {
  if (timeZone !== null) return timeZone;
  const site = "$connect" in db ? await findSite(db) : await readSite(db);
  return site.timeZone;
}
