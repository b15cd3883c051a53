import { expect, test } from "vitest";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { PASSWORD } from "#tests/factories/account.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { takeMails, tokenIn } from "#tests/factories/mail.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { askForLink } from "./send-link.server.ts";
import { signIn } from "./sign-in.server.ts";
import { signUp } from "./sign-up.server.ts";
import { verifyEmail } from "./verify-email.server.ts";

const database = openTestDatabase();
const newcomer = { name: "Maryam", password: PASSWORD, address: "203.0.113.1" };
const attempt = { password: PASSWORD, address: "203.0.113.1", headers: new Headers() };

test("who signs up is mailed a link in her language, and can sign in after opening it, not before", async () => {
  const { db } = database;
  const ctx = guestContext(db);
  await signUp(ctx, { ...newcomer, email: "maryam@example.org", next: "/courses/x" });
  const [mail] = await takeMails(database);
  expect(mail).toMatchObject({ to: "maryam@example.org", subject: "أكّد بريدك الإلكتروني" });
  expect(mail?.html).toContain('<html dir="rtl" lang="ar">');
  expect(mail?.text).toMatch(/http:\/\/localhost:3000\/ar\/verify-email\?token=[\w-]{43}&next=%2Fcourses%2Fx/);
  expect(mail?.text).not.toContain("Maryam");

  const before = await signIn(ctx, { ...attempt, email: "maryam@example.org" });
  expect(before.state).toBe("unverified");
  expect(before.cookies.getSetCookie()).toEqual([]);
  const [again] = await takeMails(database);
  await expect(verifyEmail(ctx, { token: tokenIn(mail) })).rejects.toMatchObject({ code: "linkSpent" });
  await verifyEmail(ctx, { token: tokenIn(again) });
  await expect(verifyEmail(ctx, { token: tokenIn(again) })).rejects.toMatchObject({ code: "linkSpent" });
  expect((await signIn(ctx, { ...attempt, email: "maryam@example.org" })).state).toBe("signedIn");
});

test("an address that has an account gets the same answer, keeps its account, and is told by mail", async () => {
  const { db } = database;
  const owner = await createPerson(db, { email: "owner@example.org", name: "Owner", locale: "fr" });
  await takeMails(database);
  await signUp(guestContext(db), { ...newcomer, email: "owner@example.org" });
  const mails = await takeMails(database);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: "owner@example.org", subject: "Vous avez déjà un compte" });
  expect(await db.user.findUnique({ where: { id: owner.id } })).toMatchObject({ name: "Owner" });
  expect(await db.account.count({ where: { userId: owner.id } })).toBe(0);
});

test("two sign-ups with one address at once make one account", async () => {
  const { db } = database;
  const once = () => signUp(guestContext(db), { ...newcomer, email: "twice@example.org" });
  await Promise.all([once(), once(), once()]);
  expect(await db.user.count({ where: { email: "twice@example.org" } })).toBe(1);
  expect(await db.account.count({ where: { user: { email: "twice@example.org" } } })).toBe(1);
  const subjects = (await takeMails(database)).map(({ subject }) => subject);
  expect(subjects).toHaveLength(3);
  expect(new Set(subjects).size).toBe(2);
});

test("asking for a link does the same for a known and an unknown address", async () => {
  const { db } = database;
  const unverified = await createPerson(db, { email: "late@example.org", emailVerified: false });
  const rowsOf = async () => [await db.emailLink.count(), await db.user.count()];
  const before = await rowsOf();
  for (const email of [unverified.email, "nobody@example.org"]) {
    const asked = { purpose: "verifyEmail" as const, email, address: "203.0.113.2" };
    expect(await askForLink(guestContext(db), asked)).toBeUndefined();
  }
  expect(await rowsOf()).toEqual(before);
  expect((await takeMails(database)).map(({ to }) => to)).toEqual(["late@example.org"]);
});

test("the sixth mail to one address in an hour is refused, known or not", async () => {
  const { db } = database;
  await createPerson(db, { email: "known@example.org", emailVerified: false });
  for (const email of ["known@example.org", "unknown@example.org"]) {
    const ask = () => askForLink(guestContext(db), { purpose: "verifyEmail", email, address: "203.0.113.3" });
    for (let i = 0; i < 5; i += 1) await ask();
    await expect(ask()).rejects.toMatchObject({ code: "tooMany", status: 429 });
    const up = signUp(guestContext(db), { ...newcomer, email, address: "203.0.113.4" });
    await expect(up).rejects.toMatchObject({ code: "tooMany" });
  }
  await takeMails(database);
});

test.each([
  { registration: "closed", code: "registrationClosed" },
  { registration: "invitation", code: "registrationByInvitation" },
] as const)("when registration is $registration nobody signs up by herself", async ({ registration, code }) => {
  const { db } = database;
  const admin = await createPerson(db, { role: "admin" });
  await changeSettings(contextOf(db, admin), { registration });
  // Here nothing listens for the notification that makes processes forget what they knew.
  const closed = new Proxy(db, {});
  const up = signUp(guestContext(closed), { ...newcomer, email: "shut-out@example.org" });
  await expect(up).rejects.toMatchObject({ code, status: 403 });
  expect(await db.user.count({ where: { email: "shut-out@example.org" } })).toBe(0);
});
