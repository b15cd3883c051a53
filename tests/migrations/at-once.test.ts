import { expect, test } from "vitest";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { findPendingMigrations, migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { emptyDatabases } from "../durability/empty-databases.ts";

const databases = emptyDatabases();

test("several processes that start at once migrate once, also where an index is built while others write", async () => {
  const { url } = await databases.make();
  const { connections, close } = openDatabase({ url, pool: 1 });
  const applied = await Promise.all([migrateDatabase({ url }), migrateDatabase({ url }), migrateDatabase({ url })]);
  expect(applied.map((names) => names.length > 0).sort()).toEqual([false, false, true]);
  expect(await findPendingMigrations(connections)).toEqual([]);
  const { rows } = await connections.query(
    "select indexrelid::regclass::text as name from pg_index where not indisvalid",
  );
  expect(rows).toEqual([]);
  await close();
});
