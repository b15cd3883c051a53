import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readZip, type ZipLimits, type ZippedFile } from "#app/platform/archive/read-zip.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";

const MB = 1024 * 1024;

/** The largest package that is taken in the browser, in bytes; larger ones are for the command line. */
export const MOST_PACKAGE_BYTES = 48 * MB;

const limits: ZipLimits = { entries: 5_000, entryBytes: 48 * MB, totalBytes: 96 * MB, ratio: 200 };

/** Longest name of a part of a path that file systems take, in bytes. */
const LONGEST_NAME = 200;

function refuse(fault: string, path: string): ExpectedError {
  const messageKey = `course-making:faults.${fault}`;
  return new ExpectedError({ code: fault, messageKey, status: 422, values: { path: path.slice(0, 200) } });
}

/**
 * Has a package's archive unpacked in a folder while `work` runs. Throws what the archive is refused for, before
 * anything of it is written where it is too large, too dense, leads outside, or is none.
 */
export async function withPackage<Done>(zip: Uint8Array, work: (root: string) => Promise<Done>): Promise<Done> {
  if (zip.byteLength > MOST_PACKAGE_BYTES) throw refuse("archiveTooLarge", "");
  const read = await readZip(zip, limits);
  if (!read.ok) throw refuse(read.fault, read.path);
  const [nested] = read.nested;
  if (nested !== undefined) throw refuse("nested", nested);
  const files = withoutFolderAround(read.files);
  checkPaths(files);
  const root = await mkdtemp(join(tmpdir(), "maqdis-import-"));
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), bytes, { flag: "wx" });
    }
    return await work(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Programs that pack a folder put its name before all that is in it. */
function withoutFolderAround(files: ZippedFile[]): ZippedFile[] {
  const top = files.find(({ path }) => /^[^/]+\/academy\.yaml$/.test(path))?.path.split("/")[0];
  const isAround = top !== undefined && files.every(({ path }) => path.startsWith(`${top}/`));
  return isAround ? files.map(({ path, bytes }) => ({ path: path.slice(top.length + 1), bytes })) : files;
}

/** Names that no disk takes, and files that stand where others have their folder. */
function checkPaths(files: ZippedFile[]): void {
  const paths = new Set(files.map(({ path }) => path));
  for (const { path } of files) {
    const parts = path.split("/");
    if (parts.length > 8 || parts.some((part) => part === "" || Buffer.byteLength(part) > LONGEST_NAME)) {
      throw refuse("unsafePath", path);
    }
    if (parts.some((_, i) => i > 0 && paths.has(parts.slice(0, i).join("/")))) throw refuse("sameTwice", path);
  }
}
