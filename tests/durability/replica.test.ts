import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { startEmbeddedPostgres } from "#app/platform/db/embedded.server.ts";
import { onNotification, startListening } from "#app/platform/db/listen.server.ts";
import { migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { freshReplica, isBehind, watchReplica } from "#app/platform/db/replica.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createPerson } from "#tests/factories/person.ts";
import { makeFolder, waitUntil } from "./academy-process.ts";
import { startStreamingReplica } from "./streaming-replica.ts";

const MAX_LAG_MS = 1_500;

const folder = makeFolder();
const replicaFolder = join(folder, "replica");
const primaryFolder = join(folder, "primary");
const settings = ["fsync=off"];
let primary: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let standby: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let opened: ReturnType<typeof openDatabase>;
let onStandby: ReturnType<typeof openDatabase>;
let watching: ReturnType<typeof watchReplica>;
let stopListening: () => Promise<void>;
let course: { id: string };
let heard = 0;

beforeAll(async () => {
  primary = await startEmbeddedPostgres({ folder: primaryFolder, settings });
  await migrateDatabase({ url: primary.url });
  opened = openDatabase({ url: primary.url, pool: 4 });
  course = (await createCourse(opened.db)).course;
  standby = await startStreamingReplica({ url: primary.url, folder: primaryFolder }, replicaFolder);
  onStandby = openDatabase({ url: standby.url, pool: 1 });
  onNotification("academy_changed", () => {
    heard += 1;
  });
  stopListening = await startListening(primary.url);
  watching = watchReplica({ url: standby.url, primary: opened.connections, maxLagMs: MAX_LAG_MS });
  await untilFresh();
});

afterAll(async () => {
  await watching.stop();
  await stopListening();
  await onStandby.close();
  await opened.close();
  await standby.stop();
  await primary.stop();
  await rm(folder, { recursive: true, force: true });
});

const untilFresh = () => waitUntil(async () => freshReplica() !== undefined, 10_000);
const changeCourse = (slug: string) => opened.db.course.update({ where: { id: course.id }, data: { slug } });

const rows = z.array(z.object({ standby: z.boolean() })).length(1);
/** Says which of the two it was read from. */
const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  load: async ({ ctx }) => rows.parse(await ctx.db.$queryRaw`select pg_is_in_recovery() as standby`)[0]?.standby,
});
const asked = (actor?: Parameters<typeof pageRequest>[0]["actor"]) =>
  loader(pageRequest({ db: opened.db, path: "/en/courses", actor }).args);

test("guests' pages are read from the replica, and those of who is signed in never", async () => {
  expect(await asked()).toBe(true);
  const { actor } = contextOf(opened.db, await createPerson(opened.db));
  expect(await asked(actor)).toBe(false);
});

test("what was heard to have changed is never read from a replica that has not got it", async () => {
  for (let turn = 0; turn < 25; turn += 1) {
    const before = heard;
    const slug = `turn-${turn}`;
    await changeCourse(slug);
    while (heard === before) await sleep(1);
    let replica = freshReplica();
    for (; !replica; replica = freshReplica()) await sleep(1);
    const found = await replica.course.findUniqueOrThrow({ where: { id: course.id } });
    expect(found.slug).toBe(slug);
  }
});

test("one that stands still is left after a change at once, and without one once it lags too far", async () => {
  await onStandby.connections.query("select pg_wal_replay_pause()");
  const before = heard;
  await changeCourse("while-it-stands");
  while (heard === before) await sleep(1);
  expect(freshReplica()).toBeUndefined();
  expect(await asked()).toBe(false);
  await onStandby.connections.query("select pg_wal_replay_resume()");
  await untilFresh();

  await onStandby.connections.query("select pg_wal_replay_pause()");
  // A table whose changes are told to nobody.
  await opened.db.rateLimit.create({ data: { key: "lag", points: 1 } });
  expect(freshReplica()).toBeDefined();
  await waitUntil(async () => freshReplica() === undefined, MAX_LAG_MS + 2_000);
  const replica = watching.db;
  expect(isBehind(replica)).toBe(true);
  await onStandby.connections.query("select pg_wal_replay_resume()");
  await untilFresh();
  expect(isBehind(replica)).toBe(false);
});

test("a primary at which nothing happens is no lag", async () => {
  const until = Date.now() + MAX_LAG_MS * 2;
  while (Date.now() < until) {
    expect(freshReplica()).toBeDefined();
    await sleep(50);
  }
});

test("one that goes away is noticed by nobody: the primary answers, and the replica again once it is back", async () => {
  const { port } = new URL(standby.url);
  await onStandby.close();
  await standby.stop();
  for (let i = 0; i < 20; i += 1) expect(await asked()).toBe(false);
  expect(freshReplica()).toBeUndefined();
  standby = await startEmbeddedPostgres({ folder: replicaFolder, settings, port: Number(port) });
  onStandby = openDatabase({ url: standby.url, pool: 1 });
  await untilFresh();
  expect(await asked()).toBe(true);
});

test("a database that is no replica of anything is not read from", async () => {
  await watching.stop();
  watching = watchReplica({ url: primary.url, primary: opened.connections, maxLagMs: MAX_LAG_MS });
  await sleep(500);
  expect(freshReplica()).toBeUndefined();
  expect(await asked()).toBe(false);
});
