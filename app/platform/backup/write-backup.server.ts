import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { type ArchiveManifest, FORMAT, HEADER, MANIFEST } from "./archive-format.ts";
import { opensBackups } from "./backup-key.ts";
import { dumpRows, inSnapshot } from "./dump-database.server.ts";
import { dumpFiles, FileWent, noFiles } from "./dump-files.server.ts";
import { findSecrets } from "./kept-secrets.server.ts";
import { readArchive } from "./read-archive.server.ts";
import { type Archive, writeArchive } from "./write-archive.server.ts";

export type Wanted = {
  /** Of the database. */
  url: string;
  /** The file that is written; there is none of that name yet. */
  path: string;
  key?: string;
  withFiles?: boolean;
  /** The secrets of this machine too; only where there is a key. */
  withSecrets?: boolean;
};
export type Written = { path: string; bytes: number; files: number; rows: number; tables: number; encrypted: boolean };

/** A file that nobody has written to for so long, in milliseconds, is left from a process that was killed. */
const DEAD_AFTER_MS = 10 * 60_000;
const TRIES = 3;

/**
 * Writes the database, as it is in one moment, and the files that it names, into one archive, and reads it back. The
 * file has its name once all of that is so, and not before. Throws where there is a file already.
 */
export async function writeBackup(wanted: Wanted): Promise<Written> {
  const { path, key } = wanted;
  if (wanted.withSecrets && !key) throw new Error("Secrets go into an encrypted backup only: set BACKUP_KEY");
  if (await isThere(path)) throw new Error(`${path} is there already`);
  const draft = `${path}.partial`;
  await clearDead(draft);
  for (let tried = 1; ; tried += 1) {
    try {
      const manifest: { is?: ArchiveManifest } = {};
      const written = await writeArchive({ path: draft, key }, async (archive) => {
        manifest.is = await fill(archive, wanted);
      });
      if (!manifest.is) throw new Error("The archive was not filled");
      await verify({ path: draft, key }, written.sha256);
      await rename(draft, path);
      await keepName(path);
      return sum(manifest.is, { path, bytes: written.bytes, encrypted: key !== undefined });
    } catch (error) {
      await rm(draft, { force: true });
      if (!(error instanceof FileWent) || tried >= TRIES) throw sayWhereFull(error, path);
    }
  }
}

async function fill(
  archive: Archive,
  { url, withFiles = true, withSecrets = false }: Wanted,
): Promise<ArchiveManifest> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile("package.json", "utf8")));
  const { tables, named } = await inSnapshot(url, async (client, known) => {
    const about = { format: FORMAT, academy: version, createdAt: new Date().toISOString(), withFiles };
    await archive.add(HEADER, JSON.stringify({ ...about, ...known }, null, 1));
    return dumpRows(client, archive, known.tables);
  });
  const files = withFiles ? await dumpFiles(archive, named) : noFiles();
  if (withSecrets) for (const { name, secret } of findSecrets()) await archive.add(`secrets/${name}`, secret);
  const manifest = { tables, ...files };
  await archive.add(MANIFEST, JSON.stringify(manifest, null, 1));
  return manifest;
}

/** Reads the file from the disk again: its bytes, and what they say where they can be opened here. */
async function verify(file: { path: string; key?: string }, sha256: string): Promise<void> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file.path, { highWaterMark: 256 * 1024 })) hash.update(chunk);
  if (hash.digest("hex") !== sha256) throw new Error(`${file.path} is not on the disk as it was written`);
  if (!file.key || opensBackups(file.key)) await readArchive(file);
}

function sum(manifest: ArchiveManifest, of: Pick<Written, "path" | "bytes" | "encrypted">): Written {
  const tables = Object.values(manifest.tables);
  const rows = tables.reduce((total, table) => total + table.rows, 0);
  return { ...of, rows, tables: tables.length, files: manifest.objects.count + manifest.large.count };
}

/** What a system says where it has no room left for a file. */
const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

function sayWhereFull(error: unknown, path: string): unknown {
  const isFull = error instanceof Error && "code" in error && FULL.includes(String(error.code));
  if (!isFull) return error;
  return new Error(`There is no room left for the backup in ${dirname(path)} (${String(error.code)})`, {
    cause: error,
  });
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function clearDead(draft: string): Promise<void> {
  const found = await stat(draft).catch(() => undefined);
  if (!found) return;
  if (Date.now() - found.mtimeMs < DEAD_AFTER_MS) throw new Error(`${draft} is being written by another process`);
  await rm(draft);
}

/** Has the disk keep the new name too. */
async function keepName(path: string): Promise<void> {
  const folder = await open(dirname(path));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
