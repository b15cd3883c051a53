import { expect, test } from "vitest";
import { signIn } from "#app/features/account/sign-in.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { loadActor } from "#app/platform/session/load-actor.server.ts";
import { createAccount, PASSWORD } from "#tests/factories/account.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { takeMails, tokenIn } from "#tests/factories/mail.ts";
import { createPerson, createSession } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { changeRole, makeInstructor } from "./change-role.server.ts";
import { endSessions, resetSecondFactor, sendResetLink, verifyAddress } from "./help-to-sign-in.server.ts";
import { liftSuspension, suspendPerson } from "./suspend-person.server.ts";

const database = openTestDatabase();
const reason = "She asked by telephone";

async function admin(): Promise<PersonContext> {
  return contextOf(database.db, await createPerson(database.db, { role: "admin" }));
}

const actsOn = async (subjectId: string) =>
  (await database.db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ action, reason: why }) => [action, why],
  );

test("a new role ends what she was signed in to, is written down, and told to her", async () => {
  const { db } = database;
  const ctx = await admin();
  const person = await createPerson(db);
  const { cookie } = await createSession(db, person.id);
  await changeRole(ctx, { id: person.id, role: "admin", reason });
  await changeRole(ctx, { id: person.id, role: "admin", reason });
  expect(await loadActor({ db, cookie })).toBeNull();
  expect(await actsOn(person.id)).toEqual([["person.changeRole", reason]]);
  expect(await takeMails(database)).toMatchObject([{ to: person.email }]);
  await changeRole(ctx, { id: person.id, role: "learner", reason });
  expect((await db.user.findUniqueOrThrow({ where: { id: person.id } })).role).toBe("learner");
  await takeMails(database);
});

test("the academy keeps an admin, also when the last two put one another out at once", async () => {
  const { db } = database;
  await db.user.updateMany({ where: { role: "admin" }, data: { role: "learner" } });
  const [one, two] = [await admin(), await admin()];
  const acts = await Promise.allSettled([
    changeRole(one, { id: two.actor.id, role: "learner", reason }),
    suspendPerson(two, { id: one.actor.id, reason }),
  ]);
  expect(acts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [last, ...more] = await db.user.findMany({ where: { role: "admin", suspendedAt: null } });
  expect(more).toEqual([]);
  const ctx = last && contextOf(db, last);
  if (!ctx) throw new Error("Nobody is left");
  const leave = changeRole(ctx, { id: ctx.actor.id, role: "learner", reason });
  await expect(leave).rejects.toMatchObject({ code: "lastAdmin" });
  await expect(suspendPerson(ctx, { id: ctx.actor.id, reason })).rejects.toMatchObject({ code: "yourself" });
  await takeMails(database);
});

test("who is suspended is out at once, is told so with the right password alone, and comes back", async () => {
  const { db } = database;
  const ctx = await admin();
  const person = await createAccount(db);
  const { cookie } = await createSession(db, person.id);
  expect(await loadActor({ db, cookie })).toMatchObject({ id: person.id });
  await suspendPerson(ctx, { id: person.id, reason });
  // Another process that remembered nothing.
  const { cookie: later } = await createSession(db, person.id);
  expect(await loadActor({ db, cookie: later })).toBeNull();
  const enter = (password: string) =>
    signIn(guestContext(db), { email: person.email, password, address: "203.0.113.9", headers: new Headers() });
  await expect(enter(PASSWORD)).rejects.toMatchObject({ code: "suspended" });
  await expect(enter("a wrong password of some length")).rejects.toMatchObject({ code: "wrongCredentials" });
  await expect(sendResetLink(ctx, { id: person.id, reason })).rejects.toMatchObject({ code: "suspended" });
  await liftSuspension(ctx, { id: person.id, reason });
  expect((await enter(PASSWORD)).state).toBe("signedIn");
  expect(await actsOn(person.id)).toEqual([
    ["person.suspend", reason],
    ["person.liftSuspension", reason],
  ]);
});

test("an admin helps to sign in: address, password link, devices, second factor", async () => {
  const { db } = database;
  const ctx = await admin();
  const person = await createAccount(db, { emailVerified: false, locale: "en" });
  await verifyAddress(ctx, { id: person.id, reason });
  await sendResetLink(ctx, { id: person.id, reason });
  const [mail] = await takeMails(database);
  expect(tokenIn(mail)).toHaveLength(43);
  await createSession(db, person.id);
  expect(await endSessions(ctx, { id: person.id, reason })).toBe(1);
  await db.twoFactor.create({ data: { userId: person.id, secret: "x", backupCodes: "x" } });
  await db.passkey.create({
    data: { userId: person.id, publicKey: "x", credentialID: person.id, counter: 0, deviceType: "x", backedUp: false },
  });
  await db.user.update({ where: { id: person.id }, data: { twoFactorEnabled: true } });
  await resetSecondFactor(ctx, { id: person.id, reason, passkeys: false });
  expect(await db.passkey.count({ where: { userId: person.id } })).toBe(1);
  await resetSecondFactor(ctx, { id: person.id, reason, passkeys: true });
  const after = await db.user.findUniqueOrThrow({
    where: { id: person.id },
    include: { twoFactor: true, passkeys: true },
  });
  expect(after).toMatchObject({ emailVerified: true, twoFactorEnabled: false, twoFactor: null, passkeys: [] });
  expect((await actsOn(person.id)).map(([action]) => action)).toEqual([
    "person.verifyAddress",
    "person.sendResetLink",
    "person.endSessions",
    "person.resetSecondFactor",
    "person.resetSecondFactor",
  ]);
  expect(await takeMails(database)).toHaveLength(2);
});

test("an instructor's public face is made once, and a learner acts upon nobody", async () => {
  const { db } = database;
  const ctx = await admin();
  const person = await createPerson(db, { name: "Layla Mansour", locale: "en" });
  await makeInstructor(ctx, { id: person.id, reason });
  await makeInstructor(ctx, { id: person.id, reason });
  expect(await db.instructor.findMany({ where: { userId: person.id } })).toMatchObject([
    { names: { en: "Layla Mansour" } },
  ]);
  const other = contextOf(db, await createPerson(db));
  const act = { id: person.id, reason };
  for (const attempt of [suspendPerson, makeInstructor, endSessions])
    await expect(attempt(other, act)).rejects.toMatchObject({ status: 404 });
  // An admin who is none any more since she opened the page.
  await db.user.update({ where: { id: ctx.actor.id }, data: { role: "learner" } });
  await expect(suspendPerson(ctx, act)).rejects.toMatchObject({ status: 404 });
  await takeMails(database);
});
