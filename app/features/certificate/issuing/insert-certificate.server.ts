import { randomInt } from "node:crypto";
import { writeAuditEntry, writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { readSite } from "#app/platform/site/find-site.server.ts";
import { namesOf } from "#app/platform/site/site-names.ts";
import { type CertificateSnapshot, freezeSnapshot } from "../certificate-snapshot.ts";
import { issuerDid } from "../credential/issuer-did.ts";
import { drawSerial } from "../serial.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";
import { finishCertificateJob, finishKey } from "./issuing-jobs.ts";

/** Who acts: null is the academy itself, or an admin whose account is gone. */
export type IssuingContext = Pick<UseCaseContext, "clock"> & {
  actor: { id: string } | null;
  requestId?: UseCaseContext["requestId"];
};

/** What a new certificate says, but for its serial and who issues it, which it is given here. */
export type NewSnapshot = Omit<CertificateSnapshot, "format" | "serial" | "issuer">;

type NewCertificate = {
  userId: string;
  for: CertificateFor;
  says: NewSnapshot;
  templateVersionId: string;
  supersedesId?: string;
  namesHidden?: boolean;
};

export type HeldCertificate = { id: string; serial: string };

/** More clashes of 31^15 serials than anybody will ever see. */
const DRAWS = 5;

/** The certificate that this person holds for it, if any; it may be revoked or expired. */
export async function findCurrent(
  tx: Tx,
  { userId, for: subject }: { userId: string; for: CertificateFor },
): Promise<HeldCertificate | undefined> {
  const select = { id: true, serial: true } as const;
  return (await tx.certificate.findFirst({ where: { userId, ...subject, current: true }, select })) ?? undefined;
}

/**
 * Keeps a new certificate under a serial of its own with the job that finishes it. Where another process has just
 * issued one for the same person and thing, gives that one: there is one, however many issue it at once.
 */
export async function insertCertificate(
  tx: Tx,
  certificate: NewCertificate,
  { draw = () => drawSerial(randomInt) }: { draw?: () => string } = {},
): Promise<HeldCertificate & { issued: boolean }> {
  const names = namesOf(await readSite(tx));
  for (let attempt = 1; attempt <= DRAWS; attempt += 1) {
    const data = toRow(certificate, { serial: draw(), names });
    // In one statement, since an error would end the whole transaction.
    const select = { id: true, serial: true } as const;
    const [made] = await tx.certificate.createManyAndReturn({ data: [data], skipDuplicates: true, select });
    if (made) {
      await addJob(tx, finishCertificateJob, { certificateId: made.id }, { key: finishKey(made.id) });
      return { ...made, issued: true };
    }
    const held = await findCurrent(tx, certificate);
    if (held) return { ...held, issued: false };
  }
  throw new Error("No free serial was drawn");
}

type IssuerNames = ReturnType<typeof namesOf>;

function toRow(
  { says, for: subject, ...rest }: NewCertificate,
  { serial, names }: { serial: string; names: IssuerNames },
) {
  const issuer = { did: issuerDid(configuredOrigin), url: configuredOrigin, names };
  const { text, sha256 } = freezeSnapshot({ format: "maqdis-certificate/1", serial, issuer, ...says });
  return {
    ...rest,
    ...subject,
    serial,
    cause: says.cause,
    snapshot: text,
    snapshotSha256: sha256,
    issuedAt: says.issuedAt,
    expiresAt: says.expiresAt,
    changedAt: says.issuedAt,
    recipientArabic: says.recipient.arabic,
    recipientLatin: says.recipient.latin,
  };
}

/** What the audit log keeps of an act on a certificate; nothing where the academy itself acts, which gives no reason. */
export async function noteAct(
  tx: Tx,
  ctx: Pick<IssuingContext, "actor" | "requestId">,
  {
    certificateId,
    ...act
  }: { certificateId: string; action: string; reason?: string; before?: object; after?: object },
): Promise<void> {
  const { reason, ...rest } = act;
  const entry = { ...rest, subjectType: "certificate", subjectId: certificateId };
  if (reason !== undefined) return writeAuditEntry(tx, ctx, { ...entry, reason });
  // She earned it herself, by what the course's rule says.
  if (ctx.actor) await writePlainEntry(tx, ctx, entry);
}
