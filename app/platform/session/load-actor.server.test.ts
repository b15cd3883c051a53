import { expect, test } from "vitest";
import { createPerson, createSession } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { loadActor } from "./load-actor.server.ts";
import { prolongedSessionCookie, readSessionToken } from "./session-cookie.server.ts";

const database = openTestDatabase();
const DAY_MS = 86_400_000;

async function sessionWithDaysLeft(days: number) {
  const person = await createPerson(database.db);
  const { session, cookie } = await createSession(database.db, person.id);
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  await database.db.session.update({ where: { id: session.id }, data: { expiresAt } });
  return { person, session, cookie };
}

async function load(cookie: string) {
  let prolonged = false;
  const actor = await loadActor({
    db: database.db,
    cookie,
    onProlonged: () => {
      prolonged = true;
    },
  });
  return { actor, prolonged };
}

test("a session in use is prolonged before it runs out, and the cookie with it", async () => {
  const { person, session, cookie } = await sessionWithDaysLeft(5);
  expect(await load(cookie)).toMatchObject({ actor: { id: person.id }, prolonged: true });
  const { expiresAt } = await database.db.session.findUniqueOrThrow({ where: { id: session.id } });
  expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * DAY_MS);
  expect(await load(cookie)).toMatchObject({ prolonged: false });

  const again = prolongedSessionCookie(cookie, 60);
  expect(again).toContain("Max-Age=60; Path=/; HttpOnly; SameSite=Lax");
  expect(readSessionToken(again.split(";")[0])).toBe(readSessionToken(cookie));
});

test("a session that has run out, and a forged one, are nobody's", async () => {
  const { cookie } = await sessionWithDaysLeft(-1);
  expect((await load(cookie)).actor).toBeNull();
  const { cookie: good } = await sessionWithDaysLeft(20);
  expect((await load(good.replace(/.{8}$/, "AAAAAAAA"))).actor).toBeNull();
});

test("a suspended person is nobody at once", async () => {
  const { person, cookie } = await sessionWithDaysLeft(29);
  await database.db.user.update({ where: { id: person.id }, data: { suspendedAt: new Date() } });
  expect((await load(cookie)).actor).toBeNull();
});

test("a session in use ends at its greatest age, and is not written to with every request before", async () => {
  const { session, cookie } = await sessionWithDaysLeft(5);
  const begun = (days: number) =>
    database.db.session.update({
      where: { id: session.id },
      data: { createdAt: new Date(Date.now() - days * DAY_MS) },
    });
  await begun(80);
  expect(await load(cookie)).toMatchObject({ prolonged: true });
  const { expiresAt } = await database.db.session.findUniqueOrThrow({ where: { id: session.id } });
  expect(Math.round((expiresAt.getTime() - Date.now()) / DAY_MS)).toBe(10);
  expect(await load(cookie)).toMatchObject({ actor: { sessionId: session.id }, prolonged: false });

  const { session: other, cookie: old } = await sessionWithDaysLeft(25);
  await database.db.session.update({
    where: { id: other.id },
    data: { createdAt: new Date(Date.now() - 91 * DAY_MS) },
  });
  expect((await load(old)).actor).toBeNull();
});
