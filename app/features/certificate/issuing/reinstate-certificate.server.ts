import type { Tx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { certificateReinstatedMail } from "./certificate-mails.ts";
import { type IssuingContext, noteAct } from "./insert-certificate.server.ts";
import { actOnLocked, type LockedCertificate } from "./lock-certificate.server.ts";
import { tellLearner } from "./tell-learner.server.ts";

/** As `reinstateCertificate`, of one that is locked. Checks no rights: those who call it decide. */
export async function reinstateWithin(
  tx: Tx,
  ctx: IssuingContext,
  { certificate, reason }: { certificate: LockedCertificate; reason: string },
): Promise<void> {
  const { id, userId, revokedAt, revokedReason, withdrawnAt } = certificate;
  if (revokedAt === null || withdrawnAt !== null) return;
  const change = { revokedAt: null, revokedReason: null, changedAt: ctx.clock.now() };
  await tx.certificate.update({ where: { id }, data: change, select: { id: true } });
  const before = { revokedAt: revokedAt.toISOString(), revokedReason };
  await noteAct(tx, ctx, { certificateId: id, action: "certificate.reinstate", reason, before });
  const { titles } = readSnapshot(certificate).achievement;
  await tellLearner(tx, certificateReinstatedMail, { userId, values: { serial: certificate.serial, titles, reason } });
}

/**
 * Gives a certificate back that was revoked. Of one that was not, or that its
 * holder had withdrawn as she left, nothing changes. Written to the audit log, and the
 * learner is told; only for admins, 404 for others.
 */
export async function reinstateCertificate(
  ctx: PersonContext,
  { serial, reason }: { serial: string; reason: string },
): Promise<void> {
  await actOnLocked(ctx, serial, (tx, certificate) => reinstateWithin(tx, ctx, { certificate, reason }));
}
