import { expect, test } from "vitest";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { forgetPerson, loadActor } from "#app/platform/session/load-actor.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createInstructor, createPerson, createSession } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { endViewing, startViewing } from "./start-viewing.server.ts";

const database = openTestDatabase();
const reason = "Her lesson does not open";

async function signedInAdmin() {
  const { db } = database;
  const user = await createPerson(db, { role: "admin", name: "Root" });
  const { session, cookie } = await createSession(db, user.id);
  const now = async () => {
    const actor = await loadActor({ db, cookie });
    if (!actor) throw new Error("Nobody is signed in");
    return { ...contextOf(db, user), actor };
  };
  return { user, session, now };
}

test("an admin sees as somebody for half an hour in that session alone, and ends it", async () => {
  const { db } = database;
  const { user, session, now } = await signedInAdmin();
  const other = await createSession(db, user.id);
  const { person, instructor } = await createInstructor(db);
  await startViewing(await now(), { id: person.id, reason });
  const seen = await now();
  expect(seen.actor).toMatchObject({
    ...{ id: person.id, role: "learner", instructorId: instructor.id, sessionId: session.id },
    viewedBy: { id: user.id, name: "Root" },
  });
  expect((seen.actor.viewedBy?.until.getTime() ?? 0) - Date.now()).toBeGreaterThan(29 * 60_000);
  expect(await loadActor({ db, cookie: other.cookie })).toMatchObject({ id: user.id });
  expect(await endViewing(seen)).toEqual({ id: person.id });
  const after = await now();
  expect(after.actor).toMatchObject({ id: user.id, role: "admin" });
  expect(after.actor.viewedBy).toBeUndefined();
  const entries = await db.auditEntry.findMany({ where: { subjectId: person.id }, orderBy: { id: "asc" } });
  expect(entries).toMatchObject([
    { action: "person.view", actorId: user.id, reason },
    { action: "person.endView", actorId: user.id },
  ]);
});

test("it ends by itself, and with the admin's role", async () => {
  const { db } = database;
  const { user, session, now } = await signedInAdmin();
  const person = await createPerson(db);
  await startViewing(await now(), { id: person.id, reason });
  await db.viewing.update({ where: { sessionId: session.id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect((await now()).actor).toMatchObject({ id: user.id });
  const again = await signedInAdmin();
  await startViewing(await again.now(), { id: person.id, reason });
  await db.user.update({ where: { id: again.user.id }, data: { role: "learner" } });
  expect((await again.now()).actor).toMatchObject({ id: again.user.id, role: "learner" });
});

test("an admin is seen by no admin, also one who became it meanwhile, and nobody looks from within a look", async () => {
  const { db } = database;
  const { user, now } = await signedInAdmin();
  const other = await createPerson(db, { role: "admin" });
  const person = await createPerson(db);
  const ctx = await now();
  await expect(startViewing(ctx, { id: other.id, reason })).rejects.toMatchObject({ code: "adminIsNotViewed" });
  await expect(startViewing(contextOf(db, person), { id: other.id, reason })).rejects.toMatchObject({ status: 404 });
  await startViewing(ctx, { id: person.id, reason });
  await expect(startViewing(await now(), { id: other.id, reason })).rejects.toMatchObject({ status: 404 });
  await db.user.update({ where: { id: person.id }, data: { role: "admin" } });
  // What processes hear by the notification of the database.
  forgetPerson(person.id);
  const actor = (await now()).actor;
  expect(actor.id).toBe(user.id);
  expect(actor.viewedBy).toBeUndefined();
});

test("what is written down while somebody looks as another is written as her own", async () => {
  const { db } = database;
  const { user, now } = await signedInAdmin();
  const person = await createPerson(db);
  await startViewing(await now(), { id: person.id, reason });
  const ctx = await now();
  await db.$transaction((tx) => writePlainEntry(tx, ctx, { action: "roster.export", subjectType: "course" }));
  expect(await db.auditEntry.findFirst({ where: { action: "roster.export" } })).toMatchObject({ actorId: user.id });
});
