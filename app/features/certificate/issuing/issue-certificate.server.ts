import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { isUnpaid } from "../rights/is-unpaid.server.ts";
import { loadTemplateVersion, type TemplateVersion } from "../templates/load-template-version.server.ts";
import { addMonths } from "./add-months.ts";
import { asShown } from "./as-shown.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";
import { gradeFor } from "./certificate-grade.server.ts";
import {
  findCurrent,
  type HeldCertificate,
  type IssuingContext,
  insertCertificate,
  type NewSnapshot,
  noteAct,
} from "./insert-certificate.server.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { type Award, unsafeLoadAward } from "./load-award.server.ts";
import { isNamed, lockLearner, type Names } from "./lock-learner.server.ts";

export type Issue = {
  userId: string;
  for: CertificateFor;
  cause: "earned" | "byHand";
  /** Why an admin gives it. */
  reason?: string;
  /** For somebody who has no name of her own. Her profile stays as it is: it is hers. */
  names?: Names;
  /** Whether she must have finished it. */
  onlyFinished?: boolean;
};

/**
 * As `issueCertificate`, inside a transaction. Checks no rights and writes no mail: those who call it decide, and the
 * job that it adds tells the learner.
 */
export async function issueWithin(
  tx: Tx,
  ctx: IssuingContext,
  { userId, for: subject, cause, reason, names, onlyFinished = false }: Issue,
): Promise<HeldCertificate & { issued: boolean }> {
  const own = await lockLearner(tx, userId);
  const held = await findCurrent(tx, { userId, for: subject });
  if (held) return { ...held, issued: false };
  const award = await unsafeLoadAward(tx, { userId, for: subject });
  if (!award) throw issuingRefused("unknownSubject");
  if (onlyFinished && award.finishedAt === null) throw issuingRefused("notFinished");
  if (cause === "earned" && (await isUnpaid(tx, { userId, for: subject }))) throw issuingRefused("unpaid");
  const recipient = isNamed(own) ? own : names;
  if (!recipient || !isNamed(recipient)) throw issuingRefused("nameless");
  const template = await loadTemplateVersion({ db: tx }, award);
  const grade = await gradeFor(tx, { userId, award, template });
  const says = writeSnapshot({ award, template, grade, recipient, cause, issuedAt: ctx.clock.now() });
  const issued = await insertCertificate(tx, { userId, for: subject, says, templateVersionId: template.id });
  if (issued.issued) {
    const after = { serial: issued.serial, cause };
    await noteAct(tx, ctx, { certificateId: issued.id, action: "certificate.issue", reason, after });
    await grantWaiting(tx, ctx, { userId, for: subject, certificateId: issued.id, reason });
  }
  return issued;
}

/** What waited for an admin's approval is granted, whichever way it came to be issued. */
async function grantWaiting(
  tx: Tx,
  ctx: IssuingContext,
  { userId, for: subject, certificateId, reason }: Pick<Issue, "userId" | "for" | "reason"> & { certificateId: string },
): Promise<void> {
  await tx.certificateRequest.updateMany({
    where: { userId, ...subject, kind: "award", state: "waiting" },
    data: { state: "approved", certificateId, decidedAt: ctx.clock.now(), decidedById: ctx.actor?.id ?? null, reason },
  });
}

function writeSnapshot({
  award,
  template,
  grade,
  recipient,
  cause,
  issuedAt,
}: {
  award: Award;
  template: TemplateVersion;
  grade: number | null;
  recipient: Names;
  cause: Issue["cause"];
  issuedAt: Date;
}): NewSnapshot {
  const { achievement, finishedAt, months } = award;
  const { templateId, number, sha256 } = template;
  return {
    ...{ recipient, achievement, grade, cause, ...asShown(award, template) },
    supersedes: null,
    finishedAt: finishedAt?.toISOString() ?? null,
    issuedAt: issuedAt.toISOString(),
    expiresAt: months === null ? null : addMonths(issuedAt, months).toISOString(),
    template: { id: templateId, number, sha256 },
  };
}

/**
 * Issues a certificate: freezes what it says, draws its serial, and adds the job that signs it, makes its PDF and
 * tells the learner. Whoever holds one for it already is given that one (`issued` false), whether or not it is
 * revoked. Checks no rights: those who call it decide. Throws `nameless` where there is no name to write on it,
 * `unknownSubject` where there is no such course or programme, `notFinished` where that is asked for, and `unpaid` for
 * one that is earned, must be paid for, and was not.
 */
export async function issueCertificate(
  ctx: IssuingContext & { db: Db },
  input: Issue,
): Promise<HeldCertificate & { issued: boolean }> {
  return inTransaction(ctx.db, (tx) => issueWithin(tx, ctx, input));
}
