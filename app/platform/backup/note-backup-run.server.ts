import { basename } from "node:path";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Written } from "./write-backup.server.ts";

/** No backup takes so long, in milliseconds: one that has not ended by then was killed. */
const LOST_AFTER_MS = 12 * 3_600_000;
/** Of what went wrong, so many characters are kept. */
const ERROR_LETTERS = 500;

/** Does a backup, and keeps when it began and how it ended in the table of backups, also where it fails. */
export async function noteBackupRun(
  { db, now }: { db: Db; now: () => Date },
  work: () => Promise<Written>,
): Promise<Written> {
  const startedAt = now();
  await db.backupRun.updateMany({
    where: { ok: null, startedAt: { lt: new Date(startedAt.getTime() - LOST_AFTER_MS) } },
    data: { ok: false, endedAt: startedAt, error: "Its process ended before it did" },
  });
  const { id } = await db.backupRun.create({ data: { startedAt }, select: { id: true } });
  const end = (data: Parameters<Db["backupRun"]["update"]>[0]["data"]) =>
    db.backupRun.update({ where: { id }, data: { ...data, endedAt: now() } });
  try {
    const { path, bytes, files, rows, encrypted, ...written } = await work();
    await end({ ok: true, fileName: basename(path), bytes, files, rows, encrypted });
    return { path, bytes, files, rows, encrypted, ...written };
  } catch (error) {
    const says = error instanceof Error ? error.message || error.name : "unknown";
    await end({ ok: false, error: says.slice(0, ERROR_LETTERS) });
    throw error;
  }
}
