// npm run record-release: notes what the code at HEAD reads and writes, against which the migrations of the next release
// are checked. Run it when a release is made, and commit the file.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { dataDir } from "#app/platform/env/env.server.ts";
import { knownToCode, readShape } from "./release-schema.ts";

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
const shape = knownToCode(await readShape(client));
await client.end();
await admin.query(`drop database ${name}`);
await admin.end();
if (postgres.startedHere) await postgres.stop();

const commit = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim();
writeFileSync(FILE, `${JSON.stringify({ commit, ...shape }, null, 1)}\n`);
process.stdout.write(`${FILE}: ${Object.keys(shape.tables).length} tables of ${commit.slice(0, 8)}\n`);
process.exit(0);
