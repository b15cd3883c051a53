import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

/** Databases without anything in them, for the test file that calls this at its top level; they go with it. */
export function emptyDatabases() {
  const names: string[] = [];
  const inCluster = async (sql: string) => {
    const client = new pg.Client({ connectionString: inject("clusterUrl") });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  afterAll(async () => {
    for (const name of names) await inCluster(`drop database if exists ${name} with (force)`);
  });
  return {
    make: async () => {
      const name = `restored_${randomUUID().replaceAll("-", "")}`;
      await inCluster(`create database ${name}`);
      names.push(name);
      const url = new URL(inject("clusterUrl"));
      url.pathname = `/${name}`;
      return { name, url: url.href };
    },
  };
}

/** Runs some work with a connection of its own. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}
