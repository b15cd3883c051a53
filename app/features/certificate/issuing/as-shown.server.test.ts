import { expect, test } from "vitest";
import { makeDesign } from "#tests/factories/certificate.ts";
import { createTemplate } from "#tests/factories/certificate-template.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createAdmin, createIssued, jobContext } from "#tests/factories/finished.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { findPublicCertificate } from "./find-public-certificate.server.ts";
import { finishCertificate } from "./finish-certificate.server.ts";
import { reissueCertificate } from "./reissue-certificate.server.ts";
import { renewCertificate } from "./renew-certificate.server.ts";

const database = openTestDatabase();
const reason = "Asked for";
const silent = () => makeDesign({ shows: { hours: false, grade: true, instructors: false, hijri: true } });
const unsaid = { minutes: null, instructors: [] };
const said = { minutes: 30, instructors: [{ ar: "ليلى منصور", en: "Layla Mansour" }] };

async function read(serial: string) {
  const row = await database.db.certificate.findUniqueOrThrow({ where: { serial } });
  return { id: row.id, snapshot: readSnapshot(row) };
}

/** A certificate for two years of a course that somebody teaches, whose template is as `design` says. */
async function scene(design = makeDesign()) {
  const { db } = database;
  const template = await createTemplate(db, { design, name: crypto.randomUUID() });
  const { course } = await createCourse(db, { certificateTemplateId: template.id, certificateMonths: 24 });
  const { instructor } = await createInstructor(db);
  await db.courseInstructor.create({
    data: { instructorId: instructor.id, courseId: course.id, role: "owner" },
  });
  return createIssued(db, { course });
}

const hideBoth = async (courseId: string) => {
  const { id } = await createTemplate(database.db, { design: silent(), name: crypto.randomUUID() });
  await database.db.course.update({ where: { id: courseId }, data: { certificateTemplateId: id } });
};

test("what a template shows is frozen, and what it does not show stands neither on the page nor in the credential", {
  timeout: 60_000,
}, async () => {
  expect((await read((await scene()).serial)).snapshot).toMatchObject(said);
  const { serial, certificateId } = await scene(silent());
  await finishCertificate(jobContext(database.db), { certificateId });
  const ctx = { ...jobContext(database.db), actor: null };
  expect((await findPublicCertificate(ctx, { serial }))?.snapshot).toMatchObject(unsaid);
  const { credential } = await database.db.certificate.findUniqueOrThrow({ where: { serial } });
  expect(credential).toContain("Jerusalem through the ages");
  for (const secret of ["ليلى منصور", "Layla Mansour", "StudyMinutes"]) expect(credential).not.toContain(secret);
});

test("a certificate in the place of another says no more than its own template shows, as it was or as of today", async () => {
  const admin = await createAdmin(database.db);
  const names = { namesArabic: null, namesLatin: "A" };
  for (const asNow of [false, true]) {
    const { serial, course } = await scene();
    await hideBoth(course.id);
    const made = await reissueCertificate(admin, { serial, reason, asNow, ...names });
    expect((await read(made.serial)).snapshot).toMatchObject(unsaid);
  }
  const { serial, course } = await scene();
  await hideBoth(course.id);
  const renewed = await renewCertificate(admin, { serial, reason });
  expect((await read(renewed.serial)).snapshot).toMatchObject(unsaid);
});
