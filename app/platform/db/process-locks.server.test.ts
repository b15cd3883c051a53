import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openDatabase } from "./client.server.ts";
import { makeProcessLocks, type TakeLock } from "./process-locks.server.ts";

const database = openTestDatabase();
let second: ReturnType<typeof openDatabase>;
let one: TakeLock;
let other: TakeLock;

beforeAll(() => {
  second = openDatabase({ url: database.url, pool: 1 });
  one = makeProcessLocks(database.db);
  other = makeProcessLocks(second.db);
});

afterAll(() => second.close());

const nothing = () => undefined;

test("what one process has locked no other gets, nor anybody else in the same one, until it is given back", async () => {
  const giveBack = await one("a film", nothing);
  expect(giveBack).toBeDefined();
  expect([await one("a film", nothing), await other("a film", nothing)]).toEqual([undefined, undefined]);
  const giveOther = await other("another film", nothing);
  expect(giveOther).toBeDefined();
  await giveBack?.();
  const next = await other("a film", nothing);
  expect(next).toBeDefined();
  // What was given back once is not given back for who has it now.
  await giveBack?.();
  expect(await one("a film", nothing)).toBeUndefined();
  await Promise.all([next?.(), giveOther?.()]);
});

test("of many who ask at once one gets it", async () => {
  const asked = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? one : other)("a film", nothing));
  const got = (await Promise.all(asked)).filter((giveBack) => giveBack !== undefined);
  expect(got).toHaveLength(1);
  await got[0]?.();
});

test("who can hold it no longer is told, and another gets it", async () => {
  const onLost = vi.fn();
  const giveBack = await one("a film", onLost);
  await database.connections.query(
    `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
     where d.datname = current_database() and l.locktype = 'advisory' and l.granted`,
  );
  await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce(), 5_000);
  const next = await other("a film", nothing);
  expect(next).toBeDefined();
  await giveBack?.();
  expect(await one("a film", nothing)).toBeUndefined();
  await next?.();
  const again = await one("a film", nothing);
  expect(again).toBeDefined();
  await again?.();
});
