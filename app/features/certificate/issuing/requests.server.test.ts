import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import {
  createAdmin,
  createFinished,
  createIssued,
  createProgramme,
  jobContext,
  NAMES,
  waitingMails,
} from "#tests/factories/finished.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { askForCorrection } from "./ask-for-correction.server.ts";
import { awardCertificatesHandler } from "./award-certificates.server.ts";
import { decideRequests } from "./decide-requests.server.ts";
import { findCertificatePanel } from "./find-certificate-panel.server.ts";
import { findMyCertificates } from "./find-my-certificates.server.ts";
import { issueByHand } from "./issue-by-hand.server.ts";
import { reissueCertificate } from "./reissue-certificate.server.ts";
import { revokeCertificate } from "./revoke-certificate.server.ts";

const database = openTestDatabase();
const reason = "The essay was not her own";
const granted = "As the rule says";
const corrected = { namesArabic: "أمينة", namesLatin: "Ameena", note: null };

async function waitingAward() {
  const { db } = database;
  const { course } = await createCourse(db, { certificateRule: "approval" });
  const finished = await createFinished(db, { course });
  await awardCertificatesHandler.handle(jobContext(db), finished);
  const { id } = await db.certificateRequest.findFirstOrThrow({ where: { userId: finished.learner.id } });
  return { ...finished, requestId: id };
}

async function waitingCorrection() {
  const issued = await createIssued(database.db);
  await askForCorrection(issued.ctx, { serial: issued.serial, ...corrected });
  const where = { userId: issued.learner.id };
  const { id } = await database.db.certificateRequest.findFirstOrThrow({ where });
  return { ...issued, requestId: id };
}

const requestOf = (id: string) => database.db.certificateRequest.findUniqueOrThrow({ where: { id } });

test("approving issues the certificate or issues it with the names asked for; twice is the same", async () => {
  const [award, correction] = [await waitingAward(), await waitingCorrection()];
  const admin = await createAdmin(database.db);
  const requestIds = [award.requestId, correction.requestId];
  const results = await decideRequests(admin, { requestIds, decision: "approve", reason: granted });
  expect(results).toMatchObject([
    { requestId: award.requestId, ok: true },
    { requestId: correction.requestId, ok: true },
  ]);
  expect(await decideRequests(admin, { requestIds, decision: "approve", reason: granted })).toEqual(results);
  const issued = await database.db.certificate.findFirstOrThrow({ where: { userId: award.learner.id } });
  expect(issued).toMatchObject({ cause: "earned", current: true });
  expect(await requestOf(award.requestId)).toMatchObject({ state: "approved", certificateId: issued.id });
  const mine = await findMyCertificates(correction.ctx);
  expect(mine.certificates.map(({ status, recipient }) => [status, recipient.latin])).toEqual([
    ["valid", "Ameena"],
    ["superseded", NAMES.fullNameLatin],
  ]);
  expect(mine.requests).toEqual([]);
  const approvals = { action: "certificateRequest.approve", reason: granted };
  expect(await database.db.auditEntry.count({ where: approvals })).toBe(2);
});

test("refusing tells the reason to the learner, and is not turned into an approval afterwards", async () => {
  const admin = await createAdmin(database.db);
  const { requestId, learner, ctx, course, enrolmentId } = await waitingAward();
  const refuse = { requestIds: [requestId], decision: "refuse" as const };
  expect(await decideRequests(admin, { ...refuse, reason })).toEqual([{ requestId, ok: true }]);
  expect(await waitingMails(database, { to: learner.email })).toMatchObject([
    { mail: "certificate-refused", values: { kind: "award", reason } },
  ]);
  expect(await decideRequests(admin, { requestIds: [requestId], decision: "approve", reason: granted })).toEqual([
    { requestId, ok: false, messageKey: "certificate-act:errors.alreadyDecided" },
  ]);
  await awardCertificatesHandler.handle(jobContext(database.db), { enrolmentId });
  expect(await findCertificatePanel(ctx, { course: course.slug })).toMatchObject({
    rule: "approval",
    finished: true,
    certificate: null,
    request: { kind: "award", state: "refused", reason },
  });
});

test("of many requests one that cannot be granted costs no other", async () => {
  const admin = await createAdmin(database.db);
  const [one, nameless, revoked] = [await waitingAward(), await waitingAward(), await waitingCorrection()];
  await database.db.user.update({
    where: { id: nameless.learner.id },
    data: { fullNameArabic: null, fullNameLatin: null },
  });
  await revokeCertificate(admin, { serial: revoked.serial, reason });
  const requestIds = [nameless.requestId, revoked.requestId, crypto.randomUUID(), one.requestId];
  expect(await decideRequests(admin, { requestIds, decision: "approve", reason: granted })).toMatchObject([
    { ok: false, messageKey: "certificate-act:errors.nameless" },
    { ok: false, messageKey: "certificate-act:errors.revoked" },
    { ok: false, messageKey: "certificate-act:errors.unknown" },
    { ok: true },
  ]);
  expect((await requestOf(nameless.requestId)).state).toBe("waiting");
});

test("admins alone decide", async () => {
  const { requestId, ctx } = await waitingAward();
  await expect(
    decideRequests(ctx, { requestIds: [requestId], decision: "approve", reason: granted }),
  ).rejects.toMatchObject({
    status: 404,
  });
});

test("asking again replaces what was asked, and only the holder asks, of what she still holds", async () => {
  const { ctx, serial, requestId } = await waitingCorrection();
  const second = { namesArabic: null, namesLatin: "Amina Y.", note: "As in my passport" };
  await askForCorrection(ctx, { serial, ...second });
  expect(await requestOf(requestId)).toMatchObject({ ...second, state: "waiting" });
  expect(await database.db.certificateRequest.count({ where: { userId: ctx.actor.id } })).toBe(1);
  const admin = await createAdmin(database.db);
  for (const other of [admin, contextOf(database.db, await createPerson(database.db))])
    await expect(askForCorrection(other, { serial, ...second })).rejects.toMatchObject({ status: 404 });
  await revokeCertificate(admin, { serial, reason });
  await expect(askForCorrection(ctx, { serial, ...second })).rejects.toMatchObject({ code: "revoked" });
});

test("an admin's own reissue answers a request for those very names, and another request moves to the new certificate", async () => {
  const admin = await createAdmin(database.db);
  const [same, other] = [await waitingCorrection(), await waitingCorrection()];
  const granted = await reissueCertificate(admin, { serial: same.serial, ...corrected, reason });
  const moved = await reissueCertificate(admin, {
    ...{ serial: other.serial, namesArabic: null, namesLatin: "Else", reason },
  });
  const idOf = async (serial: string) => (await database.db.certificate.findUniqueOrThrow({ where: { serial } })).id;
  expect(await requestOf(same.requestId)).toMatchObject({
    state: "approved",
    certificateId: await idOf(granted.serial),
  });
  expect(await requestOf(other.requestId)).toMatchObject({
    state: "waiting",
    certificateId: await idOf(moved.serial),
  });
});

test("by hand somebody is given what she did not finish here, and then no day is said on which she did", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const { course } = await createCourse(db);
  const learner = await createPerson(db, { email: "reader@example.org" });
  const input = { learner: " Reader@Example.org".trim(), for: { courseId: course.id }, reason: "Read on site" };
  await expect(issueByHand(admin, input)).rejects.toMatchObject({ code: "nameless" });
  const given = await issueByHand(admin, { ...input, namesArabic: "نور الدين", namesLatin: null });
  expect(given.issued).toBe(true);
  expect(await issueByHand(admin, { ...input, learner: learner.id })).toEqual({ serial: given.serial, issued: false });
  const row = await db.certificate.findUniqueOrThrow({ where: { serial: given.serial } });
  expect(row).toMatchObject({ cause: "byHand", recipientArabic: "نور الدين", recipientLatin: null });
  expect(JSON.parse(row.snapshot)).toMatchObject({ finishedAt: null, minutes: 30, grade: null });
  // Her profile is hers.
  expect(await db.user.findUnique({ where: { id: learner.id } })).toMatchObject({ fullNameArabic: null });
});

test("by hand nobody is renamed, and nobody unknown is given anything", async () => {
  const admin = await createAdmin(database.db);
  const { learner, course } = await createFinished(database.db);
  const input = { learner: learner.id, for: { courseId: course.id }, reason };
  await expect(issueByHand(admin, { ...input, namesLatin: "Somebody Else" })).rejects.toMatchObject({
    code: "hasNames",
  });
  await expect(issueByHand(admin, { ...input, learner: "nobody@example.org" })).rejects.toMatchObject({
    code: "unknownLearner",
  });
  const nothing = { programmeId: crypto.randomUUID() };
  await expect(issueByHand(admin, { ...input, for: nothing })).rejects.toMatchObject({ code: "unknownSubject" });
  await expect(issueByHand(contextOf(database.db, learner), input)).rejects.toMatchObject({ status: 404 });
  expect((await issueByHand(admin, { ...input, namesLatin: learner.fullNameLatin })).issued).toBe(true);
});

test("her list shows certificates with the titles they were issued with, and programmes with what is left", async () => {
  const { db } = database;
  const { ctx, course, serial, learner } = await createIssued(db);
  const { course: left } = await createCourse(db);
  const programme = await createProgramme(db, { courses: [course, left] });
  await createProgramme(db, { courses: [left] });
  await createProgramme(db, { courses: [course, left], rule: "none" });
  await db.courseText.updateMany({ where: { courseId: course.id }, data: { title: "Another title" } });
  const mine = await findMyCertificates(ctx);
  expect(mine.names).toEqual({ arabic: NAMES.fullNameArabic, latin: NAMES.fullNameLatin, checkedAt: null });
  expect(mine.certificates).toMatchObject([
    { serial, status: "valid", since: null, kind: "course", slug: course.slug, signed: false, delivered: false },
  ]);
  expect(mine.certificates[0]?.titles.en).toBe("Jerusalem through the ages");
  expect(mine.programmes).toMatchObject([{ slug: programme.slug, left: 1 }]);
  expect(mine.programmes[0]?.courses.map(({ finished, enrolled }) => [finished, enrolled])).toEqual([
    [true, true],
    [false, false],
  ]);
  const panel = await findCertificatePanel(ctx, { course: course.slug });
  expect(panel).toMatchObject({ rule: "automatic", finished: true, request: null, certificate: { serial } });
  expect(await findMyCertificates(contextOf(db, await createPerson(db)))).toMatchObject({
    certificates: [],
    programmes: [],
  });
  await askForCorrection(ctx, { serial, ...corrected });
  expect((await findMyCertificates(contextOf(db, learner))).certificates[0]?.correctionWaiting).toBe(true);
});
