import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { copyPackage, fixturePackage, temporaryFolder } from "#tests/factories/package.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { dumpTables } from "#tests/setup/dump-tables.ts";

// Each command is a process of its own, and some tests run several.
vi.setConfig({ testTimeout: 90_000 });

const database = openTestDatabase();

/** Runs one command as an operator would, on the test's database. */
async function academy(
  args: string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const child = spawn(process.execPath, ["bin/academy.ts", ...args], {
    env: { ...process.env, DATABASE_URL: database.url, SMTP_URL: "", PUBLIC_URL: "", ...env },
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  return { code, out, err };
}

test("--help lists the commands and says what the exit codes mean", async () => {
  const { code, out } = await academy(["--help"]);
  expect(code).toBe(0);
  for (const word of ["import", "export", "create-admin", "migrate", "doctor", "Exit codes"])
    expect(out).toContain(word);
  expect((await academy(["import", "--help"])).out).toContain("--dry-run");
});

test.each([[[]], [["plant"]], [["import"]], [["doctor", "--loud"]], [["create-admin", "--name", "A"]]])(
  "wrong usage %j ends with 2",
  async (args) => {
    expect((await academy(args)).code).toBe(2);
  },
);

test("the doctor says in JSON what is there, what is missing, and what that disables", async () => {
  const { code, out } = await academy(["doctor", "--json"]);
  expect(code).toBe(0);
  const { ok, findings } = JSON.parse(out);
  expect(ok).toBe(true);
  expect(findings).toContainEqual(expect.objectContaining({ part: "database", state: "ok" }));
  expect(findings).toContainEqual(expect.objectContaining({ part: "migrations", state: "ok" }));
  expect(findings).toContainEqual(
    expect.objectContaining({
      part: "mail",
      state: "missing",
      disables: expect.stringContaining("forgotten password"),
    }),
  );
});

test("the doctor ends with 1 where the database does not answer or the mail server does not", async () => {
  const { code, out } = await academy(["doctor", "--json"], {
    env: { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", SMTP_URL: "smtp://127.0.0.1:1" },
  });
  expect(code).toBe(1);
  const broken = JSON.parse(out).findings.filter(({ state }: { state: string }) => state === "broken");
  expect(broken.map(({ part }: { part: string }) => part)).toEqual(["database", "mail"]);
});

test("an environment that cannot be used is said in one line", async () => {
  const { code, err } = await academy(["doctor"], { env: { PORT: "abc" } });
  expect(code).toBe(1);
  expect(err).toMatch(/^The environment is not usable: PORT.*\n$/);
});

test("a dry run of an import writes nothing, the import writes once, and the export gives it back", async () => {
  const before = await dumpTables(database.connections);
  const dry = await academy(["import", fixturePackage, "--dry-run", "--json"]);
  expect(JSON.parse(dry.out)).toMatchObject({ ok: true, dryRun: true, changed: true });
  expect(await dumpTables(database.connections)).toEqual(before);

  const first = await academy(["import", fixturePackage]);
  expect(first).toMatchObject({ code: 0, out: expect.stringContaining("created    course first-steps, release 1") });
  const second = await academy(["import", fixturePackage]);
  expect(second).toMatchObject({ code: 0, out: expect.stringMatching(/Nothing had changed\.\n$/) });

  const root = await temporaryFolder();
  expect(await academy(["export", root, "--course", "second-steps"])).toMatchObject({ code: 0 });
  expect(await readdir(join(root, "courses"))).toEqual(["second-steps"]);
  const again = await academy(["export", root]);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("not empty") });
});

test("a broken package is refused with file, line and reason, on one line each", async () => {
  const copy = await copyPackage();
  await copy.edit("courses/first-steps/course.yaml", "subject: history", "subject: magic");
  const { code, err } = await academy(["import", copy.root]);
  expect(code).toBe(1);
  expect(err).toMatch(/^courses\/first-steps\/course\.yaml:6: there is no subject "magic"$/m);
  const json = JSON.parse((await academy(["import", copy.root, "--json"])).out);
  expect(json).toMatchObject({ ok: false, error: "packageRefused", problems: [{ line: 6 }] });
});

test("an admin is made with a password from standard input, and not with one that everybody uses", async () => {
  const args = ["create-admin", "--email", "Chief@example.org", "--name", "Idris Salim", "--password-stdin"];
  expect(await academy(args, { input: "password123\n" })).toMatchObject({ code: 1 });
  expect(await academy(args, { input: "nine lemons on a wall\n" })).toMatchObject({ code: 0 });
  const admin = await database.db.user.findUniqueOrThrow({ where: { email: "chief@example.org" } });
  expect(admin).toMatchObject({ role: "admin", emailVerified: true });
});

test("migrating what is migrated applies nothing", async () => {
  expect(JSON.parse((await academy(["migrate", "--json"])).out)).toEqual({ ok: true, applied: [] });
});
