import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { signIn } from "#app/features/account/sign-in.server.ts";
import { findCertificatePdf } from "#app/features/certificate/document/find-certificate-pdf.server.ts";
import { findPublicCertificate } from "#app/features/certificate/issuing/find-public-certificate.server.ts";
import { finishCertificate } from "#app/features/certificate/issuing/finish-certificate.server.ts";
import type { CertificateWish } from "#app/platform/db/generated/enums.ts";
import { hasObject } from "#app/platform/storage/storage.server.ts";
import { createAccount, PASSWORD } from "#tests/factories/account.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createIssued, jobContext, waitingMails } from "#tests/factories/finished.ts";
import { createPaidOrder } from "#tests/factories/paid-order.ts";
import { createInstructor, createPerson, createSession } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { askForErasure } from "./ask-for-erasure.server.ts";
import { dropErasedFilesHandler, erasePerson } from "./erase-person.server.ts";

const database = openTestDatabase();
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

/** A deletion that was asked for so that it is due now. */
async function due(userId: string, certificates: CertificateWish = "keep") {
  const dates = { askedAt: inDays(-15), dueAt: inDays(-1) };
  return database.db.erasure.create({ data: { userId, certificates, ...dates } });
}

async function erase(userId: string, certificates?: CertificateWish) {
  const { id } = await due(userId, certificates);
  return erasePerson(jobContext(database.db), { erasureId: id });
}

/** Every text in every table of the database in which one of the words stands. */
async function findWords(words: readonly string[]): Promise<string[]> {
  const tables = await database.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.connections.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS "row" FROM "${name}" t WHERE to_jsonb(t)::text ~* $1`,
      [words.join("|")],
    );
    found.push(...rows.map(() => name));
  }
  return found.toSorted();
}

test("who has no password is believed within ten minutes of signing in, and not later", async () => {
  const { db } = database;
  const person = await createPerson(db);
  const { session } = await createSession(db, person.id);
  const at = (minutes: number) => ({
    ...contextOf(db, person, { now: new Date(session.createdAt.getTime() + minutes * 60_000) }),
  });
  const asking = (minutes: number) => {
    const ctx = at(minutes);
    return askForErasure(
      { ...ctx, actor: { ...ctx.actor, sessionId: session.id } },
      { currentPassword: "", certificates: "keep" },
    );
  };
  await expect(asking(11)).rejects.toMatchObject({ code: "proofTooOld" });
  expect(await db.erasure.count({ where: { userId: person.id } })).toBe(0);
  await asking(9);
  expect(await db.erasure.count({ where: { userId: person.id } })).toBe(1);
});

test("who asks for it is signed out everywhere, told by mail, and keeps her account by signing in again", async () => {
  const { db } = database;
  const person = await createAccount(db);
  const attempt = { email: person.email, password: PASSWORD, headers: new Headers(), address: "203.0.113.9" };
  await signIn(guestContext(db), attempt);
  const ctx = contextOf(db, person);
  const wrong = askForErasure(ctx, { currentPassword: "not this one", certificates: "keep" });
  await expect(wrong).rejects.toMatchObject({ code: "wrongPassword" });
  const empty = askForErasure(ctx, { currentPassword: "", certificates: "keep" });
  await expect(empty).rejects.toMatchObject({ code: "wrongPassword" });
  await askForErasure(ctx, { currentPassword: PASSWORD, certificates: "keep" });
  expect(await db.session.count({ where: { userId: person.id } })).toBe(0);
  expect(await waitingMails(database, { mail: "erasure-asked", to: person.email })).toHaveLength(1);
  const { id } = await db.erasure.findFirstOrThrow({ where: { userId: person.id } });
  expect(await erasePerson(jobContext(db), { erasureId: id })).toBe("nothingDue");
  await signIn(guestContext(db), attempt);
  expect(await erasePerson(jobContext(db, inDays(20)), { erasureId: id })).toBe("nothingDue");
  expect(await waitingMails(database, { mail: "account-notice", to: person.email })).toMatchObject([
    { values: { what: "erasureCancelled" } },
  ]);
  expect(await db.user.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ email: person.email });
});

test("after a deletion nothing names her but an invoice and the audit log, and nobody can sign in", async () => {
  const { db } = database;
  const { ctx, orderId } = await createPaidOrder(db);
  const { id } = ctx.actor;
  const word = `Zaynab-${randomUUID().slice(0, 8)}`;
  const email = `${word.toLowerCase()}@example.org`;
  const names = { name: word, fullNameLatin: word, fullNameArabic: word };
  await db.user.update({ where: { id }, data: { email, ...names } });
  await db.order.update({ where: { id: orderId }, data: { buyerName: word, buyerEmail: email } });
  await db.mailboxMessage.create({ data: { to: email, subject: word, html: word, text: word } });
  await db.billingDetails.create({ data: { userId: id, name: word, address: "1" } });
  await db.notification.create({ data: { userId: id, kind: "welcome", mail: "welcome", values: { word }, key: "w" } });
  await db.mailBounce.create({ data: { email, cause: "refused", status: "5.1.1" } });
  expect((await findWords([word])).length).toBeGreaterThan(4);
  expect(await erase(id)).toBe("erased");
  expect(await findWords([word])).toEqual([]);
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId }, include: { invoices: true } });
  expect(order).toMatchObject({ buyerId: null, buyerName: "—", paidAmount: 4_900 });
  expect(order.invoices).toHaveLength(1);
  expect(await db.account.count({ where: { userId: id } })).toBe(0);
  expect(await waitingMails(database, { to: email })).toMatchObject([{ mail: "erased" }]);
  const entry = await db.auditEntry.findFirst({ where: { action: "person.erase", subjectId: id } });
  expect(entry).toMatchObject({ actorId: null, after: { certificates: "keep" } });
});

test("what she wrote in a quiz goes; what she chose stays for the figures, and done twice it is done once", async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 1, essays: 1 });
  const answers = [{ choice: "right" }, { text: "What I saw from the Mount of Olives" }];
  const { person, attemptId } = await sitQuiz(db, { quiz, answers });
  expect(await findWords(["Mount of Olives"])).toEqual(["Answer", "AnswerEdit"]);
  const { id } = await due(person.id);
  expect(await erasePerson(jobContext(db), { erasureId: id })).toBe("erased");
  expect(await erasePerson(jobContext(db), { erasureId: id })).toBe("nothingDue");
  expect(await findWords(["Mount of Olives"])).toEqual([]);
  expect(await db.answerEdit.count({ where: { attemptId } })).toBe(0);
  expect(await db.answer.findMany({ where: { attemptId } })).toMatchObject([{ slot: 1 }]);
  expect(await db.attempt.count({ where: { id: attemptId } })).toBe(1);
});

test("certificates stay with her name, and lead no more to what she did here", { timeout: 60_000 }, async () => {
  const { db } = database;
  const { learner, serial, certificateId } = await createIssued(db);
  await finishCertificate(jobContext(db), { certificateId });
  expect(await erase(learner.id, "keep")).toBe("erased");
  const kept = await findPublicCertificate(guestContext(db), { serial });
  expect(kept).toMatchObject({
    status: "valid",
    withdrawn: false,
    snapshot: { recipient: { latin: "Amina Yusuf al-Ansari" } },
  });
  expect(await db.certificate.findUniqueOrThrow({ where: { serial } })).toMatchObject({ userId: null });
});

test("certificates that she has withdrawn lose her name, their file and their signature, for everybody", {
  timeout: 60_000,
}, async () => {
  const { db } = database;
  const { learner, serial, certificateId } = await createIssued(db);
  await finishCertificate(jobContext(db), { certificateId });
  const { sha256 } = await db.certificateFile.findFirstOrThrow({ where: { certificateId } });
  expect(await erase(learner.id, "withdraw")).toBe("erased");
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  for (const ctx of [guestContext(db), admin]) {
    const seen = await findPublicCertificate(ctx, { serial });
    expect(seen).toMatchObject({
      status: "revoked",
      withdrawn: true,
      snapshot: null,
      files: [],
      credentialSha256: null,
    });
    const asked = findCertificatePdf(ctx, { serial, form: "ar-en", caller: "203.0.113.1" });
    await expect(asked).rejects.toMatchObject({ status: 404 });
  }
  const left = JSON.stringify(await db.certificate.findUniqueOrThrow({ where: { serial } }));
  for (const name of ["Ansari", "الأنصاري"]) expect(left).not.toContain(name);
  const change = db.certificate.update({ where: { serial }, data: { revokedAt: null, revokedReason: null } });
  await expect(change).rejects.toThrow(/withdrawn never changes/);
  await dropErasedFilesHandler.handle({ ...jobContext(db) }, { largeFiles: [], objects: [sha256] });
  expect(await hasObject(sha256)).toBe(false);
});

test("the owner of a course, the last admin and who has an order open are told why not, then and when it is due", async () => {
  const { db } = database;
  const { person, instructor } = await createInstructor(db);
  const { course } = await createCourse(db);
  const role = "owner" as const;
  await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role } });
  const { id: erasureId } = await due(person.id);
  expect(await erasePerson(jobContext(db), { erasureId })).toBe("blocked");
  expect(await db.erasure.findUniqueOrThrow({ where: { id: erasureId } })).toMatchObject({ blockedBy: "ownsCourse" });
  await db.user.updateMany({ where: { role: "admin" }, data: { role: "learner" } });
  const admin = await createAccount(db, { role: "admin" });
  const asked = askForErasure(contextOf(db, admin), { currentPassword: PASSWORD, certificates: "keep" });
  await expect(asked).rejects.toMatchObject({ code: "lastAdmin", messageKey: "privacy:obstacles.lastAdmin" });
  await createPerson(db, { role: "admin" });
  await askForErasure(contextOf(db, admin), { currentPassword: PASSWORD, certificates: "keep" });
});
