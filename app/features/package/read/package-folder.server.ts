import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { PackageProblem } from "./package-problem.ts";

/** A folder of a package; paths are relative to it and use `/`. What is wrong is added to `problems`. */
export type PackageFolder = ReturnType<typeof openPackageFolder>;

/** Opens `root` for reading. Symbolic links are refused: what a package holds lies inside it. */
export function openPackageFolder({ root, problems }: { root: string; problems: PackageProblem[] }) {
  const refuse = (file: string, reason: string) => {
    problems.push({ file, reason });
    return undefined;
  };

  /** Names of the files or folders in a folder, sorted; none when it is not there. Names with a dot before are left out. */
  async function list(folder: string, kind: "file" | "folder"): Promise<string[]> {
    const names: string[] = [];
    // A folder that is a link is refused where it stands; the package itself may be reached through one.
    const stats = folder === "." ? undefined : await lstat(join(root, folder)).catch(ignoreMissing);
    if (stats?.isSymbolicLink()) return names;
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(ignoreMissing);
    for (const entry of entries ?? []) {
      if (entry.name.startsWith(".")) continue;
      const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) refuse(path, "is a symbolic link; a package holds its own files");
      else if (kind === "file" ? entry.isFile() : entry.isDirectory()) names.push(entry.name);
    }
    return names.sort();
  }

  /** Where a file lies, once it may be read, and its size. */
  async function locate(file: string, limit: number): Promise<{ path: string; bytes: number } | undefined> {
    const path = join(root, file);
    const stats = await lstat(path).catch(ignoreMissing);
    if (!stats) return refuse(file, "is missing");
    if (stats.isSymbolicLink()) return refuse(file, "is a symbolic link; a package holds its own files");
    if (!stats.isFile()) return refuse(file, "is not a file");
    if (stats.size > limit) return refuse(file, `is larger than ${Math.floor(limit / 1024)} KB`);
    return { path, bytes: stats.size };
  }

  async function readBytes(file: string, limit: number): Promise<Buffer | undefined> {
    const found = await locate(file, limit);
    return found && readFile(found.path);
  }

  /** SHA-256 and size of a file of any size, which is never in memory as a whole. */
  async function hashFile(file: string, limit: number): Promise<{ sha256: string; bytes: number } | undefined> {
    const found = await locate(file, limit);
    if (!found) return undefined;
    const hash = createHash("sha256");
    await pipeline(createReadStream(found.path), hash);
    return { sha256: hash.digest("hex"), bytes: found.bytes };
  }

  /** Text in UTF-8, with LF line ends and in NFC whatever the editor that wrote it did. */
  async function readText(file: string, limit: number): Promise<string | undefined> {
    const bytes = await readBytes(file, limit);
    if (!bytes) return undefined;
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return text.replaceAll("\r\n", "\n").normalize("NFC");
    } catch {
      return refuse(file, "is not UTF-8");
    }
  }

  return { root, list, readBytes, readText, hashFile };
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) {
    return undefined;
  }
  throw error;
}
