import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { jobContext } from "#tests/factories/finished.ts";
import { createPaidOrder } from "#tests/factories/paid-order.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { erasePerson } from "../erasure/erase-person.server.ts";
import { askForRetention, findRetention } from "./find-retention.server.ts";
import { retentionRules } from "./retention-rules.ts";
import { runRetention } from "./run-retention.server.ts";

const database = openTestDatabase();
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

test("what is over is removed at night, what is not stays, and how many there were is written down", async () => {
  const { db } = database;
  const { id: userId } = await createPerson(db);
  const { course } = await createCourse(db);
  for (const [token, days] of [
    ["old", -1],
    ["new", 1],
  ] as const) {
    await db.session.create({ data: { userId, token, expiresAt: inDays(days), ipAddress: "203.0.113.7" } });
    await db.verification.create({ data: { identifier: token, value: "v", expiresAt: inDays(days) } });
    await db.rateLimit.create({ data: { key: token, points: 1, expire: inDays(days) } });
  }
  const invitation = { courseId: course.id, role: "teacher" as const };
  await db.instructorInvitation.createMany({
    data: [-91, -1].map((days) => ({
      ...invitation,
      email: `of${days}@example.org`,
      tokenSha256: `of ${days}`,
      expiresAt: inDays(days),
    })),
  });
  const letter = { to: "a@example.org", subject: "s", html: "h", text: "t" };
  await db.mailboxMessage.createMany({ data: [-8, -6].map((days) => ({ ...letter, createdAt: inDays(days) })) });
  const notice = { userId, kind: "welcome" as const, mail: "welcome", values: {} };
  for (const days of [-366, -364])
    await db.notification.create({ data: { ...notice, key: `of ${days}`, createdAt: inDays(days) } });
  await runRetention(jobContext(db), { most: 1 });
  expect(await db.notification.findMany({ where: { userId }, select: { key: true } })).toEqual([{ key: "of -364" }]);
  expect(await db.session.findMany({ select: { token: true } })).toEqual([{ token: "new" }]);
  expect(await db.verification.count()).toBe(1);
  expect(await db.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: "new" }]);
  expect(await db.instructorInvitation.count()).toBe(1);
  expect(await db.mailboxMessage.count()).toBe(1);
  await runRetention(jobContext(db, inDays(31)));
  const runs = await db.retentionRun.findMany({ where: { rule: "sessions" } });
  expect(runs).toMatchObject([{ removed: 1, removedInAll: 2n, failedAt: null }]);
  expect(await db.retentionRun.count()).toBe(retentionRules.length);
});

test("the address of a device is not kept beyond a month", async () => {
  const { db } = database;
  const { id: userId } = await createPerson(db);
  const dates = { createdAt: inDays(-31), expiresAt: inDays(5) };
  await db.session.create({ data: { userId, token: "long", ipAddress: "203.0.113.7", ...dates } });
  await runRetention(jobContext(db));
  expect(await db.session.findUniqueOrThrow({ where: { token: "long" } })).toMatchObject({ ipAddress: null });
});

test("a rule that fails keeps no other from its turn, and an admin sees it", async () => {
  const { db } = database;
  const [first, second] = retentionRules;
  if (!first || !second) throw new Error("There are rules");
  const broken = { ...first, sweep: () => Promise.reject(new Error("away")) };
  await expect(runRetention(jobContext(db), { rules: [broken, second] })).rejects.toThrow(/failed: sessions/);
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  const { rules } = await findRetention(admin);
  expect(rules[0]?.failedAt).not.toBeNull();
  expect(rules[1]?.ranAt).not.toBeNull();
  await askForRetention(admin);
  expect(await db.auditEntry.count({ where: { action: "retention.run", actorId: admin.actor.id } })).toBe(1);
});

test("a deletion whose job is lost is taken up at night", async () => {
  const { db } = database;
  const { id: userId } = await createPerson(db);
  const dates = { askedAt: inDays(-20), dueAt: inDays(-6) };
  const { id } = await db.erasure.create({ data: { userId, certificates: "keep", ...dates } });
  await runRetention(jobContext(db), { rules: [] });
  const { rows } = await database.connections.query(
    "SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'erasureId' = $1",
    [id],
  );
  expect(rows).toHaveLength(1);
});

test("an invoice names who left for ten years, and no longer; what it says of money never changes", async () => {
  const { db } = database;
  const { ctx, orderId } = await createPaidOrder(db);
  const { id } = await db.erasure.create({
    data: { userId: ctx.actor.id, certificates: "keep", askedAt: inDays(-20), dueAt: inDays(-6) },
  });
  await erasePerson(jobContext(db), { erasureId: id });
  const rules = retentionRules.filter(({ name }) => name === "oldInvoices");
  const linesOf = async () => {
    const { content } = await db.invoice.findFirstOrThrow({ where: { orderId } });
    return JSON.parse(JSON.stringify(content)).buyer.lines.length;
  };
  await runRetention(jobContext(db, inDays(3_600)), { rules });
  expect(await linesOf()).toBeGreaterThan(0);
  await runRetention(jobContext(db, inDays(3_660)), { rules });
  expect(await linesOf()).toBe(0);
  await expect(db.invoice.updateMany({ where: { orderId }, data: { amount: 1 } })).rejects.toThrow(/never changes/);
});

test("every rule has its words in every language", () => {
  for (const locale of locales) {
    const { exists } = serverI18n(locale);
    for (const { name } of retentionRules)
      for (const what of ["what", "why"]) {
        const key = `retention:rules.${name}.${what}`;
        expect({ locale, key, said: exists(key, { lng: locale, fallbackLng: [] }) }).toEqual({
          locale,
          key,
          said: true,
        });
      }
  }
});
