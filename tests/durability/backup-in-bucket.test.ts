import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { importAcademy } from "#app/features/package/import-academy.server.ts";
import { writeBackup } from "#app/platform/backup/write-backup.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { env } from "#app/platform/env/env.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { getObject, listObjects } from "#app/platform/storage/storage.server.ts";
import { copyPackageWithLecture } from "#tests/factories/package.ts";
import { openTestBucket, SPARE_BUCKET } from "#tests/fakes/bucket.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { runCommand } from "./academy-command.ts";
import { emptyDatabases } from "./empty-databases.ts";

const database = openTestDatabase();
const databases = emptyDatabases();
openTestBucket();
let folder = "";

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything in the bucket, with its SHA-256. */
async function hashBucket(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  for await (const name of listObjects()) hashes[name] = hash((await getObject(name)) ?? Buffer.alloc(0));
  const store = largeFiles();
  for await (const { key, bytes } of store.list()) {
    hashes[key] = hash(await new Response(store.stream(key, 0, bytes)).bytes());
  }
  return hashes;
}

test("an academy whose files lie in a bucket comes back on an empty machine, into an empty bucket", async () => {
  folder = await mkdtemp(join(tmpdir(), "maqdis-bucket-backup-"));
  const { db } = database;
  await importAcademy({ db, clock: systemClock }, { root: (await copyPackageWithLecture()).root });
  const path = join(folder, "academy.tar");
  const written = await writeBackup({ url: database.url, path });
  const before = await hashBucket();
  expect(Object.keys(before)).toHaveLength(written.files);
  expect(Object.keys(before).filter((key) => key.startsWith("videos/"))).not.toEqual([]);

  const { url } = await databases.make();
  const { S3_ENDPOINT = "", S3_ACCESS_KEY_ID = "", S3_SECRET_ACCESS_KEY = "" } = env;
  const DATA_DIR = join(folder, "other-machine");
  const machine = { DATA_DIR, DATABASE_URL: url, S3_BUCKET: SPARE_BUCKET };
  const store = { S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
  const restored = await runCommand({ ...machine, ...store }, "restore", path);
  expect(restored).toMatchObject({ code: 0, said: { rows: written.rows, files: written.files } });

  env.S3_BUCKET = SPARE_BUCKET;
  expect(await hashBucket()).toEqual(before);
  // Nothing of it stayed on the disk of that machine.
  expect((await readdir(DATA_DIR)).filter((name) => name !== "issuer-secret")).toEqual([]);
});
