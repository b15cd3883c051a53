import { expect, test } from "vitest";
import { z } from "zod";
import { declareMail } from "#app/platform/mail/declare-mail.ts";
import { unsubscribeToken } from "#app/platform/mail/unsubscribe-token.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { retryAddress } from "./bounced-addresses.server.ts";
import { changePreferences, findPreferences } from "./change-preferences.server.ts";
import { digestMail } from "./digest-mail.ts";
import { findNotices } from "./find-notices.server.ts";
import { hearMail, signMailEvents } from "./hear-mail.server.ts";
import { notify } from "./notify.server.ts";
import { readAllNotices, readNotice } from "./read-notices.server.ts";
import { sendDigest } from "./send-digest.server.ts";
import { unsubscribe } from "./unsubscribe.server.ts";

const database = openTestDatabase();
const now = new Date("2031-05-01T09:00:00Z");
const kind = declareMail({
  name: "test-release",
  about: "release",
  values: z.object({ title: z.string() }),
  write: ({ title }) => ({
    ...{ subject: `New: ${title}`, paragraphs: ["It is out."] },
    action: { label: "Open", href: "http://localhost:3000/en/learn/maps" },
  }),
});
const kinds = [kind, digestMail];

async function told(...titles: string[]) {
  const person = await createPerson(database.db, { locale: "en" });
  const tell = (title: string, at = now) =>
    notify(database.db, { kind, userId: person.id, values: { title }, key: title, now: at });
  for (const [index, title] of titles.entries()) await tell(title, new Date(now.getTime() + index * 1_000));
  return { person, tell, ctx: contextOf(database.db, person, { now: new Date(now.getTime() + 60_000) }) };
}

const list = (ctx: ReturnType<typeof contextOf>, unread = false) =>
  findNotices(ctx, { cursor: undefined, unread }, kinds);

async function digestsTo(email: string) {
  const { rows } = await database.connections.query(
    `SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'mail' = 'digest' AND payload->>'to' = $1`,
    [email],
  );
  return rows.map(({ payload }) => payload.values.items);
}

test("a list is newest first, turns its pages, and leads to what each notice tells of", async () => {
  const { ctx } = await told(...Array.from({ length: 25 }, (_, index) => `n${index}`));
  const first = await list(ctx);
  expect(first).toMatchObject({ unread: 25, previous: undefined });
  expect(first.notices[0]).toMatchObject({
    title: "New: n24",
    text: "It is out.",
    path: "/en/learn/maps",
    read: false,
  });
  const second = await findNotices(ctx, { cursor: first.next, unread: false }, kinds);
  expect(second.notices.map(({ title }) => title)).toEqual(["n4", "n3", "n2", "n1", "n0"].map((n) => `New: ${n}`));
});

test("what is read is read for her alone, and all at once only what had come by then", async () => {
  const { ctx, tell } = await told("a", "b", "c");
  const [newest] = (await list(ctx)).notices;
  expect(await readNotice(ctx, { id: newest?.id ?? "" }, kinds)).toBe("/en/learn/maps");
  const other = contextOf(database.db, await createPerson(database.db), { now });
  await expect(readNotice(other, { id: newest?.id ?? "" }, kinds)).rejects.toMatchObject({ status: 404 });
  const until = new Date(now.getTime() + 10_000);
  await tell("later", new Date(now.getTime() + 20_000));
  await readAllNotices(ctx, { until });
  expect((await list(ctx, true)).notices.map(({ title }) => title)).toEqual(["New: later"]);
});

test("a digest tells in one letter all that waited, and nothing twice", async () => {
  const { person } = await told("a", "b");
  await sendDigest({ db: database.db, kinds }, { userId: person.id, now });
  await sendDigest({ db: database.db, kinds }, { userId: person.id, now });
  expect(await digestsTo(person.email)).toMatchObject([[{ title: "New: b" }, { title: "New: a" }]]);
});

test("one press stops mail of a kind or the digest, with no other proof than the token, however often", async () => {
  const { person, ctx } = await told("a");
  for (const scope of ["message", "digest", "message"] as const)
    await unsubscribe(database.db, { token: unsubscribeToken(person.id, scope) });
  const { kinds: chosen, rhythm } = await findPreferences(ctx);
  expect(chosen.find((choice) => choice.kind === "message")).toMatchObject({ shown: true, mail: "never" });
  expect(rhythm).toBe("never");
  await sendDigest({ db: database.db, kinds }, { userId: person.id, now });
  expect(await digestsTo(person.email)).toEqual([]);
  const forged = unsubscribeToken(person.id, "message").replace(".message.", ".release.");
  await expect(unsubscribe(database.db, { token: forged })).rejects.toMatchObject({ status: 404 });
});

test("choices are kept, hours that end as they begin are refused, and security is no choice", async () => {
  const { ctx } = await told();
  const wanted = {
    ...{ kinds: [{ kind: "grade" as const, shown: false, mail: "digest" as const }], rhythm: "weekly" as const },
    ...{ hour: 20, weekday: 5, quiet: true, quietFrom: 22, quietUntil: 6 },
  };
  await changePreferences(ctx, wanted);
  expect(await findPreferences(ctx)).toMatchObject({ rhythm: "weekly", hour: 20, weekday: 5, quietFrom: 22 });
  await expect(changePreferences(ctx, { ...wanted, quietUntil: 22 })).rejects.toMatchObject({ code: "quietHours" });
  await database.db.noticePreference.create({
    data: { userId: ctx.actor.id, kind: "security", shown: false, mail: "never" },
  });
  const { kinds: chosen } = await findPreferences(ctx);
  expect(chosen.find((choice) => choice.kind === "security")).toMatchObject({ shown: true, mail: "now" });
  expect(chosen.find((choice) => choice.kind === "grade")).toMatchObject({ shown: false, mail: "digest" });
});

const secret = "a secret that the provider has";
const hear = (events: unknown, { at = now, signature }: { at?: Date; signature?: string } = {}) => {
  const body = JSON.stringify({ events });
  const ctx = { db: database.db, clock: { now: () => now } };
  return hearMail(ctx, { body, signature: signature ?? signMailEvents(body, { secret, at }) }, { secret });
};

test("what the provider tells counts once, only where it is signed lately, and only for addresses that are not there", async () => {
  const bounce = { id: "1", type: "bounce", email: "Gone@Example.org", status: "5.1.1" };
  await hear([bounce, { ...bounce, id: "2", email: "full@example.org", status: "5.2.2" }]);
  const bounced = () =>
    database.db.mailBounce.findMany({ orderBy: { email: "asc" }, select: { email: true, cause: true } });
  expect(await bounced()).toEqual([{ email: "gone@example.org", cause: "returned" }]);
  await expect(hear([bounce], { at: new Date(now.getTime() - 600_000) })).rejects.toMatchObject({ status: 400 });
  await expect(hear([bounce], { signature: `t=1,v1=${"0".repeat(64)}` })).rejects.toMatchObject({ status: 400 });
  await expect(hear([{ id: "3" }])).rejects.toMatchObject({ status: 400 });
  const admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  await retryAddress(admin, { email: "gone@example.org", reason: "She says that it works." });
  await hear([bounce]);
  expect(await bounced()).toEqual([]);
  expect(await database.db.auditEntry.count({ where: { action: "address.retry" } })).toBe(1);
  await hear([{ id: "4", type: "complaint", email: "angry@example.org" }]);
  expect(await bounced()).toEqual([{ email: "angry@example.org", cause: "complained" }]);
});
