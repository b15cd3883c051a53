import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
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

  async function readBytes(file: string, limit: number): Promise<Buffer | undefined> {
    const stats = await lstat(join(root, file)).catch(ignoreMissing);
    if (!stats) return refuse(file, "is missing");
    if (stats.isSymbolicLink()) return refuse(file, "is a symbolic link; a package holds its own files");
    if (!stats.isFile()) return refuse(file, "is not a file");
    if (stats.size > limit) return refuse(file, `is larger than ${Math.floor(limit / 1024)} KB`);
    return readFile(join(root, file));
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

  return { root, list, readBytes, readText };
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) {
    return undefined;
  }
  throw error;
}
