import { revokeCertificate } from "#app/features/certificate/issuing/revoke-certificate.server.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createAdmin, createFinished, createIssued } from "#tests/factories/finished.ts";
import { type AuditedAct, reason } from "./audited-act.ts";

const ends = ["revoke", "reinstate", "end", "renew"] as const;

/** A certificate upon which an act changes something. */
async function issuedFor(db: Db, act: string): Promise<string> {
  const { course } = await createCourse(db);
  await db.course.update({ where: { id: course.id }, data: { certificateMonths: 12 } });
  const { serial } = await createIssued(db, { course });
  if (act === "reinstate") await revokeCertificate(await createAdmin(db), { serial, reason });
  return writeSerial(serial);
}

/** On the page of one, and on many of the register. */
const endingActs = ends.flatMap((act): AuditedAct[] => [
  {
    act: `admin/certificate-record ${act}`,
    writes: `certificate.${act}`,
    ask: async ({ db }) => ({ params: { serial: await issuedFor(db, act) }, form: { act, reason } }),
  },
  {
    act: `admin/certificates ${act}`,
    writes: `certificate.${act}`,
    ask: async ({ db }) => ({ form: { act, serials: await issuedFor(db, act), reason } }),
  },
]);

async function requestOf(db: Db): Promise<string> {
  const { learner, course } = await createFinished(db);
  const { id } = await db.certificateRequest.create({
    data: { kind: "award", userId: learner.id, courseId: course.id },
  });
  return id;
}

const decisions = (["approve", "refuse"] as const).map(
  (decision): AuditedAct => ({
    act: `admin/certificate-requests ${decision}`,
    writes: `certificateRequest.${decision}`,
    ask: async ({ db }) => ({ form: { decision, requestIds: await requestOf(db), reason } }),
  }),
);

/** What admins do with the certificates of others. */
export const certificateActs: AuditedAct[] = [
  ...endingActs,
  ...decisions,
  {
    act: "admin/certificate-record reissue",
    writes: "certificate.reissue",
    ask: async ({ db }) => ({
      params: { serial: await issuedFor(db, "reissue") },
      form: { act: "reissue", namesLatin: "Ameena Yusuf", namesArabic: "", reason },
    }),
  },
  {
    act: "admin/issue-certificates byHand",
    writes: "certificate.issue",
    ask: async ({ db }) => {
      const { learner, course } = await createFinished(db);
      return { form: { intent: "byHand", learner: learner.email, for: `course:${course.id}`, reason } };
    },
  },
  {
    act: "admin/issue-certificates toMany",
    writes: "certificateBatch.start",
    ask: async ({ db }) => {
      const { course } = await createFinished(db);
      return { form: { intent: "toMany", for: `course:${course.id}`, reason } };
    },
  },
];
