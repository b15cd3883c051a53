// npm run record-release: notes what the code at HEAD reads and writes, against which the migrations of the next release
// are checked. Run it when a release is made, and commit the file.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { readSchema } from "#app/platform/db/schema-engine.server.ts";
import { dataDir } from "#app/platform/env/env.server.ts";
import { markUsed, readShape, writeColumn } from "./release-schema.ts";

const FILE = "prisma/previous-release.json";

const postgres = await startEmbeddedPostgres({ folder: join(dataDir, "postgres-for-migrations") });
const name = `release_${process.pid}`;
const admin = new pg.Client({ connectionString: postgres.url });
await admin.connect();
await admin.query(`create database ${name}`);
const url = new URL(postgres.url);
url.pathname = `/${name}`;
await migrateDatabase({ url: url.href });
const client = new pg.Client({ connectionString: url.href });
await client.connect();
const shape = markUsed(await readShape(client), await readSchema(resolve("prisma/schema")));
await client.end();
await admin.query(`drop database ${name}`);
await admin.end();
if (postgres.startedHere) await postgres.stop();

const commit = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim();
const tables = Object.entries(shape.tables).map(([table, columns]) => {
  return [table, Object.fromEntries(Object.entries(columns).map(([column, of]) => [column, writeColumn(of)]))];
});
writeFileSync(FILE, `${JSON.stringify({ commit, enums: shape.enums, tables: Object.fromEntries(tables) }, null, 2)}\n`);
execFileSync("biome", ["format", "--write", FILE]);
process.stdout.write(`${FILE}: ${Object.keys(shape.tables).length} tables of ${commit.slice(0, 8)}\n`);
process.exit(0);
