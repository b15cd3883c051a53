import { expect, test } from "vitest";
import { createCourse } from "#tests/factories/course.ts";
import { createFinished, createProgramme, finish, jobContext, NAMES } from "#tests/factories/finished.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { awardCertificatesHandler } from "./award-certificates.server.ts";
import { issueCertificate } from "./issue-certificate.server.ts";

const database = openTestDatabase();
const now = new Date("2026-11-22T10:00:00.000Z");

const countOf = (where: { userId: string; courseId?: string; programmeId?: string }) =>
  database.db.certificate.count({ where });

test("finishing gives the certificate once, asks for approval once, or brings nothing, as the course says", async () => {
  const { db } = database;
  const award = (enrolmentId: string) => awardCertificatesHandler.handle(jobContext(db, now), { enrolmentId });
  for (const [rule, certificates, requests] of [
    ["automatic", 1, 0],
    ["approval", 0, 1],
    ["none", 0, 0],
  ] as const) {
    const { course } = await createCourse(db, { certificateRule: rule });
    const { learner, enrolmentId } = await createFinished(db, { course });
    await Promise.all([award(enrolmentId), award(enrolmentId), award(enrolmentId)]);
    await award(enrolmentId);
    expect(await countOf({ userId: learner.id }), rule).toBe(certificates);
    expect(await db.certificateRequest.count({ where: { userId: learner.id } }), rule).toBe(requests);
  }
});

test("what is not finished brings nothing", async () => {
  const { learner, enrolmentId } = await createFinished(database.db);
  await database.db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: null } });
  await awardCertificatesHandler.handle(jobContext(database.db), { enrolmentId });
  expect(await countOf({ userId: learner.id })).toBe(0);
});

test("a programme is finished with the last of its published courses, and says which they are", async () => {
  const { db } = database;
  const [one, two, draft] = await Promise.all([
    createCourse(db),
    createCourse(db),
    createCourse(db, { state: "archived" }),
  ]);
  const programme = await createProgramme(db, { courses: [one.course, two.course, draft.course] });
  const first = await createFinished(db, { course: one.course });
  await awardCertificatesHandler.handle(jobContext(db, now), first);
  expect(await countOf({ userId: first.learner.id, programmeId: programme.id })).toBe(0);

  const place = { userId: first.learner.id, courseId: two.course.id, releaseId: two.release.id };
  const second = await db.enrolment.create({ data: place });
  await finish(db, { enrolmentId: second.id, finishedAt: now });
  await awardCertificatesHandler.handle(jobContext(db, now), { enrolmentId: second.id });
  const diploma = await db.certificate.findFirstOrThrow({ where: { programmeId: programme.id } });
  expect(readSnapshot(diploma)).toMatchObject({
    achievement: { kind: "programme", slug: programme.slug, titles: { en: "Diploma" } },
    minutes: 60,
    finishedAt: now.toISOString(),
  });
  expect(readSnapshot(diploma).achievement.courses).toHaveLength(2);
  expect(await countOf({ userId: first.learner.id })).toBe(3);
});

test("who has no name waits, and giving one adds the job again", async () => {
  const { db, connections } = database;
  const { learner, enrolmentId } = await createFinished(db, { names: { fullNameArabic: null, fullNameLatin: null } });
  await awardCertificatesHandler.handle(jobContext(db), { enrolmentId });
  expect(await countOf({ userId: learner.id })).toBe(0);
  await connections.query("delete from graphile_worker._private_jobs");
  await db.user.update({ where: { id: learner.id }, data: { fullNameArabic: "نور" } });
  const { rows } = await connections.query("select payload from graphile_worker._private_jobs");
  expect(rows).toEqual([{ payload: { enrolmentId } }]);
  await awardCertificatesHandler.handle(jobContext(db), rows[0]?.payload);
  expect(await countOf({ userId: learner.id })).toBe(1);
});

test("what an admin refused is not given by itself, also where the course's rule has become automatic", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { certificateRule: "approval" });
  const { learner, enrolmentId } = await createFinished(db, { course });
  await awardCertificatesHandler.handle(jobContext(db), { enrolmentId });
  const refused = { state: "refused" as const, reason: "The essay was copied", decidedAt: now };
  await db.certificateRequest.updateMany({ where: { userId: learner.id }, data: refused });
  await db.course.update({ where: { id: course.id }, data: { certificateRule: "automatic" } });
  await awardCertificatesHandler.handle(jobContext(db), { enrolmentId });
  expect(await countOf({ userId: learner.id })).toBe(0);
});

/** Somebody who has finished a course while her essay in its quiz waits for a person. */
async function waitingGrade() {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 1, essays: 1, rules: { passPercent: 10 } });
  const essay = { text: "Written by herself" };
  const { person, enrolmentId } = await sitQuiz(db, { quiz, answers: [{ choice: "right" }, essay] });
  await db.user.update({ where: { id: person.id }, data: NAMES });
  await finish(db, { enrolmentId, finishedAt: now });
  const standing = { enrolmentId, lessonId: quiz.lessonId };
  expect(await db.quizStanding.findFirst({ where: standing })).toMatchObject({ waiting: true });
  const settle = () =>
    db.quizStanding.update({
      where: { enrolmentId_lessonId: standing },
      data: { share: 7_500, waiting: false },
    });
  return { userId: person.id, courseId: quiz.course.id, enrolmentId, settle };
}

test("a grade that would be shown is waited for, and settling it adds the job again", async () => {
  const { db, connections } = database;
  const { userId, courseId, enrolmentId, settle } = await waitingGrade();
  await awardCertificatesHandler.handle(jobContext(db, now), { enrolmentId });
  expect(await countOf({ userId, courseId })).toBe(0);
  await connections.query("delete from graphile_worker._private_jobs");
  await settle();
  const { rows } = await connections.query(
    "select payload from graphile_worker.jobs j join graphile_worker._private_jobs using (id) where j.task_identifier = $1",
    ["awardCertificates"],
  );
  expect(rows).toEqual([{ payload: { enrolmentId } }]);
  await awardCertificatesHandler.handle(jobContext(db, now), rows[0]?.payload);
  const row = await db.certificate.findFirstOrThrow({ where: { userId, courseId } });
  expect(readSnapshot(row).grade).toBe(7_500);
});

test("given all the same, it shows no grade, and that of a programme is not the average of the others", async () => {
  const { db } = database;
  const { userId, courseId } = await waitingGrade();
  const graded = await waitingGrade();
  await graded.settle();
  await db.enrolment.update({ where: { id: graded.enrolmentId }, data: { userId } });
  const programme = await createProgramme(db, { courses: [{ id: courseId }, { id: graded.courseId }] });
  const academy = { ...jobContext(db, now), actor: null };
  for (const subject of [{ courseId }, { programmeId: programme.id }]) {
    await issueCertificate(academy, { userId, for: subject, cause: "byHand", reason: "She goes abroad" });
    const row = await db.certificate.findFirstOrThrow({ where: { userId, ...subject } });
    expect(readSnapshot(row)).toMatchObject({ grade: null, finishedAt: now.toISOString() });
  }
});
