import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { claimCertificate } from "./claim-certificate.server.ts";
import { findCertificatePanel } from "./find-certificate-panel.server.ts";

const database = openTestDatabase();

const claimsOf = (enrolmentId: string) =>
  database.db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker.jobs WHERE "key" = ${`award:${enrolmentId}`}`;

test("whoever finished a course long ago, and has nothing of it under way, may ask for its certificate", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const { ctx, person, enrolmentId } = await createEnrolment(db, { course });
  const find = (now: Date) => findCertificatePanel(contextOf(db, person, { now }), { course: course.slug });
  const finishedAt = new Date("2026-11-22T09:00:00Z");
  await db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: finishedAt } });
  expect(await find(new Date("2026-11-22T09:05:00Z"))).toMatchObject({ finished: true, overdue: false });
  expect(await find(new Date("2026-11-22T09:30:00Z"))).toMatchObject({ finished: true, overdue: true });
  await claimCertificate(ctx, { course: course.slug });
  await claimCertificate(ctx, { course: course.slug });
  expect(await claimsOf(enrolmentId)).toHaveLength(1);
});

test("names that were given just now count as something that is under way", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const { person, enrolmentId } = await createEnrolment(db, { course });
  const now = new Date("2026-11-22T09:30:00Z");
  await db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: new Date("2026-01-01T00:00:00Z") } });
  await db.user.update({ where: { id: person.id }, data: { fullNameLatin: "Amina Yusuf", namesCheckedAt: now } });
  expect(await findCertificatePanel(contextOf(db, person, { now }), { course: course.slug })).toMatchObject({
    overdue: false,
  });
});

test("a course that is not finished, or not hers, brings nothing to ask for", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const { ctx } = await createEnrolment(db, { course });
  await expect(claimCertificate(ctx, { course: course.slug })).rejects.toMatchObject({ status: 404 });
  await expect(claimCertificate(ctx, { course: "nowhere" })).rejects.toMatchObject({ status: 404 });
});
