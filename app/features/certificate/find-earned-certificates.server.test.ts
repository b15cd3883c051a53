import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findEarnedCertificates } from "./find-earned-certificates.server.ts";
import { checkNames } from "./issuing/check-names.server.ts";
import { issueCertificate } from "./issuing/issue-certificate.server.ts";

const database = openTestDatabase();

async function createHolder() {
  const ctx = contextOf(database.db, await createPerson(database.db));
  await checkNames(ctx, { fullNameArabic: null, fullNameLatin: "Amina Yusuf" });
  return ctx;
}

test("each of the courses asked about is given with the certificate held for it, save one that was revoked", async () => {
  const { db } = database;
  const [holder, other] = [await createHolder(), await createHolder()];
  const courses = [await createCourse(db), await createCourse(db), await createCourse(db)].map(({ course }) => course);
  const [first, second, third] = courses.map(({ id, slug }) => ({ courseId: id, slug }));
  if (!first || !second || !third) throw new Error("There are three courses");
  const issue = (ctx: typeof holder, { courseId }: { courseId: string }) =>
    issueCertificate(ctx, { userId: ctx.actor.id, for: { courseId }, cause: "byHand", reason: "A test" });
  const held = await issue(holder, first);
  const revoked = await issue(holder, second);
  await issue(other, third);
  await db.certificate.update({
    where: { serial: revoked.serial },
    data: { revokedAt: new Date(), revokedReason: "A mistake" },
  });
  const slugs = [first.slug, second.slug, third.slug];
  expect(await findEarnedCertificates(holder, { courses: slugs })).toEqual(new Map([[first.slug, held.serial]]));
  expect(await findEarnedCertificates(holder, { courses: [second.slug, third.slug] })).toEqual(new Map());
  expect(await findEarnedCertificates(holder, { courses: [] })).toEqual(new Map());
});
