import { expect, test } from "vitest";
import { enrolLearner } from "#app/features/enrolment/enrol-learner.server.ts";
import type { User } from "#app/platform/db/generated/client.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { takeMails } from "#tests/factories/mail.ts";
import { createInstructor, createPerson, createSession } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { mergePeople, previewMerge } from "./merge-people.server.ts";
import { mergeRules } from "./merge-rules.ts";

const database = openTestDatabase();
const reason = "She has two addresses";

const admin = async () => contextOf(database.db, await createPerson(database.db, { role: "admin" }));

const enrol = (person: User, { course }: Awaited<ReturnType<typeof createCourse>>) =>
  enrolLearner(contextOf(database.db, person), { course: course.slug, cohortId: null });

test("every column that points to a person says what becomes of it when two accounts are made one", async () => {
  const { rows } = await database.connections.query<{ name: string }>(`
    SELECT c.relname || '.' || a.attname AS "name" FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = '"User"'::regclass`);
  const names = rows.map(({ name }) => name).sort();
  expect(Object.keys(mergeRules).sort()).toEqual(names);
});

test("a preview tells all and changes nothing; the merge keeps the further progress and closes the other account", async () => {
  const { db } = database;
  const ctx = await admin();
  const [kept, { person: closed, instructor }] = [await createPerson(db), await createInstructor(db)];
  const [both, hers] = [await createCourse(db), await createCourse(db)];
  const less = await enrol(kept, both);
  const more = await enrol(closed, both);
  const other = await enrol(closed, hers);
  await db.enrolment.update({ where: { id: more.enrolmentId }, data: { required: 2, completedRequired: 1 } });
  await createSession(db, closed.id);
  const seats = async () => (await db.course.findUniqueOrThrow({ where: { id: both.course.id } })).seatsTaken;
  const before = await seats();
  const pair = { kept: kept.id, closed: closed.id };
  const preview = await previewMerge(ctx, pair);
  expect(preview.sameCourses).toMatchObject([{ course: both.course.slug, further: "closed", closedShare: 0.5 }]);
  expect(await db.enrolment.count({ where: { userId: closed.id } })).toBe(2);
  expect(await db.session.count({ where: { userId: closed.id } })).toBe(1);
  await mergePeople(ctx, { ...pair, reason });
  const of = async (userId: string) =>
    (await db.enrolment.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(({ id, state }) => [id, state]);
  expect(await of(kept.id)).toEqual([
    [more.enrolmentId, "active"],
    [other.enrolmentId, "active"],
  ]);
  expect(await of(closed.id)).toEqual([[less.enrolmentId, "withdrawn"]]);
  expect(await seats()).toBe(before - 1);
  expect(await db.user.findUniqueOrThrow({ where: { id: closed.id } })).toMatchObject({ mergedIntoId: kept.id });
  expect(await db.session.count({ where: { userId: closed.id } })).toBe(0);
  expect(await db.instructor.findUnique({ where: { userId: kept.id } })).toMatchObject({ id: instructor.id });
  expect((await takeMails(database)).map(({ to }) => to).sort()).toEqual([kept.email, closed.email].sort());
  expect(await db.user.count({ where: { email: { endsWith: "@parking.invalid" } } })).toBe(0);
  await expect(mergePeople(ctx, { ...pair, reason })).rejects.toMatchObject({ code: "merged" });
});

test("nobody is merged with herself or with an admin, and only admins merge", async () => {
  const { db } = database;
  const ctx = await admin();
  const [one, two] = [await createPerson(db), await createPerson(db)];
  const merge = (kept: string, closed: string) => mergePeople(ctx, { kept, closed, reason });
  await expect(merge(one.id, one.id)).rejects.toMatchObject({ code: "samePerson" });
  await expect(merge(one.id, ctx.actor.id)).rejects.toMatchObject({ code: "adminIsNotMerged" });
  const other = mergePeople(contextOf(db, one), { kept: one.id, closed: two.id, reason });
  await expect(other).rejects.toMatchObject({ status: 404 });
});
