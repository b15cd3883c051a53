import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { type Db, openDatabase } from "#app/platform/db/client.server.ts";

type TestDatabase = { db: Db; url: string; connections: pg.Pool };

/**
 * A fresh, migrated database of its own for the test file that calls this at its top level.
 * Read its members inside tests only: they exist once the file's tests begin.
 */
export function openTestDatabase({ pool = 10 }: { pool?: number } = {}): TestDatabase {
  let opened: (ReturnType<typeof openDatabase> & { url: string }) | undefined;
  const cluster = () => new pg.Client({ connectionString: inject("clusterUrl") });
  const name = `test_${randomUUID().replaceAll("-", "")}`;

  beforeAll(async () => {
    const client = cluster();
    await client.connect();
    await client.query(`create database ${name} template academy_template`);
    await client.end();
    const url = new URL(inject("clusterUrl"));
    url.pathname = `/${name}`;
    opened = { ...openDatabase({ url: url.href, pool }), url: url.href };
  });

  afterAll(async () => {
    await opened?.close();
    const client = cluster();
    await client.connect();
    await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
  });

  const get = () => {
    if (!opened) throw new Error("The test database is opened by beforeAll");
    return opened;
  };
  return {
    get db() {
      return get().db;
    },
    get url() {
      return get().url;
    },
    get connections() {
      return get().connections;
    },
  };
}
