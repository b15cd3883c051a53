// Writes the SQL that leads from the schema at HEAD to the schema in the work tree:
//   npm run migration -- name-of-the-change
// Constraints that Prisma cannot say (checks, exclusions, partial indexes) are added to the file by hand.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { startEmbeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { openSchemaEngine, readSchema } from "#app/platform/db/schema-engine.server.ts";
import { dataDir } from "#app/platform/env/env.server.ts";
import { findMigrationFaults } from "./migration-rule.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  process.stderr.write("Usage: npm run migration -- name-of-the-change\n");
  process.exit(2);
}

const folder = "prisma/schema";
const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" });

function schemaAtHead() {
  const paths = git("ls-tree", "--name-only", "HEAD", `${folder}/`).split("\n").filter(Boolean);
  return paths.map((path) => ({ path: resolve(path), content: git("show", `HEAD:${path}`) }));
}

const postgres = await startEmbeddedPostgres({ folder: join(dataDir, "postgres-for-migrations") });
const { engine } = await openSchemaEngine({ url: postgres.url, schemaFolder: resolve(folder) });
const before = process.argv.includes("--from-empty") ? [] : schemaAtHead();
const { stdout } = await engine.diff({
  from: before.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: before },
  to: { tag: "schemaDatamodel", files: await readSchema(resolve(folder)) },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
await postgres.stop();

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const target = join("prisma/migrations", `${stamp}_${name.replaceAll("-", "_")}`);
mkdirSync(target, { recursive: true });
const file = join(target, "migration.sql");
writeFileSync(file, stdout ?? "");
process.stdout.write(`${file}\n`);
for (const { line, rule, says } of findMigrationFaults([file]))
  process.stdout.write(`${file}:${line}: ${rule}: ${says}\n`);
process.exit(0);
