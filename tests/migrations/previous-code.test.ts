import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { openTestDatabase } from "#tests/setup/database.ts";
import { releaseSchema } from "../../bin/release-schema.ts";

const run = promisify(execFile);
const database = openTestDatabase({ pool: 2 });
const { commit } = releaseSchema.parse(JSON.parse(readFileSync("prisma/previous-release.json", "utf8")));
/** What the release before needs to run from the command line. */
const PARTS = [
  "app",
  "bin",
  "content",
  "prisma",
  "tests/fixtures",
  "package.json",
  "prisma.config.ts",
  "tsconfig.json",
];

/** The release before in a folder of its own; undefined where this clone does not reach back to it. */
function checkOutPrevious(): string | undefined {
  try {
    execFileSync("git", ["cat-file", "-e", `${commit}^{commit}`], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "maqdis-previous-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const archive = join(folder, "release.tar");
  execFileSync("git", ["archive", "--format=tar", `--output=${archive}`, commit, ...PARTS]);
  execFileSync("tar", ["-xf", archive, "-C", folder]);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

test("the release before reads and writes the database of this one", { timeout: 180_000 }, async () => {
  const folder = checkOutPrevious();
  if (!folder) {
    process.stderr.write(`This clone does not reach back to ${commit}: only the schemas were compared.\n`);
    return;
  }
  const data = join(folder, "data");
  mkdirSync(data);
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: data, PUBLIC_URL: "" };
  await run(process.execPath, [resolve("node_modules/.bin/prisma"), "generate"], { cwd: folder, env });
  const academy = async (...args: string[]) => {
    const { stdout } = await run(process.execPath, ["bin/academy.ts", ...args, "--json"], { cwd: folder, env });
    return JSON.parse(stdout);
  };
  // Courses, releases, lectures, quizzes, banks, media and people are written, read again, and found unchanged.
  expect(await academy("import", "content")).toMatchObject({ ok: true, changed: true });
  expect(await academy("import", "content")).toMatchObject({ ok: true, changed: false });
  expect(await academy("export", join(folder, "exported"))).toMatchObject({ ok: true });
  const { db } = database;
  expect(await db.course.count()).toBeGreaterThan(0);
  expect(await db.releaseLesson.count()).toBeGreaterThan(0);
});
