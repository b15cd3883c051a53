import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { findMigrationFaults } from "../../bin/migration-rule.ts";

const FOLDER = "prisma/migrations";
/** The last migration from before there was a rule. */
const BASELINE = "20261122191341_limited_coupons";

const nameOf = (file: string) => file.split("/").at(-2) ?? "";
const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const faults = findMigrationFaults(names.map((name) => `${FOLDER}/${name}/migration.sql`));
const grandfathered = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync("tests/migrations/grandfathered.json", "utf8")));

const scratch = mkdtempSync(join(tmpdir(), "maqdis-migrations-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function rulesBrokenBy(sql: string): string[] {
  const file = join(scratch, "migration.sql");
  writeFileSync(file, sql);
  return findMigrationFaults([file]).map(({ rule }) => rule);
}

test("no migration since the rule stops people who learn, nor the release that is still running", () => {
  expect(faults.filter(({ file }) => nameOf(file) > BASELINE)).toEqual([]);
});

test("the list of older ones that would holds no more than they do, and none that is newer", () => {
  const older = faults.filter(({ file }) => nameOf(file) <= BASELINE);
  const found = Map.groupBy(older, ({ file }) => nameOf(file));
  const told = Object.fromEntries(
    [...found].map(([name, of]) => [name, [...new Set(of.map(({ rule }) => rule))].sort()]),
  );
  expect(told).toEqual(grandfathered);
});

test.each([
  ["a column that must be filled and has no default", `ALTER TABLE "User" ADD COLUMN "x" TEXT NOT NULL;`],
  ["a scan of the whole table under a lock", `ALTER TABLE "User" ALTER COLUMN "name" SET NOT NULL;`],
  ["a change of type", `ALTER TABLE "User" ALTER COLUMN "name" TYPE varchar(3);`],
  ["a column that goes", `ALTER TABLE "User" DROP COLUMN "name";`],
  ["a table that goes", `DROP TABLE "User";`],
  ["a new name of a column", `ALTER TABLE "User" RENAME COLUMN "name" TO "called";`],
  ["a new name of a table", `ALTER TABLE "User" RENAME TO "Person";`],
  ["an index built while nobody can write", `CREATE INDEX "i" ON "User"("name");`],
  ["a constraint checked while nobody can write", `ALTER TABLE "User" ADD CONSTRAINT "c" CHECK ("name" <> '');`],
  ["a unique constraint", `ALTER TABLE "User" ADD CONSTRAINT "u" UNIQUE ("name");`],
  ["a lock", `LOCK TABLE "User";`],
  ["an emptied table", `TRUNCATE "User";`],
  ["a table written anew", `VACUUM FULL "User";`],
  ["a new name of a value", `ALTER TYPE "Role" RENAME VALUE 'learner' TO 'student';`],
  ["a type that goes", `DROP TYPE "Role";`],
  [
    "an index beside other statements, which cannot be concurrent",
    `CREATE INDEX CONCURRENTLY "i" ON "User"("name");\nSELECT 1;`,
  ],
  ["a rule passed over without a reason", `-- squawk-ignore ban-drop-column\nALTER TABLE "User" DROP COLUMN "name";`],
])("the rule finds %s", (_, sql) => {
  expect(rulesBrokenBy(sql)).not.toEqual([]);
});

test.each([
  ["a column with a default", `ALTER TABLE "User" ADD COLUMN "x" TEXT NOT NULL DEFAULT '';`],
  ["a column that may stay empty", `ALTER TABLE "User" ADD COLUMN "x" TEXT;`],
  ["an index of a new table", `CREATE TABLE "T" ("id" UUID PRIMARY KEY, "a" TEXT);\nCREATE INDEX "i" ON "T"("a");`],
  ["an index by itself, built while others write", `CREATE INDEX CONCURRENTLY "i" ON "User"("name");`],
  [
    "a constraint for what is written from now on",
    `ALTER TABLE "User" ADD CONSTRAINT "c" CHECK ("name" <> '') NOT VALID;`,
  ],
  [
    "a trigger against emptying, in words that are only its own",
    `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN LOCK TABLE "User"; RETURN NULL; END $$;
CREATE TRIGGER "t" BEFORE TRUNCATE ON "User" EXECUTE FUNCTION f();`,
  ],
  [
    "what is let pass with a reason",
    `-- The release before has not read it for a year.\n-- squawk-ignore ban-drop-column\nALTER TABLE "User" DROP COLUMN "name";`,
  ],
])("the rule lets pass %s", (_, sql) => {
  expect(rulesBrokenBy(sql)).toEqual([]);
});
