import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDetour } from "#app/features/account/find-detour.server.ts";
import { startListening } from "#app/platform/db/listen.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { changeSettings } from "./change-settings.server.ts";
import { findSettings } from "./find-settings.server.ts";

const database = openTestDatabase();
let stop = async () => {};

beforeAll(async () => {
  stop = await startListening(database.url);
});
afterAll(() => stop());

test("before anybody changes them the settings have their defaults", async () => {
  expect(await findSettings(database.db)).toMatchObject({ registration: "open", staffSecondFactor: false });
});

test("a change is heard of by what remembers, written down with before and after, and takes effect on staff", async () => {
  const { db } = database;
  const admin = await createPerson(db, { role: "admin" });
  const ctx = contextOf(db, admin);
  const ask = { db, actor: ctx.actor, pathname: "/admin", search: "", isAct: false };
  expect(await findDetour(ask)).toBeUndefined();
  await changeSettings(ctx, { staffSecondFactor: true, registration: "open" });
  for (let i = 0; i < 100 && !(await findDetour(ask)); i += 1) await sleep(20);
  expect(await findDetour(ask)).toBe("/account/security");
  const entries = await db.auditEntry.findMany({ where: { action: "setting.change" } });
  expect(entries).toMatchObject([
    { actorId: admin.id, subjectId: "staffSecondFactor", before: false, after: true, requestId: "test" },
  ]);
});

test("a list that is the same again is no change, and one in another order is", async () => {
  const { db } = database;
  const ctx = contextOf(db, await createPerson(db, { role: "admin" }));
  const changes = () => db.auditEntry.count({ where: { subjectId: "currencies" } });
  await changeSettings(ctx, { currencies: ["USD", "EUR", "GBP", "JOD"] });
  expect(await changes()).toBe(0);
  await changeSettings(ctx, { currencies: ["JOD", "USD"] });
  expect(await changes()).toBe(1);
  await expect(changeSettings(ctx, { currencies: [] })).rejects.toThrow();
});

test("nobody but an admin changes them", async () => {
  const { db } = database;
  const person = await createPerson(db);
  const change = changeSettings(contextOf(db, person), { registration: "closed" });
  await expect(change).rejects.toMatchObject({ status: 404 });
  expect(await db.setting.count({ where: { key: "registration" } })).toBe(0);
});

test("a change whose audit entry cannot be written does not happen", async () => {
  const { db } = database;
  const admin = await createPerson(db, { role: "admin" });
  const ctx = { ...contextOf(db, admin), requestId: "\u0000 refused by PostgreSQL" };
  await expect(changeSettings(ctx, { registration: "closed" })).rejects.toThrow();
  expect(await db.setting.count({ where: { key: "registration" } })).toBe(0);
});
