import type { Db } from "#app/platform/db/client.server.ts";
import type { Finding } from "#app/platform/doctor/finding.ts";
import { env } from "#app/platform/env/env.server.ts";
import { opensBackups } from "./backup-key.ts";

const STALE_MS = 2 * 86_400_000;

/** Examines whether backups are written, and when the last one was. */
export async function examineBackups({ db, now }: { db: Db; now: Date }): Promise<Finding> {
  const part = "backups";
  const last = await db.backupRun.findFirst({ where: { ok: true }, orderBy: { startedAt: "desc" } });
  const when = last ? `the last one is of ${last.startedAt.toISOString()}` : "there is none yet";
  const disables = "going back to yesterday once something is lost";
  if (!env.BACKUP_DIR) return { part, state: "missing", says: `BACKUP_DIR is not set; ${when}`, disables };
  const tried = await db.backupRun.findFirst({ orderBy: { startedAt: "desc" }, select: { ok: true, error: true } });
  if (tried?.ok === false) {
    return { part, state: "broken", says: `the last try failed (${tried.error}); ${when}`, disables };
  }
  const isStale = !last || now.getTime() - last.startedAt.getTime() > STALE_MS;
  if (isStale)
    return { part, state: last ? "broken" : "missing", says: `every night in ${env.BACKUP_DIR}; ${when}`, disables };
  const key = env.BACKUP_KEY
    ? opensBackups(env.BACKUP_KEY)
      ? "encrypted"
      : "encrypted, opened elsewhere"
    : "not encrypted";
  return { part, state: "ok", says: `every night in ${env.BACKUP_DIR}, ${key}; ${when}` };
}
