import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { type JobContext, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { certificateStatus } from "../certificate-status.ts";
import type { signCredential } from "../credential/sign-credential.server.ts";
import { keepCertificateFile } from "../document/keep-certificate-file.server.ts";
import { certificateIssuedMail } from "./certificate-mails.ts";
import { finishCertificateJob } from "./issuing-jobs.ts";
import { signCertificate } from "./sign-certificate.server.ts";
import { tellLearner } from "./tell-learner.server.ts";

type FinishContext = Pick<JobContext, "db" | "clock"> & {
  sign?: typeof signCredential;
  keep?: typeof keepCertificateFile;
};

/**
 * Does what follows on the issue of a certificate: signs it, keeps its usual PDF, and tells its learner. Each step is
 * done once, whichever was the last before a crash and however many processes do this at once: the first signature
 * stands, the first PDF stands, and one mail is written.
 */
export async function finishCertificate(
  { db, clock, sign, keep = keepCertificateFile }: FinishContext,
  { certificateId }: { certificateId: string },
): Promise<void> {
  const certificate = await db.certificate.findUnique({
    where: { id: certificateId },
    select: { snapshot: true, snapshotSha256: true, statusPlace: true, credentialSha256: true, deliveredAt: true },
  });
  if (!certificate || certificate.deliveredAt) return;
  const snapshot = readSnapshot(certificate);
  if (certificate.credentialSha256 === null) {
    const { statusPlace } = certificate;
    await signCertificate({ db, sign }, { certificateId, snapshot, statusPlace, now: clock.now() });
  }
  await keep({ db }, { certificateId, form: "ar-en" });
  await inTransaction(db, async (tx) => {
    const [delivered] = await tx.certificate.updateManyAndReturn({
      where: { id: certificateId, deliveredAt: null },
      data: { deliveredAt: clock.now() },
      select: { userId: true, current: true, revokedAt: true, expiresAt: true, cause: true },
    });
    // What holds no longer by now is nothing to congratulate on.
    if (!delivered || certificateStatus(delivered, clock.now()) !== "valid") return;
    const { serial, achievement } = snapshot;
    const values = { serial, titles: achievement.titles, cause: delivered.cause };
    await tellLearner(tx, certificateIssuedMail, { userId: delivered.userId, values, key: `certificate:${serial}` });
  });
}

export const finishCertificateHandler = jobHandler(finishCertificateJob, ({ db, clock }, input) =>
  finishCertificate({ db, clock }, input),
);
