import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

/** The academy package that tests import: two small courses and a programme. */
export const fixturePackage = resolve("tests/fixtures/academy");

/** An empty folder that goes when the test has ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "maqdis-package-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the fixture package for a test to change. */
export async function copyPackage() {
  const root = join(await temporaryFolder(), "academy");
  await cp(fixturePackage, root, { recursive: true });
  const path = (file: string) => join(root, file);
  return {
    root,
    path,
    write: (file: string, content: string | Uint8Array) => writeFile(path(file), content),
    remove: (file: string) => rm(path(file), { recursive: true }),
    /** Replaces a text that must be there. */
    edit: async (file: string, from: string, to: string) => {
      const before = await readFile(path(file), "utf8");
      if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
      await writeFile(
        path(file),
        before.replace(from, () => to),
      );
    },
  };
}
