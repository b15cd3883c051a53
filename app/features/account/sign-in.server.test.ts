import { expect, test } from "vitest";
import { loadActor, SESSION_SECONDS } from "#app/platform/session/load-actor.server.ts";
import { SESSION_COOKIE } from "#app/platform/session/session-cookie.server.ts";
import { browserHeaders, createAccount, PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { takeMails } from "#tests/factories/mail.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { signIn } from "./sign-in.server.ts";
import { signOut } from "./sign-out.server.ts";

const database = openTestDatabase();
const headers = new Headers({ "user-agent": "Mozilla/5.0 (Android 15) Firefox/140.0" });
const attempt = { password: PASSWORD, headers, address: "203.0.113.1" };

test("the cookie of a sign-in is one that pages accept, for thirty days, out of reach of scripts", async () => {
  const { db } = database;
  const person = await createAccount(db);
  const { state, cookies } = await signIn(guestContext(db), { ...attempt, email: person.email });
  expect(state).toBe("signedIn");
  const [cookie = ""] = cookies.getSetCookie();
  expect(cookie).toMatch(new RegExp(`^${SESSION_COOKIE.replace(".", "\\.")}=`));
  expect(cookie).toMatch(/; Max-Age=2592000;/);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(SESSION_SECONDS).toBe(2_592_000);
  const actor = await loadActor({ db, cookie: browserHeaders(cookies).get("cookie") });
  expect(actor).toMatchObject({ id: person.id, email: person.email });
  const session = await db.session.findUniqueOrThrow({ where: { id: actor?.sessionId } });
  expect(session.userAgent).toContain("Firefox/140.0");
  expect(session.ipAddress ?? "").toBe("");
  expect(session.expiresAt.getTime() - Date.now()).toBeGreaterThan((SESSION_SECONDS - 60) * 1_000);
});

test("signing out ends the session and clears the cookie; a second time is no error", async () => {
  const { db } = database;
  const person = await createAccount(db);
  const { cookies } = await signIn(guestContext(db), { ...attempt, email: person.email });
  const browser = browserHeaders(cookies);
  const out = await signOut(guestContext(db), { headers: browser });
  expect(out.cookies.getSetCookie().join()).toMatch(new RegExp(`${SESSION_COOKIE}=;.*Max-Age=0`));
  expect(await db.session.count({ where: { userId: person.id } })).toBe(0);
  expect(await loadActor({ db, cookie: browser.get("cookie") })).toBeNull();
  await signOut(guestContext(db), { headers: browser });
});

test("a wrong password and an unknown address are refused alike, with or without a confirmed address", async () => {
  const { db } = database;
  const known = await createAccount(db);
  const unverified = await createAccount(db, { emailVerified: false });
  const refusals = await Promise.all(
    [known.email, unverified.email, "nobody@example.org"].map((email) =>
      signIn(guestContext(db), { ...attempt, email, password: "not the password" }).catch((error: unknown) => error),
    ),
  );
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ code: "wrongCredentials", status: 401, values: {} });
  }
  expect(await takeMails(database)).toEqual([]);
});

test("a refusal takes as long for an unknown address as for a wrong password", async () => {
  const { db } = database;
  // Of the processor, which others on a busy machine do not lengthen.
  const time = async (email: string) => {
    const before = process.cpuUsage();
    const wrong = { ...attempt, address: "203.0.113.77", email, password: "not the password" };
    await signIn(guestContext(db), wrong).catch(() => undefined);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    const { email } = await createAccount(db);
    known.push(await time(email));
    unknown.push(await time(`nobody-${i}@example.org`));
  }
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[4] ?? 0;
  // Hashing is most of the time of either; without it the unknown would be several times faster.
  expect(median(unknown) / median(known)).toBeGreaterThan(0.6);
  expect(median(unknown) / median(known)).toBeLessThan(1.7);
});

test("after ten wrong passwords for one address even the right one waits; a success forgets the wrong ones", async () => {
  const { db } = database;
  const person = await createAccount(db);
  const wrong = () => signIn(guestContext(db), { ...attempt, email: person.email, password: "wrong password" });
  for (let i = 0; i < 9; i += 1) await expect(wrong()).rejects.toMatchObject({ code: "wrongCredentials" });
  await signIn(guestContext(db), { ...attempt, email: person.email });
  for (let i = 0; i < 10; i += 1) await expect(wrong()).rejects.toMatchObject({ code: "wrongCredentials" });
  const right = signIn(guestContext(db), { ...attempt, email: person.email });
  await expect(right).rejects.toMatchObject({ code: "tooMany", status: 429 });
});

test("sixty refused sign-ins from one place in a quarter of an hour are enough", async () => {
  const { db } = database;
  const address = "2001:db8:5:5::1";
  for (let i = 0; i < 60; i += 1) {
    const tried = signIn(guestContext(db), { ...attempt, address, email: `guess-${i}@example.org` });
    await expect(tried).rejects.toMatchObject({ code: "wrongCredentials" });
  }
  const next = signIn(guestContext(db), { ...attempt, address: "2001:db8:5:5::2", email: "guess@example.org" });
  await expect(next).rejects.toMatchObject({ code: "tooMany" });
});

test("a suspended person is told so with the right password only", async () => {
  const { db } = database;
  const person = await createAccount(db);
  await db.user.update({ where: { id: person.id }, data: { suspendedAt: new Date() } });
  const right = signIn(guestContext(db), { ...attempt, email: person.email });
  await expect(right).rejects.toMatchObject({ code: "suspended", status: 403 });
  const wrong = signIn(guestContext(db), { ...attempt, email: person.email, password: "wrong password" });
  await expect(wrong).rejects.toMatchObject({ code: "wrongCredentials" });
  expect(await db.session.count({ where: { userId: person.id } })).toBe(0);
});
