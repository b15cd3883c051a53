import { expect, test } from "vitest";
import { updateProfile } from "#app/features/account/update-profile.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { checkNames } from "./check-names.server.ts";
import { findCertificatePanel } from "./find-certificate-panel.server.ts";

const database = openTestDatabase();

async function awardsOf(enrolmentId: string): Promise<number> {
  const [{ count } = { count: 0n }] = await database.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker._private_jobs WHERE payload->>'enrolmentId' = ${enrolmentId}`;
  return Number(count);
}

test("names are kept as they were checked, with the moment, and a certificate's panel tells them", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const now = new Date("2026-11-22T09:00:00Z");
  const ctx = contextOf(db, await createPerson(db), { now });
  await checkNames(ctx, { fullNameArabic: "آمنة يوسف", fullNameLatin: null });
  expect(await findCertificatePanel(ctx, { course: course.slug })).toMatchObject({
    names: { arabic: "آمنة يوسف", latin: null, checkedAt: now },
    finished: false,
    overdue: false,
    certificate: null,
    rule: "automatic",
  });
});

test("the first name of somebody who has finished makes her certificate be thought of again, a second one does not", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const { ctx, enrolmentId } = await createEnrolment(db, { course });
  await db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: new Date() } });
  const before = await awardsOf(enrolmentId);
  await checkNames(ctx, { fullNameArabic: null, fullNameLatin: "Amina Yusuf" });
  expect(await awardsOf(enrolmentId)).toBe(before + 1);
  await checkNames(ctx, { fullNameArabic: null, fullNameLatin: "Amina Yusuf al-Ansari" });
  expect(await awardsOf(enrolmentId)).toBe(before + 1);
});

test("names that are written otherwise in the profile are yet to be checked, and those that are not stay so", async () => {
  const { db } = database;
  const ctx = contextOf(db, await createPerson(db));
  const names = { fullNameArabic: null, fullNameLatin: "Amina Yusuf" };
  await checkNames(ctx, names);
  const rest = {
    name: "Amina",
    country: null,
    timeZone: null,
    locale: "ar",
    calendar: "both",
    digits: "latin",
  } as const;
  const checkedAt = async () =>
    (await db.user.findUniqueOrThrow({ where: { id: ctx.actor.id }, select: { namesCheckedAt: true } })).namesCheckedAt;
  await updateProfile(ctx, { ...rest, ...names });
  expect(await checkedAt()).not.toBeNull();
  await updateProfile(ctx, { ...rest, ...names, fullNameArabic: "آمنة يوسف" });
  expect(await checkedAt()).toBeNull();
});
