import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const NAME = /^maqdis-\d{8}T\d{6}Z\.tar(\.age)?$/;

/** The name of a backup of that moment; sorted, the names are in the order of time. */
export function backupName({ at, encrypted }: { at: Date; encrypted: boolean }): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, "");
  return `maqdis-${stamp}.tar${encrypted ? ".age" : ""}`;
}

/** Removes the oldest backups of a folder beyond the newest `keep`, and nothing else there. Returns what it removed. */
export async function dropOldBackups({ folder, keep }: { folder: string; keep: number }): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const old = names.slice(0, Math.max(0, names.length - keep));
  for (const name of old) await rm(join(folder, name));
  return old;
}

const LEFT_AFTER_MS = 86_400_000;

/** Removes what killed processes left of backups that they never finished. */
export async function dropLeftovers({ folder, now }: { folder: string; now: Date }): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".partial") || !NAME.test(name.slice(0, -".partial".length))) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > LEFT_AFTER_MS) await rm(path, { force: true });
  }
}
