import { setTimeout as sleep } from "node:timers/promises";
import { createOTP } from "@better-auth/utils/otp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changePassword } from "#app/features/account/change-password.server.ts";
import {
  confirmSecondFactor,
  findSecondFactor,
  startSecondFactor,
  turnOffSecondFactor,
} from "#app/features/account/set-up-second-factor.server.ts";
import { signIn } from "#app/features/account/sign-in.server.ts";
import { verifySecondFactor } from "#app/features/account/verify-second-factor.server.ts";
import { startListening } from "#app/platform/db/listen.server.ts";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { rotateSession } from "#app/platform/session/rotate-session.server.ts";
import { readSessionToken } from "#app/platform/session/session-cookie.server.ts";
import { browserHeaders, contextIn, createAccount, PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();
let stop = async () => {};
beforeAll(async () => {
  stop = await startListening(database.url);
});
afterAll(() => stop());

const address = "203.0.113.1";
const tokenOf = (headers: Headers) => readSessionToken(headers.get("cookie"));
const who = (headers: Headers) => loadActor({ db: database.db, cookie: headers.get("cookie") });

async function enter(email: string, before = new Headers()) {
  const { state, cookies } = await signIn(guestContext(database.db), {
    ...{ email, password: PASSWORD, address, headers: before },
  });
  return { state, headers: browserHeaders(cookies, before) };
}

/** Another process hears of it a moment later. */
async function isOutSoon(headers: Headers): Promise<boolean> {
  for (const end = Date.now() + 3_000; Date.now() < end; await sleep(20)) if (!(await who(headers))) return true;
  return false;
}

function decode(base32: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  return (bits.join("").match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join("");
}

const codeOf = (secret: string, steps: number) =>
  createOTP(decode(secret)).hotp(Math.floor(Date.now() / 30_000) + steps);

test("signing in begins a session of its own, whatever token the browser brought", async () => {
  const { email } = await createAccount(database.db);
  const first = await enter(email);
  const planted = new Headers({ cookie: first.headers.get("cookie") ?? "" });
  const second = await enter(email, planted);
  expect(tokenOf(second.headers)).toMatch(/^[\w-]{32,}$/);
  expect(tokenOf(second.headers)).not.toBe(tokenOf(first.headers));
});

test("setting up a second factor, signing in by it and turning it off each change the token", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const before = await enter(email);
  const ctx = await contextIn(db, before.headers);
  await startSecondFactor(ctx, { currentPassword: PASSWORD, headers: before.headers });
  const pending = await findSecondFactor(ctx);
  const secret = "secret" in pending ? pending.secret : "";
  const confirmed = await confirmSecondFactor(ctx, { code: await codeOf(secret, -1), headers: before.headers });
  const protectedHeaders = browserHeaders(confirmed.cookies, before.headers);
  expect(await isOutSoon(before.headers)).toBe(true);
  expect(await who(protectedHeaders)).toMatchObject({ twoFactorEnabled: true });

  const half = await enter(email);
  expect([half.state, tokenOf(half.headers)]).toEqual(["secondFactor", undefined]);
  const code = await codeOf(secret, 0);
  const whole = await verifySecondFactor(guestContext(db), { kind: "totp", code, address, headers: half.headers });
  const inside = browserHeaders(whole.cookies, half.headers);
  expect(await who(inside)).not.toBeNull();

  const off = await turnOffSecondFactor(await contextIn(db, inside), { currentPassword: PASSWORD, headers: inside });
  expect(await isOutSoon(inside)).toBe(true);
  expect(await who(browserHeaders(off.cookies, inside))).toMatchObject({ twoFactorEnabled: false });
});

test("a new password changes the token of the device where it was set, and signs out all others", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const [here, there] = [await enter(email), await enter(email)];
  const ctx = await contextIn(db, here.headers);
  const { cookies } = await changePassword(ctx, { currentPassword: PASSWORD, newPassword: "another gate of arches" });
  const after = browserHeaders(cookies, here.headers);
  expect(tokenOf(after)).not.toBe(tokenOf(here.headers));
  expect(await who(after)).toMatchObject({ email });
  expect(await isOutSoon(here.headers)).toBe(true);
  expect(await isOutSoon(there.headers)).toBe(true);
});

test("whoever may do more than before goes on under another token", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const before = await enter(email);
  const { actor } = await contextIn(db, before.headers);
  const cookie = await rotateSession(db, { sessionId: actor.sessionId });
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  const after = browserHeaders(new Headers({ "Set-Cookie": cookie }), before.headers);
  expect(await who(after)).toMatchObject({ email, sessionId: actor.sessionId });
  expect(await isOutSoon(before.headers)).toBe(true);
});
