import { createOTP } from "@better-auth/utils/otp";
import { expect, test } from "vitest";
import type { Db } from "#app/platform/db/client.server.ts";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { browserHeaders, contextIn, createAccount, PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { takeMails } from "#tests/factories/mail.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { totpCodeSchema } from "./account-schema.ts";
import { findPasskeyOptions } from "./find-passkey-options.server.ts";
import {
  confirmSecondFactor,
  findSecondFactor,
  renewBackupCodes,
  startSecondFactor,
  turnOffSecondFactor,
} from "./set-up-second-factor.server.ts";
import { signIn } from "./sign-in.server.ts";
import { verifySecondFactor } from "./verify-second-factor.server.ts";

const database = openTestDatabase();
const address = "203.0.113.1";

async function enter(db: Db, email: string) {
  const { state, cookies } = await signIn(guestContext(db), {
    email,
    password: PASSWORD,
    address,
    headers: new Headers(),
  });
  return { state, headers: browserHeaders(cookies) };
}

function decode(base32: string): string {
  const bits = [...base32].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  return (bits.join("").match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join("");
}

/** `steps` of thirty seconds from now. */
async function codeOf(secret: string, steps = 0): Promise<string> {
  return createOTP(decode(secret)).hotp(Math.floor(Date.now() / 30_000) + steps);
}

async function protect(db: Db) {
  const person = await createAccount(db);
  const { headers } = await enter(db, person.email);
  const ctx = await contextIn(db, headers);
  await startSecondFactor(ctx, { currentPassword: PASSWORD, headers });
  const pending = await findSecondFactor(ctx);
  const secret = "secret" in pending ? pending.secret : "";
  const done = await confirmSecondFactor(ctx, { code: await codeOf(secret, -1), headers });
  return { person, secret, ...done, headers: browserHeaders(done.cookies, headers) };
}

test("an app is set up by QR code and first code; then the password alone signs nobody in", async () => {
  const { db } = database;
  const { person, secret, backupCodes, headers } = await protect(db);
  expect(secret).toMatch(/^[A-Z2-7]{32,}$/);
  expect(backupCodes).toHaveLength(10);
  expect(await loadActor({ db, cookie: headers.get("cookie") })).toMatchObject({ twoFactorEnabled: true });
  expect((await takeMails(database)).map(({ to }) => to)).toEqual([person.email]);
  expect(await findSecondFactor(await contextIn(db, headers))).toEqual({ state: "on" });

  const half = await enter(db, person.email);
  expect(half.state).toBe("secondFactor");
  expect(await loadActor({ db, cookie: half.headers.get("cookie") })).toBeNull();
  const answer = { kind: "totp" as const, address, headers: half.headers };
  const whole = await verifySecondFactor(guestContext(db), { ...answer, code: await codeOf(secret) });
  const cookie = browserHeaders(whole.cookies, half.headers).get("cookie");
  expect(await loadActor({ db, cookie })).toMatchObject({ id: person.id });
});

test("the QR code is an SVG without scripts or styles in place", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const { headers } = await enter(db, email);
  const ctx = await contextIn(db, headers);
  await startSecondFactor(ctx, { currentPassword: PASSWORD, headers });
  const pending = await findSecondFactor(ctx);
  expect(pending).toHaveProperty("qrSvg", expect.stringMatching(/^<svg /));
  expect(pending).toHaveProperty("qrSvg", expect.not.stringMatching(/style=|<script/));
});

test("a passkey is kept by the device under the academy's own name", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const { headers } = await enter(db, email);
  await db.setting.create({ data: { key: "siteNames", value: { en: "Dar al-Hikma" } } });
  const ctx = { ...(await contextIn(db, headers)), db: new Proxy(db, {}) };
  const step = "generate-register-options";
  const options = await (await findPasskeyOptions(ctx, { step, address, headers })).json();
  expect(options).toMatchObject({ rp: { name: "Dar al-Hikma" }, user: { name: email }, challenge: expect.any(String) });
});

test("a code of the app works once", async () => {
  const { db } = database;
  const { person, secret } = await protect(db);
  const code = await codeOf(secret);
  const first = await enter(db, person.email);
  await verifySecondFactor(guestContext(db), { kind: "totp", code, address, headers: first.headers });
  const sessions = await db.session.count({ where: { userId: person.id } });
  const second = await enter(db, person.email);
  const again = verifySecondFactor(guestContext(db), { kind: "totp", code, address, headers: second.headers });
  await expect(again).rejects.toMatchObject({ code: "wrongCode" });
  expect(await db.session.count({ where: { userId: person.id } })).toBe(sessions);
});

test("the code that ended the set-up does not sign in", async () => {
  const { db } = database;
  const { person, secret } = await protect(db);
  const { headers } = await enter(db, person.email);
  const used = verifySecondFactor(guestContext(db), { kind: "totp", code: await codeOf(secret, -1), address, headers });
  await expect(used).rejects.toMatchObject({ code: "wrongCode" });
});

test("a backup code works once, even when it is sent twice at the same time", async () => {
  const { db } = database;
  const { person, backupCodes } = await protect(db);
  const [code = "", other = ""] = backupCodes;
  const browsers = [await enter(db, person.email), await enter(db, person.email)];
  const results = await Promise.allSettled(
    browsers.map(({ headers }) => verifySecondFactor(guestContext(db), { kind: "backup", code, address, headers })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const { headers } = await enter(db, person.email);
  const third = verifySecondFactor(guestContext(db), { kind: "backup", code, address, headers });
  await expect(third).rejects.toMatchObject({ code: "wrongCode" });
  await verifySecondFactor(guestContext(db), { kind: "backup", code: other, address, headers });
});

test("new backup codes take the place of the old ones, for the right password only", async () => {
  const { db } = database;
  const { person, backupCodes, headers } = await protect(db);
  const ctx = await contextIn(db, headers);
  const wrong = renewBackupCodes(ctx, { currentPassword: "not the password", headers });
  await expect(wrong).rejects.toMatchObject({ code: "wrongPassword" });
  const renewed = await renewBackupCodes(ctx, { currentPassword: PASSWORD, headers });
  const half = await enter(db, person.email);
  const answer = { kind: "backup" as const, address, headers: half.headers };
  const old = verifySecondFactor(guestContext(db), { ...answer, code: backupCodes[0] ?? "" });
  await expect(old).rejects.toMatchObject({ code: "wrongCode" });
  await verifySecondFactor(guestContext(db), { ...answer, code: renewed.backupCodes[0] ?? "" });
});

test("after five wrong codes the sign-in must be begun again, and after ten the account waits", async () => {
  const { db } = database;
  const { person, secret } = await protect(db);
  const tryFive = async () => {
    const { headers } = await enter(db, person.email);
    for (let i = 0; i < 5; i += 1) {
      const wrong = verifySecondFactor(guestContext(db), { kind: "totp", code: "000000", address, headers });
      await expect(wrong).rejects.toMatchObject({ code: "wrongCode" });
    }
    return headers;
  };
  const spent = await tryFive();
  const late = verifySecondFactor(guestContext(db), {
    kind: "totp",
    code: await codeOf(secret),
    address,
    headers: spent,
  });
  await expect(late).rejects.toMatchObject({ code: "challengeOver" });
  await tryFive();
  const { headers } = await enter(db, person.email);
  const locked = verifySecondFactor(guestContext(db), { kind: "totp", code: await codeOf(secret), address, headers });
  await expect(locked).rejects.toMatchObject({ code: "tooManyCodes", status: 429 });
});

test("without a sign-in that waits for it, a code is worth nothing", async () => {
  const { db } = database;
  const { secret } = await protect(db);
  const answer = { kind: "totp" as const, code: await codeOf(secret), address, headers: new Headers() };
  await expect(verifySecondFactor(guestContext(db), answer)).rejects.toMatchObject({ code: "challengeOver" });
});

test("the second factor is turned off by the password, and its owner is told", async () => {
  const { db } = database;
  const { person, headers } = await protect(db);
  await takeMails(database);
  const { cookies } = await turnOffSecondFactor(await contextIn(db, headers), { currentPassword: PASSWORD, headers });
  const after = browserHeaders(cookies, headers);
  expect(await loadActor({ db, cookie: after.get("cookie") })).toMatchObject({ twoFactorEnabled: false });
  expect(await db.twoFactor.count({ where: { userId: person.id } })).toBe(0);
  expect((await enter(db, person.email)).state).toBe("signedIn");
  expect((await takeMails(database)).map(({ subject }) => subject)).toEqual(["أُوقف الدخول بخطوتين"]);
});

test.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["١٢٣٤٥٦", "123456"],
  ["۱۲۳-۴۵۶", "123456"],
])("the code %s is read as %s", (typed, read) => {
  expect(totpCodeSchema.parse(typed)).toBe(read);
});
