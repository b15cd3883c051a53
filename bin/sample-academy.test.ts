import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { createSampleAccounts, findSamplePeople } from "#app/features/account/create-sample-accounts.server.ts";
import { exportAcademy } from "#app/features/package/export-academy.server.ts";
import { importAcademy } from "#app/features/package/import-academy.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { temporaryFolder } from "#tests/factories/package.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { issueSampleCertificates } from "./sample-certificates.ts";
import { openSampleLearning } from "./sample-learning.ts";

const database = openTestDatabase();

test("the sample academy is taken in whole, in Arabic and English, and comes back unchanged", {
  timeout: 90_000,
}, async () => {
  const context = { db: database.db, clock: systemClock };
  const report = await importAcademy(context, { root: resolve("content") });
  expect(report.courses.map(({ release }) => release)).toEqual([1, 1, 1]);

  const courses = await database.db.course.findMany({
    include: { texts: true, lessons: { include: { texts: true } } },
  });
  for (const { slug, lessons, texts } of courses) {
    expect(lessons.length, slug).toBeGreaterThanOrEqual(slug === "jerusalem-through-the-ages" ? 10 : 8);
    expect(
      lessons.every((lesson) => lesson.texts.length === 2),
      slug,
    ).toBe(true);
    expect(texts, slug).toHaveLength(7);
  }
  const lectures = await database.db.releaseLecture.findMany({
    include: { captions: { orderBy: { locale: "asc" } }, video: { include: { renditions: true } } },
  });
  expect(lectures).toHaveLength(courses.length);
  for (const { captions, chapters, slides, video } of lectures) {
    expect(captions.map(({ locale }) => locale)).toEqual(["ar", "en"]);
    expect(video.renditions.map(({ name }) => name).toSorted()).toEqual(["360p", "720p", "audio"]);
    expect([chapters, slides].every((list) => Array.isArray(list) && list.length > 3)).toBe(true);
  }
  const root = await temporaryFolder();
  await exportAcademy(context, { root });
  for (const { slug } of courses) {
    for (const folder of ["videos", "slides", "captions"]) {
      const files = await readdir(`content/courses/${slug}/${folder}`);
      expect(await readdir(`${root}/courses/${slug}/${folder}`)).toEqual(files);
      for (const file of files) {
        const [given, exported] = [
          `content/courses/${slug}/${folder}/${file}`,
          `${root}/courses/${slug}/${folder}/${file}`,
        ];
        expect((await readFile(given)).equals(await readFile(exported)), file).toBe(true);
      }
    }
  }
  for (const { slug, lessons } of courses) {
    const quizzes = lessons.filter(({ kind }) => kind === "quiz").map((lesson) => `quizzes/${lesson.slug}.yaml`);
    expect(quizzes, slug).toHaveLength(2);
    for (const file of ["questions.yaml", ...quizzes]) {
      const path = `courses/${slug}/${file}`;
      expect(await readFile(`${root}/${path}`, "utf8"), path).toBe(await readFile(`content/${path}`, "utf8"));
    }
  }
  expect((await importAcademy(context, { root })).changed).toBe(false);
  await expectLearning();
  await expectCertificates();
});

/** What the sample people find: attempts of the student's own, and an essay that waits for the instructor. */
async function expectLearning() {
  const { db } = database;
  await createSampleAccounts({ db });
  const people = await findSamplePeople({ db });
  await openSampleLearning({ db }, people);
  const attemptsOf = (userId: string) =>
    db.attempt.findMany({
      where: { enrolment: { userId } },
      select: { state: true, passed: true },
      orderBy: { startedAt: "asc" },
    });
  expect(await attemptsOf(people.student.id)).toEqual([
    { state: "submitted", passed: false },
    { state: "submitted", passed: true },
  ]);
  const fellows = await attemptsOf(people.fellow.id);
  expect(fellows.map(({ state, passed }) => [state, passed])).toEqual([
    ["submitted", false],
    ["submitted", true],
    ["submitted", true],
    ["submitted", null],
  ]);
  const waiting = await db.slotGrade.findMany({
    where: { points: null },
    select: { version: { select: { question: { select: { type: true, course: { select: { slug: true } } } } } } },
  });
  expect(waiting).toEqual([{ version: { question: { type: "essay", course: { slug: "sources-and-documents" } } } }]);
  const enrolments = await db.enrolment.findMany({
    where: { userId: people.fellow.id },
    select: { completedAt: true, course: { select: { slug: true } } },
    orderBy: { enrolledAt: "asc" },
  });
  expect(enrolments.map(({ course, completedAt }) => [course.slug, completedAt !== null])).toEqual([
    ["jerusalem-through-the-ages", true],
    ["sources-and-documents", false],
  ]);
}

/** What the sample student holds, without having been enrolled for it, and what the fellow earned by finishing. */
async function expectCertificates() {
  const { db } = database;
  const people = await findSamplePeople({ db });
  await issueSampleCertificates({ db }, people);
  const held = await db.certificate.findMany({ where: { userId: people.student.id }, orderBy: { issuedAt: "asc" } });
  expect(held.map(({ cause, revokedReason }) => [cause, revokedReason !== null])).toEqual([
    ["byHand", false],
    ["byHand", true],
  ]);
  expect(await db.enrolment.count({ where: { userId: people.student.id } })).toBe(1);
  const { rows: jobs } = await database.connections.query(
    "select task_identifier as kind, count(*)::int from graphile_worker.jobs where task_identifier in ('awardCertificates', 'finishCertificate') group by 1 order by 1",
  );
  expect(jobs).toEqual([
    { kind: "awardCertificates", count: 1 },
    { kind: "finishCertificate", count: 2 },
  ]);
}
