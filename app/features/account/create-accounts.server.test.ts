import { expect, test } from "vitest";
import { browserHeaders, contextIn, createAccount, PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { createAdmin } from "./create-admin.server.ts";
import { createSampleAccounts } from "./create-sample-accounts.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { signIn } from "./sign-in.server.ts";

const database = openTestDatabase();

async function enter(email: string, password: string) {
  const attempt = { email, password, address: "203.0.113.1", headers: new Headers() };
  const { cookies } = await signIn(guestContext(database.db), attempt);
  return contextIn(database.db, browserHeaders(cookies));
}

test("an admin made on the command line can sign in at once, and it is written down", async () => {
  const { db } = database;
  const made = await createAdmin({ db }, { email: "root@example.org", name: "Root", password: PASSWORD });
  expect(made.created).toBe(true);
  expect((await enter("root@example.org", PASSWORD)).actor.role).toBe("admin");
  const entry = await db.auditEntry.findFirst({ where: { action: "person.makeAdmin", subjectId: made.id } });
  expect(entry).toMatchObject({ actorId: null, before: { role: "none" }, after: { role: "admin" } });
});

test("somebody who has an account becomes admin and keeps her name and password", async () => {
  const { db } = database;
  const person = await createAccount(db, { name: "Amina" });
  expect(await createAdmin({ db }, { email: person.email, name: "Other" })).toEqual({ id: person.id, created: false });
  expect((await enter(person.email, PASSWORD)).actor).toMatchObject({ role: "admin", name: "Amina" });
});

test("a new admin without a password is refused", async () => {
  const { db } = database;
  await expect(createAdmin({ db }, { email: "none@example.org", name: "None" })).rejects.toThrow(/needs a password/);
  expect(await db.user.count({ where: { email: "none@example.org" } })).toBe(0);
});

test("the sample accounts are made once and can sign in; the instructor is the sample academy's", async () => {
  const { db } = database;
  const { instructor } = await createInstructor(db);
  await db.instructor.update({ where: { id: instructor.id }, data: { handle: "layla-mansour", userId: null } });
  const first = await createSampleAccounts({ db });
  expect(await createSampleAccounts({ db })).toEqual(first);
  expect(first.map(({ as }) => as)).toEqual(["student", "instructor", "admin"]);
  const people = await Promise.all(first.map(({ email, password }) => enter(email, password)));
  expect(people.map(({ actor }) => [actor.role, actor.instructorId])).toEqual([
    ["learner", null],
    ["learner", instructor.id],
    ["admin", null],
  ]);
});

test("a sample account that was changed is left as it is", async () => {
  const { db } = database;
  const [student] = await createSampleAccounts({ db });
  await db.user.update({ where: { email: student?.email }, data: { name: "Changed" } });
  await createSampleAccounts({ db });
  expect((await db.user.findUniqueOrThrow({ where: { email: student?.email } })).name).toBe("Changed");
});

test("passwords are stored as Argon2id with OWASP's parameters, each with its own salt", async () => {
  const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});
