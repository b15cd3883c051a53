import { expect, test } from "vitest";
import { z } from "zod";
import { declareMail } from "#app/platform/mail/declare-mail.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { notify } from "./notify.server.ts";

const database = openTestDatabase();

const words = { values: z.object({ title: z.string() }), write: () => ({ subject: "", paragraphs: [] }) };
const kind = declareMail({ ...words, name: "test-certificate", about: "certificate" });
const securityKind = declareMail({ ...words, name: "test-security", about: "security" });

const values = { title: "Maps" };

async function waiting(userId: string, name: "send-mail" | "sendDigest" = "send-mail") {
  const { rows } = await database.connections.query(
    `SELECT payload, run_at AS "runAt", key FROM graphile_worker._private_jobs
      WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = $1) AND payload->>'userId' = $2`,
    [name, userId],
  );
  return rows;
}

test("who is told has it in her list and by mail in her language, and once however often she is told", async () => {
  const { db } = database;
  const { id: userId, email } = await createPerson(db, { locale: "fr" });
  await Promise.all([1, 2, 3].map(() => notify(db, { kind, userId, values, key: "certificate:1" })));
  expect(await db.notification.findMany({ where: { userId } })).toMatchObject([
    { kind: "certificate", mail: "test-certificate", values, shown: true, digestDue: false, readAt: null },
  ]);
  const mails = await waiting(userId);
  expect(mails.map(({ payload }) => payload)).toEqual([
    { mail: "test-certificate", to: email, locale: "fr", values, userId },
  ]);
});

test("what is told in a transaction that fails is not told", async () => {
  const { db } = database;
  const { id: userId } = await createPerson(db);
  const failing = db.$transaction(async (tx) => {
    await notify(tx, { kind, userId, values, key: "certificate:1" });
    throw new Error("given up");
  });
  await expect(failing).rejects.toThrow("given up");
  expect(await db.notification.count({ where: { userId } })).toBe(0);
  expect(await waiting(userId)).toEqual([]);
});

test("who chose her digest gets no mail of its own, and one digest waits for all", async () => {
  const { db } = database;
  const { id: userId } = await createPerson(db);
  await db.noticePreference.create({ data: { userId, kind: "certificate", shown: false, mail: "digest" } });
  await db.user.update({ where: { id: userId }, data: { timeZone: "Asia/Jerusalem" } });
  const now = new Date("2031-11-22T07:00:00Z");
  for (const key of ["a", "b"]) await notify(db, { kind, userId, values, key, now });
  expect(await db.notification.findMany({ where: { userId } })).toMatchObject([
    { shown: false, digestDue: true },
    { shown: false, digestDue: true },
  ]);
  expect(await waiting(userId)).toEqual([]);
  expect(await waiting(userId, "sendDigest")).toMatchObject([
    { key: `digest:${userId}`, runAt: new Date("2031-11-23T06:00:00Z") },
  ]);
});

test("who wants no mail of a kind gets none, but what was done to her account is always told", async () => {
  const { db } = database;
  const { id: userId } = await createPerson(db);
  for (const about of ["certificate", "security"] as const)
    await db.noticePreference.create({ data: { userId, kind: about, shown: false, mail: "never" } });
  await notify(db, { kind, userId, values, key: "a" });
  await notify(db, { kind: securityKind, userId, values, key: "b" });
  expect((await waiting(userId)).map(({ payload }) => payload.mail)).toEqual(["test-security"]);
  const told = await db.notification.findMany({ where: { userId }, orderBy: { key: "asc" } });
  expect(told.map(({ shown }) => shown)).toEqual([false, true]);
});

test("in her quiet hours mail waits for the morning, but not what concerns her account", async () => {
  const { db } = database;
  const { id: userId } = await createPerson(db);
  await db.noticeTimes.create({ data: { userId, quietFrom: 22, quietUntil: 7 } });
  const now = new Date("2031-11-22T23:00:00Z");
  await notify(db, { kind, userId, values, key: "a", now });
  await notify(db, { kind: securityKind, userId, values, key: "b", now });
  const mails = await waiting(userId);
  const runAt = (name: string) => mails.find(({ payload }) => payload.mail === name)?.runAt;
  expect(runAt("test-certificate")).toEqual(new Date("2031-11-23T07:00:00Z"));
  expect(runAt("test-security").getTime()).toBeLessThan(now.getTime());
});

test("a suspended person is told nothing", async () => {
  const { db } = database;
  const { id: userId } = await createPerson(db);
  await db.user.update({ where: { id: userId }, data: { suspendedAt: new Date() } });
  await notify(db, { kind: securityKind, userId, values, key: "a" });
  expect(await db.notification.count({ where: { userId } })).toBe(0);
});
