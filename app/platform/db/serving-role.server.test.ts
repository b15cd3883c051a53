import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { writeAuditEntry, writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { addJob, type JobKind } from "#app/platform/jobs/add-job.server.ts";
import { findFailingJobs, retryJobs } from "#app/platform/jobs/find-failing-jobs.server.ts";
import { jobHandler, runJobs } from "#app/platform/jobs/run-jobs.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openDatabase } from "./client.server.ts";
import { findPendingMigrations, migrateDatabase } from "./migrate.server.ts";
import { asRole, findAuditGuard, roleIn } from "./serving-role.server.ts";

const database = openTestDatabase();
// Roles belong to the whole cluster, on which other files' databases lie.
const role = `serves_${process.pid}_${Date.now()}`;
let serving: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  await migrateDatabase({ url: database.url, serves: { role, make: true } });
  serving = openDatabase({ url: asRole(database.url, role), pool: 4 });
});

afterAll(async () => {
  await serving.close();
  await database.connections.query(`drop owned by ${role}`);
  await database.connections.query(`drop role ${role}`);
});

const refusal = (statement: string, connections: pg.Pool) =>
  connections.query(statement).then(
    () => "done",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );

/** A runner looks for what it was not told of every two seconds. */
const WAIT = { timeout: 20_000 };
const NO_RIGHT = "42501";
const REFUSED = "23000";
const changes = [
  `update "AuditEntry" set "reason" = 'Another'`,
  `delete from "AuditEntry"`,
  `truncate "AuditEntry"`,
  `alter table "AuditEntry" disable trigger all`,
  `drop table "AuditEntry"`,
  `update "_prisma_migrations" set "checksum" = ''`,
];

test("who serves adds to the audit log and reads it, and has no right to change, remove or empty it", async () => {
  await writeAuditEntry(
    serving.db,
    { actor: null },
    { action: "setting.change", subjectType: "setting", reason: "So" },
  );
  expect(await serving.db.auditEntry.count()).toBe(1);
  for (const change of changes) {
    expect({ change, code: await refusal(change, serving.connections) }).toEqual({ change, code: NO_RIGHT });
  }
  expect(await serving.db.auditEntry.findMany({ select: { reason: true } })).toEqual([{ reason: "So" }]);
  expect(await findAuditGuard(serving.connections)).toBe("rights");
});

test("their owner is refused by triggers, also in a session that says it replays", async () => {
  await writePlainEntry(database.db, { actor: null }, { action: "setting.change", subjectType: "setting" });
  for (const change of changes.slice(0, 3)) {
    expect(await refusal(change, database.connections)).toBe(REFUSED);
    expect(await refusal(`set session_replication_role = replica; ${change}`, database.connections)).toBe(REFUSED);
  }
  expect(await findAuditGuard(database.connections)).toBe("triggers");
});

test("a log whose triggers somebody switched off is said to be unguarded", async () => {
  await database.connections.query(`alter table "AuditEntry" disable trigger "AuditEntry_is_not_truncated"`);
  expect(await findAuditGuard(serving.connections)).toBe("none");
  await database.connections.query(`alter table "AuditEntry" enable always trigger "AuditEntry_is_not_truncated"`);
});

test("who serves writes what the academy writes, and a person who goes takes hers along", async () => {
  const user = await createPerson(serving.db);
  await serving.db.emailLink.create({
    data: { userId: user.id, purpose: "verifyEmail", tokenSha256: "x", email: user.email, expiresAt: new Date() },
  });
  await serving.db.user.delete({ where: { id: user.id } });
  expect(await serving.db.emailLink.count()).toBe(0);
});

test("who serves adds, runs and retries jobs", async () => {
  const kind = { name: "sayTwice", payload: z.object({}), maxAttempts: 1 } satisfies JobKind<z.ZodType>;
  let tries = 0;
  const handler = jobHandler(kind, async () => {
    tries += 1;
    if (tries === 1) throw new Error("Not yet");
  });
  await addJob(serving.db, kind, {});
  const { db, connections } = serving;
  const runner = await runJobs({ handlers: [handler], connections, context: { db, clock: systemClock, log } });
  await expect.poll(() => findFailingJobs(db), WAIT).toMatchObject([{ kind: "sayTwice", dead: true }]);
  const [failed] = await findFailingJobs(db);
  expect(await retryJobs(db, { id: failed?.id ?? "0" })).toHaveLength(1);
  await expect.poll(() => tries, WAIT).toBe(2);
  await runner.stop();
});

test("who serves finds nothing to migrate, and may say so itself", async () => {
  expect(await findPendingMigrations(serving.connections)).toEqual([]);
  expect(await migrateDatabase({ url: asRole(database.url, role) })).toEqual([]);
});

test.each([
  ["postgresql://maqdis:s%40fe@db.example:5432/academy", "maqdis"],
  ["postgresql://db.example/academy", undefined],
  ["no address", undefined],
])("the role in %s is %s", (url, expected) => {
  expect(roleIn(url)).toBe(expected);
});
