import { expect, test } from "vitest";
import { writeMail } from "#app/platform/mail/send-mail.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createAdmin, createIssued, waitingMails } from "#tests/factories/finished.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { writeSerial } from "../serial.ts";
import { actOnCertificates } from "./act-on-certificates.server.ts";
import { certificateMails } from "./certificate-mails.ts";
import { endCertificate } from "./end-certificate.server.ts";
import { findCertificateRecord } from "./find-certificate-record.server.ts";
import { findStanding } from "./find-standing.server.ts";
import { hideNames } from "./hide-names.server.ts";
import { reinstateCertificate } from "./reinstate-certificate.server.ts";
import { reissueCertificate } from "./reissue-certificate.server.ts";
import { renewCertificate } from "./renew-certificate.server.ts";
import { revokeCertificate } from "./revoke-certificate.server.ts";

const database = openTestDatabase();
const reason = "Found out afterwards";
const now = new Date("2026-11-22T10:00:00.000Z");

const statusOf = async (serial: string) =>
  (await findStanding({ db: database.db, clock: { now: () => now } }, { serial }))?.status;

const entriesOf = (subjectId: string) =>
  database.db.auditEntry.findMany({ where: { subjectId }, orderBy: { at: "asc" } });

async function scene(months: number | null = null) {
  const { course } = await createCourse(database.db, { certificateMonths: months });
  return { admin: await createAdmin(database.db, { now }), ...(await createIssued(database.db, { course, now })) };
}

test("revoking and reinstating each happen once, are written down, and are told to the learner with the reason", async () => {
  const { admin, serial, certificateId, learner } = await scene();
  await revokeCertificate(admin, { serial: writeSerial(serial).toLowerCase(), reason });
  await revokeCertificate(admin, { serial, reason: "Again" });
  expect(await statusOf(serial)).toBe("revoked");
  await reinstateCertificate(admin, { serial, reason: "It was a mistake" });
  await reinstateCertificate(admin, { serial, reason: "Again" });
  expect(await statusOf(serial)).toBe("valid");
  expect(await entriesOf(certificateId)).toMatchObject([
    { action: "certificate.revoke", actorId: admin.actor.id, reason },
    { action: "certificate.reinstate", reason: "It was a mistake", before: { revokedReason: reason } },
  ]);
  const mails = await waitingMails(database, { to: learner.email });
  expect(mails.map(({ mail }) => mail)).toEqual(["certificate-revoked", "certificate-reinstated"]);
  for (const { mail, values } of mails) {
    const kind = certificateMails.find(({ name }) => name === mail);
    const { text } = writeMail({ kind: kind ?? expect.fail(), locale: "en", values });
    expect(text).toContain(values.reason);
    expect(text).toContain(`/en/certificates/${writeSerial(serial)}`);
  }
});

test("ending lets a certificate expire now, once; what was revoked cannot be ended", async () => {
  const { admin, serial, certificateId } = await scene(12);
  await endCertificate(admin, { serial, reason });
  await endCertificate(admin, { serial, reason });
  expect(await statusOf(serial)).toBe("expired");
  expect(await database.db.certificate.findUnique({ where: { id: certificateId } })).toMatchObject({
    endedEarly: true,
    expiresAt: now,
    changedAt: now,
  });
  expect(await entriesOf(certificateId)).toMatchObject([{ action: "certificate.end", reason }]);
  const other = await scene();
  await revokeCertificate(other.admin, { serial: other.serial, reason });
  await expect(endCertificate(other.admin, { serial: other.serial, reason })).rejects.toMatchObject({
    code: "revoked",
  });
});

test("a reissue says other names and nothing else anew, and takes the place of the first, once", async () => {
  const { admin, serial, certificateId, course, learner } = await scene(12);
  await hideNames(contextOf(database.db, learner), { serial, hidden: true });
  await database.db.courseText.updateMany({ where: { courseId: course.id }, data: { title: "Another title" } });
  const names = { namesArabic: "أمينة يوسف", namesLatin: "Ameena Yusuf" };
  const made = await reissueCertificate(admin, { serial, ...names, reason });
  expect(await reissueCertificate(admin, { serial, ...names, reason })).toEqual(made);
  const [old, fresh] = await Promise.all(
    [serial, made.serial].map((one) => database.db.certificate.findUniqueOrThrow({ where: { serial: one } })),
  );
  const [before, after] = [readSnapshot(old ?? expect.fail()), readSnapshot(fresh ?? expect.fail())];
  expect(after).toEqual({
    ...before,
    serial: made.serial,
    cause: "corrected",
    supersedes: serial,
    recipient: { arabic: "أمينة يوسف", latin: "Ameena Yusuf" },
  });
  expect(old).toMatchObject({ current: false, changedAt: now });
  expect(fresh).toMatchObject({ current: true, supersedesId: certificateId, namesHidden: true });
  expect(await statusOf(serial)).toBe("superseded");
  await expect(
    reissueCertificate(admin, { serial, namesArabic: null, namesLatin: "Third", reason }),
  ).rejects.toMatchObject({ code: "superseded" });
  for (const id of [certificateId, fresh?.id ?? ""])
    expect(await entriesOf(id)).toMatchObject([
      { action: "certificate.reissue", reason, before: { serial }, after: { serial: made.serial } },
    ]);
});

test("a reissue can take the academy's words of today, and a revoked certificate be issued again so", async () => {
  const { admin, serial, course } = await scene();
  await revokeCertificate(admin, { serial, reason });
  await database.db.courseText.updateMany({ where: { courseId: course.id }, data: { title: "Another title" } });
  const made = await reissueCertificate(admin, { serial, namesArabic: null, namesLatin: "A", reason, asNow: true });
  const row = await database.db.certificate.findUniqueOrThrow({ where: { serial: made.serial } });
  expect(readSnapshot(row).achievement.titles).toEqual({ ar: "Another title", en: "Another title" });
  expect(readSnapshot(row).finishedAt).toBe("2026-11-20T09:00:00.000Z");
  expect([await statusOf(serial), await statusOf(made.serial)]).toEqual(["revoked", "valid"]);
});

test("renewing begins the time anew in a certificate of its own, once; what never expires has nothing to renew", async () => {
  const { admin, serial } = await scene(12);
  const later = new Date("2027-12-01T10:00:00.000Z");
  const ctx = { ...admin, clock: { now: () => later } };
  const made = await renewCertificate(ctx, { serial, reason });
  expect(await renewCertificate(ctx, { serial, reason })).toEqual(made);
  const row = await database.db.certificate.findUniqueOrThrow({ where: { serial: made.serial } });
  expect(row).toMatchObject({ cause: "renewed", expiresAt: new Date("2028-12-01T10:00:00.000Z"), current: true });
  const endless = await scene();
  await expect(renewCertificate(endless.admin, { serial: endless.serial, reason })).rejects.toMatchObject({
    code: "endless",
  });
});

test("what has expired or was ended is not issued again, which would end before it began: it is renewed", async () => {
  const later = { now: () => new Date("2027-12-01T10:00:00.000Z") };
  const names = { namesArabic: null, namesLatin: "Other" };
  const [expired, ended, revoked] = [await scene(12), await scene(), await scene(12)];
  await endCertificate(ended.admin, { serial: ended.serial, reason });
  await revokeCertificate(revoked.admin, { serial: revoked.serial, reason });
  for (const { admin, serial } of [expired, ended, revoked]) {
    const ctx = { ...admin, clock: later };
    expect((await findCertificateRecord(ctx, { serial })).may.reissue).toBe(false);
    await expect(reissueCertificate(ctx, { serial, ...names, reason })).rejects.toMatchObject({
      code: "renewInstead",
    });
  }
  const ctx = { ...expired.admin, clock: later };
  const renewed = await renewCertificate(ctx, { serial: expired.serial, reason });
  const { serial } = await reissueCertificate(ctx, { ...renewed, ...names, reason });
  const row = await database.db.certificate.findUniqueOrThrow({ where: { serial } });
  expect(row).toMatchObject({ issuedAt: later.now(), expiresAt: new Date("2028-12-01T10:00:00.000Z") });
});

test("of many each is told by itself, and one that cannot be done costs no other", async () => {
  const [one, two, revoked] = [await scene(6), await scene(6), await scene(6)];
  const { admin } = one;
  await revokeCertificate(admin, { serial: revoked.serial, reason });
  const serials = [one.serial, "2222222222222222", revoked.serial, two.serial, two.serial];
  expect(await actOnCertificates(admin, { act: "end", serials, reason })).toEqual([
    { serial: one.serial, ok: true },
    { serial: "2222222222222222", ok: false, messageKey: "certificate-act:errors.unknown" },
    { serial: revoked.serial, ok: false, messageKey: "certificate-act:errors.revoked" },
    { serial: two.serial, ok: true },
  ]);
  const renewed = await actOnCertificates(admin, { act: "renew", serials: [one.serial, revoked.serial], reason });
  expect(renewed).toMatchObject([{ ok: true, newSerial: expect.stringMatching(/^\w{16}$/) }, { ok: false }]);
});

test("nobody but an admin acts on a certificate, not even its holder", async () => {
  const { serial, learner } = await scene(6);
  const names = { namesArabic: null, namesLatin: "Other" };
  for (const ctx of [contextOf(database.db, learner), contextOf(database.db, await createPerson(database.db))]) {
    for (const act of [revokeCertificate, reinstateCertificate, endCertificate, renewCertificate])
      await expect(act(ctx, { serial, reason })).rejects.toMatchObject({ status: 404 });
    await expect(reissueCertificate(ctx, { serial, ...names, reason })).rejects.toMatchObject({ status: 404 });
    await expect(actOnCertificates(ctx, { act: "revoke", serials: [serial], reason })).rejects.toMatchObject({
      status: 404,
    });
    await expect(findCertificateRecord(ctx, { serial })).rejects.toMatchObject({ status: 404 });
  }
  expect(await statusOf(serial)).toBe("valid");
});

test("the record tells admins everything, with who did what to it and why", async () => {
  const { admin, serial, learner } = await scene();
  const names = { namesArabic: null, namesLatin: "Other" };
  const { serial: next } = await reissueCertificate(admin, { serial, ...names, reason });
  await revokeCertificate(admin, { serial: next, reason: "Second thoughts" });
  const record = await findCertificateRecord(admin, { serial: writeSerial(next) });
  expect(record).toMatchObject({
    ...{ serial: next, status: "revoked", supersedes: serial, supersededBy: null, cause: "corrected" },
    ...{ revokedReason: "Second thoughts", files: [], requests: [], batchId: null },
    holder: { userId: learner.id, email: learner.email },
    snapshot: { recipient: { latin: "Other" } },
    may: { revoke: false, reinstate: true, end: false, reissue: true, renew: false },
  });
  expect(record.history.map(({ action, actor }) => [action, actor])).toEqual([
    ["certificate.revoke", "Idris Salim"],
    ["certificate.reissue", "Idris Salim"],
  ]);
  expect(await findCertificateRecord(admin, { serial })).toMatchObject({ status: "superseded", supersededBy: next });
});

test("of somebody whose account is gone the certificate stays, and nothing comes in its place", async () => {
  const { admin, serial, learner } = await scene(6);
  await database.db.user.delete({ where: { id: learner.id } });
  expect(await statusOf(serial)).toBe("valid");
  await expect(renewCertificate(admin, { serial, reason })).rejects.toMatchObject({ code: "learnerGone" });
  await revokeCertificate(admin, { serial, reason });
  expect(await findCertificateRecord(admin, { serial })).toMatchObject({ status: "revoked", holder: null });
});
