import type { Tx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { certificateRevokedMail } from "./certificate-mails.ts";
import { type IssuingContext, noteAct } from "./insert-certificate.server.ts";
import { actOnLocked, type LockedCertificate } from "./lock-certificate.server.ts";
import { tellLearner } from "./tell-learner.server.ts";

/** As `revokeCertificate`, of one that is locked. Checks no rights: those who call it decide. */
export async function revokeWithin(
  tx: Tx,
  ctx: IssuingContext,
  { certificate, reason }: { certificate: LockedCertificate; reason: string },
): Promise<void> {
  if (certificate.revokedAt !== null) return;
  const now = ctx.clock.now();
  const change = { revokedAt: now, revokedReason: reason, changedAt: now };
  await tx.certificate.update({ where: { id: certificate.id }, data: change, select: { id: true } });
  await noteAct(tx, ctx, { certificateId: certificate.id, action: "certificate.revoke", reason });
  const { titles } = readSnapshot(certificate).achievement;
  const values = { serial: certificate.serial, titles, reason };
  await tellLearner(tx, certificateRevokedMail, { userId: certificate.userId, values });
}

/**
 * Takes a certificate back: it stays a record and holds no longer, and nothing is issued by itself in its place.
 * Of one that was taken back already nothing changes. Written to the audit log, and the learner is told; only for
 * admins, 404 for others.
 */
export async function revokeCertificate(
  ctx: PersonContext,
  { serial, reason }: { serial: string; reason: string },
): Promise<void> {
  await actOnLocked(ctx, serial, (tx, certificate) => revokeWithin(tx, ctx, { certificate, reason }));
}
