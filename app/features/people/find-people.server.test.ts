import { beforeAll, expect, test } from "vitest";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findPeople, PEOPLE_PER_PAGE } from "./find-people.server.ts";
import { findPerson } from "./find-person.server.ts";
import type { PeopleFilters } from "./people-filters.ts";
import { streamPeople } from "./stream-people.server.ts";

const database = openTestDatabase();
let ctx: PersonContext;

beforeAll(async () => {
  const { db } = database;
  ctx = contextOf(db, await createPerson(db, { role: "admin", name: "Root" }));
  await createPerson(db, { name: "أمينة الأنصاري", email: "amina@example.org", emailVerified: false });
  await createInstructor(db, { name: "Layla Mansour" });
  const old = await createPerson(db, { name: "=HYPERLINK(1)" });
  await db.user.update({
    where: { id: old.id },
    data: { suspendedAt: new Date(), createdAt: new Date("2026-01-31T22:30:00Z"), twoFactorEnabled: true },
  });
});

const namesOf = async (filters: PeopleFilters) => (await findPeople(ctx, filters)).people.map(({ name }) => name);

test.each<[string, PeopleFilters, string[]]>([
  ["a name in another spelling", { q: "امينه" }, ["أمينة الأنصاري"]],
  ["an address", { q: "amina@example" }, ["أمينة الأنصاري"]],
  ["admins", { role: "admin" }, ["Root"]],
  ["staff", { role: "staff" }, ["Layla Mansour", "Root"]],
  ["instructors", { role: "instructor" }, ["Layla Mansour"]],
  ["learners", { role: "learner" }, ["=HYPERLINK(1)", "أمينة الأنصاري"]],
  ["the suspended", { state: "suspended" }, ["=HYPERLINK(1)"]],
  ["the unverified", { state: "unverified" }, ["أمينة الأنصاري"]],
  ["staff without a second factor", { role: "staff", factor: "without" }, ["Layla Mansour", "Root"]],
  ["a day of joining, in UTC", { from: "2026-01-31", to: "2026-01-31" }, ["=HYPERLINK(1)"]],
  ["the day after it", { from: "2026-02-01", to: "2026-02-02" }, []],
])("people are found by %s", async (_, filters, names) => {
  expect(await namesOf(filters)).toEqual(names);
});

test("days are those of who looks", async () => {
  const inJerusalem = { ...ctx, actor: { ...ctx.actor, timeZone: "Asia/Jerusalem" } };
  const { people } = await findPeople(inJerusalem, { from: "2026-02-01", to: "2026-02-01" });
  expect(people).toHaveLength(1);
});

test("a long list is turned page by page, and back", async () => {
  const { db } = database;
  const data = Array.from({ length: PEOPLE_PER_PAGE + 3 }, (_, i) => ({
    name: "Many",
    email: `many-${i}@example.org`,
  }));
  await db.user.createMany({ data });
  const first = await findPeople(ctx, { q: "many" });
  const second = await findPeople(ctx, { q: "many", cursor: first.next });
  expect([first.people.length, second.people.length, second.next]).toEqual([PEOPLE_PER_PAGE, 3, undefined]);
  const back = await findPeople(ctx, { q: "many", cursor: second.previous });
  expect(back.people).toEqual(first.people);
});

test("the table for a spreadsheet holds all, runs no formula, and is written down", async () => {
  const words = { head: (column: string) => column, word: (key: string) => key, yesNo: String };
  const stream = await streamPeople(ctx, { filters: { state: "suspended" }, words });
  const text = await new Response(stream).text();
  expect(text).toContain(`"'=HYPERLINK(1)"`);
  expect(text.trim().split("\r\n")).toHaveLength(2);
  expect(await database.db.auditEntry.count({ where: { action: "people.export", actorId: ctx.actor.id } })).toBe(1);
});

test("a person's page is for admins, and holds no secret", async () => {
  const { db } = database;
  const person = await createPerson(db);
  await db.account.create({
    data: { userId: person.id, accountId: person.id, providerId: "credential", password: "$argon2id$secret" },
  });
  const page = await findPerson(ctx, { id: person.id });
  expect(page).toMatchObject({ person: { email: person.email }, signIn: { password: true, passkeys: 0 } });
  expect(JSON.stringify(page)).not.toContain("argon2id");
  await expect(findPerson(contextOf(db, person), { id: person.id })).rejects.toMatchObject({ status: 404 });
  await expect(findPeople(contextOf(db, person), {})).rejects.toMatchObject({ status: 404 });
});
