import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import {
  type Erasing,
  ofUser,
  type PersonalData,
  type PersonalFile,
  type Whose,
} from "#app/platform/personal-data/personal-table.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { freezeSnapshot, readSnapshot } from "./certificate-snapshot.ts";
import { writeSerial } from "./serial.ts";

const ofCertificate = ({ id }: Whose) =>
  Prisma.sql`t."certificateId" IN (SELECT c."id" FROM "Certificate" c WHERE c."userId" = ${id}::uuid)`;

async function filesOf(db: DbOrTx, { id }: Whose): Promise<PersonalFile[]> {
  const certificates = await db.certificate.findMany({
    where: { userId: id },
    select: { serial: true, credential: true, files: { select: { form: true, sha256: true } } },
    orderBy: { issuedAt: "asc" },
  });
  const inMemory = (path: string, bytes: () => Promise<Uint8Array | undefined>): PersonalFile => ({
    path,
    open: async () => {
      const content = await bytes();
      return content && new Blob([new Uint8Array(content)]).stream();
    },
  });
  return certificates.flatMap(({ serial, credential, files }) => {
    const folder = `files/certificates/${writeSerial(serial)}`;
    const pdfs = files.map(({ form, sha256 }) => inMemory(`${folder}-${form}.pdf`, () => getObject(sha256)));
    if (!credential) return pdfs;
    return [...pdfs, inMemory(`${folder}.json`, async () => new TextEncoder().encode(credential))];
  });
}

/** In both languages that every academy has: admins read it in the register. */
const WISHED = "سُحبت بطلب صاحبها · Withdrawn at its holder’s wish";

/** Takes a certificate out of sight for good: it holds no longer, and no name is left in it. */
async function withdraw(tx: Tx, { certificateId, now }: { certificateId: string; now: Date }): Promise<void> {
  const row = await tx.certificate.findUniqueOrThrow({ where: { id: certificateId } });
  const { text, sha256 } = freezeSnapshot({ ...readSnapshot(row), recipient: { arabic: null, latin: null } });
  await tx.certificate.update({
    where: { id: certificateId },
    data: {
      ...{ userId: null, withdrawnAt: now, changedAt: now, namesHidden: true, snapshot: text, snapshotSha256: sha256 },
      ...{ recipientArabic: null, recipientLatin: null, credential: null, credentialSha256: null },
      ...{ credentialJwt: null, signedAt: null, deliveredAt: row.deliveredAt ?? now },
      ...{ revokedAt: row.revokedAt ?? now, revokedReason: row.revokedReason ?? WISHED },
    },
    select: { id: true },
  });
}

async function eraseCertificates(tx: Tx, { whose, certificates, now, afterwards }: Erasing): Promise<void> {
  // They may name her otherwise than her certificates do; and they lead from her certificates to her account.
  await tx.certificateRequest.deleteMany({ where: { userId: whose.id } });
  const where = { userId: whose.id };
  const held = await tx.certificate.findMany({ where, select: { id: true, files: { select: { sha256: true } } } });
  if (certificates === "keep") {
    // What still names her leads no more to what she did here.
    await tx.certificate.updateMany({ where, data: { userId: null } });
    return;
  }
  for (const { id, files } of held) {
    await withdraw(tx, { certificateId: id, now });
    await tx.certificateFile.deleteMany({ where: { certificateId: id } });
    afterwards.objects.push(...files.map(({ sha256 }) => sha256));
  }
}

/** What certificates keep about people: a certificate stays as she wishes. */
export const certificateData: PersonalData = {
  tables: [
    {
      table: "CertificateFile",
      hers: ofCertificate,
      gives: ["form", "bytes", "createdAt"],
      withholds: { inner: ["certificateId", "sha256"] },
      onErasure: { act: "byHand", why: "proof" },
    },
    {
      table: "Certificate",
      hers: ofUser("userId"),
      gives: [
        ...["serial", "cause", "snapshot", "issuedAt", "expiresAt", "revokedAt", "revokedReason", "current"],
        ...["namesHidden", "recipientArabic", "recipientLatin", "credential", "credentialJwt", "signedAt"],
      ],
      withholds: {
        inner: [
          ...["id", "userId", "courseId", "programmeId", "snapshotSha256", "templateVersionId", "supersedesId"],
          ...[
            "endedEarly",
            "changedAt",
            "statusPlace",
            "credentialSha256",
            "deliveredAt",
            "withdrawnAt",
            "searchVector",
          ],
        ],
      },
      onErasure: { act: "byHand", why: "proof" },
    },
    {
      table: "CertificateRequest",
      hers: ofUser("userId"),
      gives: ["kind", "state", "namesArabic", "namesLatin", "note", "createdAt", "decidedAt", "reason"],
      withholds: { inner: ["id", "userId", "courseId", "programmeId", "certificateId"], others: ["decidedById"] },
      onErasure: { act: "remove" },
    },
    {
      table: "CertificateRight",
      hers: ofUser("userId"),
      gives: ["courseId", "grantedAt", "withdrawnAt"],
      withholds: { inner: ["userId", "orderId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "CertificateBatchItem",
      hers: ofUser("userId"),
      gives: ["outcome", "why"],
      withholds: { inner: ["batchId", "userId", "certificateId"] },
      onErasure: { act: "remove" },
    },
  ],
  authors: [
    { table: "CertificateTemplateVersion", columns: ["createdById"] },
    { table: "CertificateImage", columns: ["createdById"] },
    { table: "CertificateBatch", columns: ["createdById"] },
  ],
  impersonal: [
    "CertificateTemplate",
    "CertificateTemplateVersion",
    "CertificateImage",
    "CertificateBatch",
    "IssuerKey",
  ],
  files: filesOf,
  erase: eraseCertificates,
};
