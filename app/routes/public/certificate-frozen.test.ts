import { expect, test } from "vitest";
import { readSnapshot } from "#app/features/certificate/certificate-snapshot.ts";
import { renderCertificate } from "#app/features/certificate/document/render-certificate.server.ts";
import { finishCertificate } from "#app/features/certificate/issuing/finish-certificate.server.ts";
import { issueCertificate } from "#app/features/certificate/issuing/issue-certificate.server.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { defaultDesign } from "#app/features/certificate/templates/default-design.ts";
import { loadTemplateImages } from "#app/features/certificate/templates/load-images.server.ts";
import {
  hashDesign,
  type TemplateDesign,
  templateDesignSchema,
} from "#app/features/certificate/templates/template-design.ts";
import { createIssued, finish, jobContext, NAMES } from "#tests/factories/finished.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { loader as pdf } from "./certificate-pdf.ts";
import { loader as json } from "./credential-json.ts";
import { loader as jwt } from "./credential-jwt.ts";

const database = openTestDatabase();

async function download(loader: typeof pdf, { serial, path }: { serial: string; path: string }): Promise<Buffer> {
  const { args } = pageRequest({ db: database.db, path: `/certificates/${serial}${path}`, params: { serial } });
  const answer = await loader(args);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** All that anybody can download of a certificate. */
const downloads = async (serial: string) => ({
  usual: await download(pdf, { serial, path: ".pdf" }),
  malay: await download(pdf, { serial, path: ".pdf?form=ms" }),
  json: await download(json, { serial, path: "/credential.json" }),
  jwt: await download(jwt, { serial, path: "/credential.jwt" }),
});

/** A form that nobody has asked for, rendered from what was frozen, without keeping it. */
async function renderUnasked(certificateId: string): Promise<Buffer> {
  const { credential, templateVersion, ...frozen } = await database.db.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    include: { templateVersion: true },
  });
  const design = templateDesignSchema.parse(templateVersion.design);
  const bytes = await renderCertificate({
    ...{ snapshot: readSnapshot(frozen), design, images: await loadTemplateImages(design), form: "tr" },
    credential: credential ?? "",
  });
  return Buffer.from(bytes);
}

/** Changes whatever the academy could say otherwise today. */
async function changeAll({ courseId, userId }: { courseId: string; userId: string }) {
  const { db } = database;
  const renamed = { fullNameArabic: "اسم آخر", fullNameLatin: "Another Name", name: "Another" };
  await db.user.update({ where: { id: userId }, data: renamed });
  await db.courseText.updateMany({ where: { courseId }, data: { title: "Another title", summary: "Another" } });
  await db.course.update({
    where: { id: courseId },
    data: { slug: `another-${courseId}`, minutes: 9_999, certificateMonths: 1, certificateRule: "none" },
  });
  await db.quizStanding.updateMany({ where: { enrolment: { userId, courseId } }, data: { share: 100 } });
  const template = await db.certificateTemplate.findFirstOrThrow({ where: { isDefault: true } });
  const design: TemplateDesign = { ...defaultDesign, look: "plain", colour: "ink", seal: "none" };
  await db.certificateTemplateVersion.create({
    data: { templateId: template.id, number: 2, design, sha256: hashDesign(design) },
  });
}

test("names, titles, hours, grade and template changed after the issue change no byte that is served", {
  timeout: 90_000,
}, async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 2, rules: { passPercent: 50 } });
  const { person: learner, enrolmentId } = await sitQuiz(db, {
    quiz,
    answers: [{ choice: "right" }, { choice: "wrong" }],
  });
  await db.user.update({ where: { id: learner.id }, data: NAMES });
  await finish(db, { enrolmentId });
  const award = { userId: learner.id, for: { courseId: quiz.course.id }, cause: "earned" as const };
  const { id: certificateId, serial: bare } = await issueCertificate({ ...jobContext(db), actor: null }, award);
  await finishCertificate(jobContext(db), { certificateId });
  const serial = writeSerial(bare);
  const before = await downloads(serial);
  const row = await db.certificate.findUniqueOrThrow({ where: { id: certificateId } });
  expect(JSON.parse(row.snapshot).grade).toBe(5_000);
  const unasked = await renderUnasked(certificateId);
  await changeAll({ courseId: quiz.course.id, userId: learner.id });
  const after = await downloads(serial);
  for (const name of ["usual", "malay", "json", "jwt"] as const)
    expect(after[name].equals(before[name]), name).toBe(true);
  // A form that is asked for only now says what was frozen, too.
  expect((await download(pdf, { serial, path: ".pdf?form=tr" })).equals(unasked)).toBe(true);
  expect(await db.certificate.findUniqueOrThrow({ where: { id: certificateId } })).toEqual(row);
  expect(before.usual.subarray(0, 5).toString()).toBe("%PDF-");
});

test("the database itself lets nobody change what was issued", async () => {
  const { certificateId } = await createIssued(database.db);
  const change = (data: Record<string, unknown>) =>
    database.db.certificate.update({ where: { id: certificateId }, data });
  for (const data of [{ snapshot: "{}" }, { serial: "2222222222222222" }, { issuedAt: new Date(0) }])
    await expect(change(data)).rejects.toThrow();
});
