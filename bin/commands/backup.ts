import { mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { makeBackupKey } from "#app/platform/backup/backup-key.ts";
import { backupName, dropLeftovers, dropOldBackups } from "#app/platform/backup/keep-backups.server.ts";
import { noteBackupRun } from "#app/platform/backup/note-backup-run.server.ts";
import { isClosedArchive, readArchive } from "#app/platform/backup/read-archive.server.ts";
import { restoreBackup } from "#app/platform/backup/restore-backup.server.ts";
import { writeBackup } from "#app/platform/backup/write-backup.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { env } from "#app/platform/env/env.server.ts";
import { migrateAcademy, withDatabase, withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

type BackupOptions = { files: boolean; withSecrets?: boolean; keep?: string };

/** academy backup [FILE|DIR] */
export async function runBackup(target: string | undefined, options: BackupOptions): Promise<Outcome> {
  const wanted = target ?? env.BACKUP_DIR;
  if (!wanted) return refused("Say where to write the backup, or set BACKUP_DIR");
  const keep = options.keep === undefined ? undefined : Number(options.keep);
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0)) return refused("--keep takes a number, 1 or more");
  const begun = performance.now();
  const write = async (url: string) => {
    const path = await findPath(wanted, target === undefined || keep !== undefined);
    await dropLeftovers({ folder: dirname(path), now: systemClock.now() });
    const { files: withFiles, withSecrets } = options;
    return writeBackup({ url, path, key: env.BACKUP_KEY, withFiles, withSecrets });
  };
  const written = await withMigratedDatabase(({ db, url }) =>
    noteBackupRun({ db, now: () => systemClock.now() }, () => write(url)),
  );
  const { path } = written;
  const dropped = keep === undefined ? [] : await dropOldBackups({ folder: dirname(path), keep });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const { rows, tables, files, bytes, encrypted } = written;
  const lines = [
    `${path}: ${bytes} bytes in ${seconds} s, ${encrypted ? "encrypted" : "NOT encrypted (BACKUP_KEY is not set)"}, verified.`,
    `It holds ${rows} rows of ${tables} tables, and ${files} files${options.files ? "" : ": files were left out"}.`,
    ...(options.withSecrets
      ? []
      : ["The secrets of this machine are not in it; keep AUTH_SECRET and ISSUER_SECRET apart."]),
    ...dropped.map((name) => `Removed: ${name}`),
  ];
  return { ok: true, text: lines.join("\n"), json: { ...written, seconds, dropped } };
}

async function findPath(wanted: string, isFolder: boolean): Promise<string> {
  const path = resolve(wanted);
  if (isFolder) await mkdir(path, { recursive: true });
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return path;
  return join(path, backupName({ at: systemClock.now(), encrypted: env.BACKUP_KEY !== undefined }));
}

/** academy verify-backup FILE */
export async function runVerifyBackup(file: string): Promise<Outcome> {
  const { header, manifest } = await readArchive({ path: file, key: env.BACKUP_KEY });
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  const files = manifest.objects.count + manifest.large.count;
  const encrypted = await isClosedArchive(file);
  const text = `${file} is whole: of ${header.createdAt}, ${rows} rows and ${files} files${encrypted ? ", encrypted" : ""}.`;
  return { ok: true, text, json: { createdAt: header.createdAt, academy: header.academy, rows, files, encrypted } };
}

/** academy restore FILE [--replace DATABASE] */
export async function runRestore(
  file: string,
  { replace, withSecrets }: { replace?: string; withSecrets?: boolean },
): Promise<Outcome> {
  const begun = performance.now();
  const restored = await withDatabase(({ url: serving, embedded }) => {
    const url = env.DATABASE_OWNER_URL ?? serving;
    const migrate = () => migrateAcademy({ url, embedded });
    return restoreBackup({ path: file, key: env.BACKUP_KEY, url, migrate, replace, withSecrets });
  });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const { createdAt, rows, files, secrets, applied } = restored;
  const kept =
    secrets.length > 0 && !withSecrets ? [`Left in the archive: ${secrets.join(", ")} (--with-secrets)`] : [];
  const lines = [
    `The academy of ${createdAt} is back after ${seconds} s: ${rows} rows, ${files} files.`,
    ...(applied.length > 0 ? [`Migrations applied since: ${applied.length}`] : []),
    ...kept,
  ];
  return { ok: true, text: lines.join("\n"), json: { ...restored, seconds } };
}

/** academy make-backup-key */
export async function runMakeBackupKey(): Promise<Outcome> {
  const { secret, recipient } = await makeBackupKey();
  const lines = [
    `The secret half, which opens backups. Keep it away from this machine: ${secret}`,
    `The public half, which closes them. It is enough where backups are written: BACKUP_KEY=${recipient}`,
  ];
  return { ok: true, text: lines.join("\n"), json: { secret, recipient } };
}

function refused(message: string): Outcome {
  return { ok: false, text: message, json: { error: "invalid", message } };
}
