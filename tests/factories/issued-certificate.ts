import { randomInt } from "node:crypto";
import { freezeSnapshot } from "#app/features/certificate/certificate-snapshot.ts";
import { drawSerial, writeSerial } from "#app/features/certificate/serial.ts";
import { loadTemplateVersion } from "#app/features/certificate/templates/load-template-version.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";

type Wanted = Partial<Omit<Prisma.CertificateUncheckedCreateInput, "issuedAt" | "expiresAt">> & {
  userId: string;
  issuedAt?: Date;
  expiresAt?: Date | null;
  titles?: Record<string, string>;
};

/** A certificate as it lies in the register, not signed yet, for what lists and shows certificates. */
export async function insertCertificate(db: Db, { titles = { ar: "القدس", en: "Jerusalem" }, ...wanted }: Wanted) {
  const serial = wanted.serial ?? drawSerial(randomInt);
  const version = await loadTemplateVersion({ db }, { templateId: null });
  const issuedAt = wanted.issuedAt ?? new Date("2026-11-22T10:00:00Z");
  const recipient = { arabic: wanted.recipientArabic ?? null, latin: wanted.recipientLatin ?? "Amina Yusuf" };
  const { text, sha256 } = freezeSnapshot({
    format: "maqdis-certificate/1",
    serial: writeSerial(serial),
    issuer: { did: "did:web:maqdis.example", url: "https://maqdis.example", names: { en: "Maqdis" } },
    recipient,
    achievement: {
      kind: wanted.programmeId ? "programme" : "course",
      id: wanted.programmeId ?? wanted.courseId ?? "0190c2a4-7b1e-7c3d-9f58-2a6b4c8d0e1f",
      slug: "course",
      titles,
      summaries: {},
      courses: [],
    },
    minutes: 60,
    grade: null,
    instructors: [],
    cause: wanted.cause ?? "earned",
    supersedes: null,
    finishedAt: issuedAt.toISOString(),
    issuedAt: issuedAt.toISOString(),
    expiresAt: wanted.expiresAt?.toISOString() ?? null,
    template: { id: version.templateId, number: version.number, sha256: version.sha256 },
  });
  return db.certificate.create({
    data: {
      cause: "earned",
      templateVersionId: version.id,
      recipientArabic: recipient.arabic,
      recipientLatin: recipient.latin,
      changedAt: issuedAt,
      snapshot: text,
      snapshotSha256: sha256,
      ...wanted,
      serial,
      issuedAt,
    },
  });
}
