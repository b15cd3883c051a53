import { expect, test } from "vitest";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { browserHeaders, contextIn, createAccount, PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { takeMails, tokenIn } from "#tests/factories/mail.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { askForEmailChange, confirmEmailChange } from "./change-email.server.ts";
import { changePassword } from "./change-password.server.ts";
import { resetPassword } from "./reset-password.server.ts";
import { askForLink } from "./send-link.server.ts";
import { signIn } from "./sign-in.server.ts";

const database = openTestDatabase();
const address = "203.0.113.1";
const another = "another gate, another arch";

async function enter(email: string, password = PASSWORD) {
  const attempt = { email, password, address, headers: new Headers() };
  const { cookies } = await signIn(guestContext(database.db), attempt);
  return browserHeaders(cookies);
}

/** The mail that comes of asking, apart from what earlier acts had sent. */
async function askForReset(email: string) {
  await takeMails(database);
  await askForLink(guestContext(database.db), { purpose: "resetPassword", email, address });
  const [mail] = await takeMails(database);
  return mail;
}

test("a forgotten password is replaced by a mailed link, once, and every device is signed out", async () => {
  const { db } = database;
  const { email } = await createAccount(db, { locale: "en" });
  const before = await enter(email);
  const mail = await askForReset(email);
  expect(mail).toMatchObject({ to: email, subject: "Choose a new password" });
  const token = tokenIn(mail);
  await resetPassword(guestContext(db), { token, password: another });
  expect(await loadActor({ db, cookie: before.get("cookie") })).toBeNull();
  await expect(enter(email)).rejects.toMatchObject({ code: "wrongCredentials" });
  await enter(email, another);
  await expect(resetPassword(guestContext(db), { token, password: PASSWORD })).rejects.toMatchObject({
    code: "linkSpent",
  });
  expect((await takeMails(database)).map(({ subject }) => subject)).toEqual(["Your password was changed"]);
});

test("of two uses of one link at the same time one counts", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const token = tokenIn(await askForReset(email));
  const uses = await Promise.allSettled(
    [another, PASSWORD].map((password) => resetPassword(guestContext(db), { token, password })),
  );
  expect(uses.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a link works no longer than it says, and not after a newer one", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const old = tokenIn(await askForReset(email));
  const token = tokenIn(await askForReset(email));
  const later = guestContext(db, { now: new Date(Date.now() + 61 * 60_000) });
  await expect(resetPassword(later, { token, password: another })).rejects.toMatchObject({ code: "linkSpent" });
  const superseded = resetPassword(guestContext(db), { token: old, password: another });
  await expect(superseded).rejects.toMatchObject({ code: "linkSpent" });
  await resetPassword(guestContext(db), { token, password: another });
});

test("the token of a link stands nowhere in the database", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const token = tokenIn(await askForReset(email));
  expect(token).not.toBe("");
  expect(JSON.stringify(await db.emailLink.findMany())).not.toContain(token);
});

test("a mailed link to a new password also confirms the address", async () => {
  const { db } = database;
  const { email } = await createAccount(db, { emailVerified: false });
  await resetPassword(guestContext(db), { token: tokenIn(await askForReset(email)), password: another });
  expect((await db.user.findUniqueOrThrow({ where: { email } })).emailVerified).toBe(true);
});

test("for an unknown or a suspended person no mail is written", async () => {
  const { db } = database;
  const { email, id } = await createAccount(db);
  await db.user.update({ where: { id }, data: { suspendedAt: new Date() } });
  expect(await askForReset("nobody@example.org")).toBeUndefined();
  expect(await askForReset(email)).toBeUndefined();
});

test("a password is changed by who knows it, and signs out the other devices only", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const [here, there] = [await enter(email), await enter(email)];
  const ctx = await contextIn(db, here);
  const wrong = changePassword(ctx, { currentPassword: "not the password", newPassword: another });
  await expect(wrong).rejects.toMatchObject({ code: "wrongPassword" });
  const pending = tokenIn(await askForReset(email));
  await changePassword(ctx, { currentPassword: PASSWORD, newPassword: another });
  expect(await db.session.count({ where: { userId: ctx.actor.id } })).toBe(1);
  expect(await loadActor({ db, cookie: there.get("cookie") })).toBeNull();
  await enter(email, another);
  // Whoever had asked for a link before the change cannot undo it.
  const late = resetPassword(guestContext(db), { token: pending, password: PASSWORD });
  await expect(late).rejects.toMatchObject({ code: "linkSpent" });
  expect(await takeMails(database)).toHaveLength(1);
});

test("ten wrong guesses at the current password are enough for a quarter of an hour", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const ctx = await contextIn(db, await enter(email));
  const guess = () => changePassword(ctx, { currentPassword: "not the password", newPassword: another });
  for (let i = 0; i < 10; i += 1) await expect(guess()).rejects.toMatchObject({ code: "wrongPassword" });
  await expect(guess()).rejects.toMatchObject({ code: "tooMany" });
});

test("a new address counts once its link is opened; the old one is told before and after", async () => {
  const { db } = database;
  const person = await createAccount(db);
  const here = await enter(person.email);
  const ctx = await contextIn(db, here);
  const email = `new-${person.email}`;
  await askForEmailChange(ctx, { email, currentPassword: PASSWORD, address });
  const mails = await takeMails(database);
  expect(mails.map(({ to }) => to).sort()).toEqual([email, person.email].sort());
  await enter(person.email);
  await confirmEmailChange(guestContext(db), { token: tokenIn(mails.find(({ to }) => to === email)) });
  await expect(enter(person.email)).rejects.toMatchObject({ code: "wrongCredentials" });
  await enter(email);
  const [notice] = await takeMails(database);
  expect(notice).toMatchObject({ to: person.email, subject: "تغيّر بريدك الإلكتروني" });
  expect(notice?.text).toContain(email);
});

test("a new address that has an account is not said to be taken, and cannot be taken over", async () => {
  const { db } = database;
  const [person, owner] = [await createAccount(db), await createAccount(db)];
  const ctx = await contextIn(db, await enter(person.email));
  await askForEmailChange(ctx, { email: owner.email, currentPassword: PASSWORD, address });
  const mails = await takeMails(database);
  const toOwner = mails.filter(({ to }) => to === owner.email);
  expect(toOwner.map(({ subject }) => subject)).toEqual(["لديك حساب بالفعل"]);
  expect(tokenIn(toOwner[0])).toBe("");
});

test("an address taken by somebody else after the link was mailed stays hers", async () => {
  const { db } = database;
  const person = await createAccount(db);
  const ctx = await contextIn(db, await enter(person.email));
  const email = `wanted-${person.email}`;
  await askForEmailChange(ctx, { email, currentPassword: PASSWORD, address });
  const token = tokenIn((await takeMails(database)).find(({ to }) => to === email));
  await createAccount(db, { email });
  await expect(confirmEmailChange(guestContext(db), { token })).rejects.toMatchObject({ code: "linkSpent" });
  expect((await db.user.findUniqueOrThrow({ where: { id: person.id } })).email).toBe(person.email);
});
