import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { createCourse } from "#tests/factories/course.ts";
import { createAdmin, createFinished, createIssued, finish, NAMES } from "#tests/factories/finished.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { addMonths } from "./add-months.ts";
import { insertCertificate } from "./insert-certificate.server.ts";
import { issueCertificate } from "./issue-certificate.server.ts";

const database = openTestDatabase({ pool: 20 });
const now = new Date("2026-11-22T10:00:00.000Z");
const academy = () => ({ db: database.db, actor: null, clock: { now: () => now } });

async function read(id: string) {
  const row = await database.db.certificate.findUniqueOrThrow({ where: { id } });
  return { row, snapshot: readSnapshot(row) };
}

const countOf = (where: { userId: string; courseId?: string; programmeId?: string }) =>
  database.db.certificate.count({ where });

test("what a certificate says is frozen as the academy had it: names, titles, minutes, teachers, and its template", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { certificateMonths: 24 });
  const [owner, teacher, assistant] = await Promise.all([
    createInstructor(db),
    createInstructor(db),
    createInstructor(db),
  ]);
  await db.instructor.update({ where: { id: teacher.instructor.id }, data: { names: { en: "Omar Zidan" } } });
  const roles = [
    { instructorId: teacher.instructor.id, role: "teacher" as const },
    { instructorId: assistant.instructor.id, role: "assistant" as const },
    { instructorId: owner.instructor.id, role: "owner" as const },
  ];
  await db.courseInstructor.createMany({ data: roles.map((role) => ({ ...role, courseId: course.id })) });
  const { learner } = await createFinished(db, { course });
  const input = { userId: learner.id, for: { courseId: course.id }, cause: "earned" as const };
  const issued = await issueCertificate(academy(), input);
  expect(issued.issued).toBe(true);
  const { row, snapshot } = await read(issued.id);
  expect(snapshot).toMatchObject({
    format: "maqdis-certificate/1",
    serial: issued.serial,
    issuer: { did: "did:web:localhost%3A3000", url: "http://localhost:3000", names: { ar: "مَقدِس", ms: "Maqdis" } },
    recipient: { arabic: NAMES.fullNameArabic, latin: NAMES.fullNameLatin },
    achievement: { kind: "course", id: course.id, slug: course.slug, courses: [] },
    minutes: 30,
    grade: null,
    instructors: [{ ar: "ليلى منصور", en: "Layla Mansour" }, { en: "Omar Zidan" }],
    cause: "earned",
    supersedes: null,
    finishedAt: "2026-11-20T09:00:00.000Z",
    issuedAt: now.toISOString(),
    expiresAt: "2028-11-22T10:00:00.000Z",
  });
  expect(snapshot.achievement.titles).toEqual({ ar: "القدس عبر العصور", en: "Jerusalem through the ages" });
  expect(Object.keys(snapshot.issuer.names)).toHaveLength(7);
  const version = await db.certificateTemplateVersion.findUniqueOrThrow({ where: { id: row.templateVersionId } });
  expect(snapshot.template).toEqual({ id: version.templateId, number: version.number, sha256: version.sha256 });
  expect(row).toMatchObject({ current: true, expiresAt: new Date("2028-11-22T10:00:00.000Z"), credential: null });
});

test("issuing twice gives one, and adds one job", async () => {
  const { learner, course } = await createFinished(database.db);
  const input = { userId: learner.id, for: { courseId: course.id }, cause: "earned" as const };
  const first = await issueCertificate(academy(), input);
  expect(await issueCertificate(academy(), input)).toEqual({ id: first.id, serial: first.serial, issued: false });
  const { rows } = await database.connections.query("select 1 from graphile_worker.jobs where key = $1", [
    `certificate:${first.id}`,
  ]);
  expect(rows).toHaveLength(1);
});

test("sixty that issue at the same moment get one and the same", async () => {
  const { learner, course } = await createFinished(database.db);
  const input = { userId: learner.id, for: { courseId: course.id }, cause: "earned" as const };
  const all = await Promise.all(Array.from({ length: 60 }, () => issueCertificate(academy(), input)));
  expect(new Set(all.map(({ serial }) => serial)).size).toBe(1);
  expect(all.filter(({ issued }) => issued)).toHaveLength(1);
  expect(await countOf({ userId: learner.id })).toBe(1);
});

test("fifty that find a learner finished in five processes at the same moment give her one certificate", {
  timeout: 120_000,
}, async () => {
  const { learner, enrolmentId } = await createFinished(database.db);
  const run = promisify(execFile);
  const args = ["tests/durability/award-in-process.ts", database.url, enrolmentId, "10"];
  const gate = await database.connections.connect();
  try {
    // She is held until all fifty have come as far as they can without her.
    await gate.query("begin");
    await gate.query('select 1 from "User" where "id" = $1 for update', [learner.id]);
    const processes = Promise.all(Array.from({ length: 5 }, () => run(process.execPath, args)));
    await vi.waitFor(async () => expect(await countHeld()).toBe(50), { timeout: 60_000, interval: 200 });
    await gate.query("commit");
    await processes;
  } finally {
    gate.release();
  }
  expect(await countOf({ userId: learner.id })).toBe(1);
});

/** How many connections to this database wait for a lock. */
async function countHeld(): Promise<number> {
  const { rows } = await database.connections.query<{ held: number }>(
    `select count(*)::int as held from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.held ?? 0;
}

test("a serial that is taken is drawn again", async () => {
  const taken = await createIssued(database.db, { now });
  const { learner, course } = await createFinished(database.db);
  const { row, snapshot } = await read(taken.certificateId);
  const { format: _, serial: __, issuer: ___, ...says } = snapshot;
  const draws = [taken.serial, taken.serial, `${"2".repeat(15)}2`];
  const made = await database.db.$transaction((tx) =>
    insertCertificate(
      tx,
      { userId: learner.id, for: { courseId: course.id }, says, templateVersionId: row.templateVersionId },
      { draw: () => draws.shift() ?? "" },
    ),
  );
  expect(made).toMatchObject({ issued: true, serial: "2222222222222222" });
});

test("without a name nothing is issued, with one name in either script it is", async () => {
  const { learner, course } = await createFinished(database.db, {
    names: { fullNameArabic: null, fullNameLatin: null },
  });
  const input = { userId: learner.id, for: { courseId: course.id }, cause: "earned" as const };
  await expect(issueCertificate(academy(), input)).rejects.toMatchObject({ code: "nameless" });
  await database.db.user.update({ where: { id: learner.id }, data: { fullNameLatin: "Nour" } });
  const { snapshot } = await read((await issueCertificate(academy(), input)).id);
  expect(snapshot.recipient).toEqual({ arabic: null, latin: "Nour" });
});

test("a course that learners never saw brings none", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { state: "draft" });
  const person = await createPerson(db);
  await db.user.update({ where: { id: person.id }, data: NAMES });
  const input = { userId: person.id, for: { courseId: course.id }, cause: "byHand" as const };
  await expect(issueCertificate(academy(), input)).rejects.toMatchObject({ code: "unknownSubject" });
});

test("the grade is the average of the quizzes that she sat", async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 2, rules: { passPercent: 50 } });
  const { person, enrolmentId } = await sitQuiz(db, { quiz, answers: [{ choice: "right" }, { choice: "wrong" }] });
  await db.user.update({ where: { id: person.id }, data: NAMES });
  await finish(db, { enrolmentId });
  const issued = await issueCertificate(academy(), {
    userId: person.id,
    for: { courseId: quiz.course.id },
    cause: "earned",
  });
  expect((await read(issued.id)).snapshot.grade).toBe(5_000);
});

test("a certificate that was issued is never removed, nor its PDF, and what was ended is never lengthened", async () => {
  const { db } = database;
  const { certificateId: id, learner } = await createIssued(db, { now });
  const file = { certificateId: id, form: "ar-en" };
  await db.certificateFile.create({ data: { ...file, sha256: "0".repeat(64), bytes: 1 } });
  await expect(db.certificateFile.delete({ where: { certificateId_form: file } })).rejects.toThrow("never removed");
  await expect(db.certificate.delete({ where: { id } })).rejects.toThrow("never removed");
  await db.certificate.update({ where: { id }, data: { endedEarly: true, expiresAt: now } });
  await expect(db.certificate.update({ where: { id }, data: { endedEarly: false } })).rejects.toThrow("never changes");
  await db.user.delete({ where: { id: learner.id } });
  expect((await read(id)).row).toMatchObject({ userId: null, endedEarly: true });
});

test("the audit log keeps who issued one and why, and nothing where the academy did by itself", async () => {
  const admin = await createAdmin(database.db);
  const [{ learner, course }, byItself] = [await createFinished(database.db), await createIssued(database.db)];
  const given = await issueCertificate(admin, {
    ...{ userId: learner.id, for: { courseId: course.id }, cause: "byHand", reason: "Read on site" },
  });
  const entries = await database.db.auditEntry.findMany({ where: { subjectType: "certificate" } });
  expect(entries.filter(({ subjectId }) => subjectId === given.id)).toMatchObject([
    { action: "certificate.issue", actorId: admin.actor.id, reason: "Read on site", after: { serial: given.serial } },
  ]);
  expect(entries.filter(({ subjectId }) => subjectId === byItself.certificateId)).toEqual([]);
});

test("months are added to the same day, or to the last day of a shorter month", () => {
  expect(addMonths(new Date("2026-01-31T12:00:00Z"), 1)).toEqual(new Date("2026-02-28T12:00:00Z"));
  expect(addMonths(new Date("2027-08-31T12:00:00Z"), 6)).toEqual(new Date("2028-02-29T12:00:00Z"));
  expect(addMonths(new Date("2026-11-22T10:00:00Z"), 24)).toEqual(new Date("2028-11-22T10:00:00Z"));
});
