import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startListening } from "#app/platform/db/listen.server.ts";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { browserHeaders, contextIn, createAccount, PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { describeDevice } from "./describe-device.ts";
import { findSessions } from "./find-sessions.server.ts";
import { revokeOtherSessions, revokeSession } from "./revoke-session.server.ts";
import { signIn } from "./sign-in.server.ts";

const database = openTestDatabase();
let stop = async () => {};

beforeAll(async () => {
  stop = await startListening(database.url);
});
afterAll(() => stop());

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

async function enter(email: string, userAgent = firefox) {
  const headers = new Headers({ "user-agent": userAgent });
  const attempt = { email, password: PASSWORD, address: "203.0.113.1", headers };
  const { cookies } = await signIn(guestContext(database.db), attempt);
  return browserHeaders(cookies, headers);
}

const who = (headers: Headers) => loadActor({ db: database.db, cookie: headers.get("cookie") });

/** A notification takes a moment; what is remembered without one would stay for ten seconds. */
async function within(milliseconds: number, condition: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(20)) if (await condition()) return true;
  return false;
}

test("a revoked session is out at once, also where it was remembered, and no other is", async () => {
  const { email } = await createAccount(database.db);
  const [here, there] = [await enter(email), await enter(email)];
  const ctx = await contextIn(database.db, here);
  expect(await who(there)).not.toBeNull();
  const other = (await findSessions(ctx)).find(({ current }) => !current);
  await revokeSession(ctx, { sessionId: other?.id ?? "" });
  expect(await within(2_000, async () => (await who(there)) === null)).toBe(true);
  expect(await who(here)).not.toBeNull();
});

test("all other devices can be signed out together", async () => {
  const { email } = await createAccount(database.db);
  const here = await enter(email);
  const others = [await enter(email), await enter(email)];
  const ctx = await contextIn(database.db, here);
  for (const other of others) expect(await who(other)).not.toBeNull();
  expect(await revokeOtherSessions(ctx)).toBe(2);
  expect(await within(2_000, async () => (await Promise.all(others.map(who))).every((actor) => !actor))).toBe(true);
  expect(await findSessions(ctx)).toHaveLength(1);
});

test("nobody sees or revokes another person's sessions", async () => {
  const { db } = database;
  const [a, b] = [await createAccount(db), await createAccount(db)];
  const [hers, his] = [await enter(a.email), await enter(b.email)];
  const victim = await contextIn(db, his);
  const ctx = await contextIn(db, hers);
  expect((await findSessions(ctx)).map(({ id }) => id)).not.toContain(victim.actor.sessionId);
  await revokeSession(ctx, { sessionId: victim.actor.sessionId });
  expect(await db.session.count({ where: { id: victim.actor.sessionId } })).toBe(1);
});

test("a session that has run out is not listed", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const old = await contextIn(db, await enter(email));
  const ctx = await contextIn(db, await enter(email));
  await db.session.update({ where: { id: old.actor.sessionId }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  expect((await findSessions(ctx)).map(({ id }) => id)).toEqual([ctx.actor.sessionId]);
});

test.each([
  [firefox, "Firefox", "Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1",
    "Safari",
    "iPhone",
  ],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0", "Edge", "Windows"],
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36", "Chrome", "Android"],
  ["curl/8.0", undefined, undefined],
])("%s is told to a person as %s on %s", (userAgent, browser, system) => {
  expect(describeDevice(userAgent)).toEqual({ browser, system });
});
