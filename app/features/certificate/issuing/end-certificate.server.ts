import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { certificateStatus } from "../certificate-status.ts";
import { certificateEndedMail } from "./certificate-mails.ts";
import { noteAct } from "./insert-certificate.server.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { actOnLocked } from "./lock-certificate.server.ts";
import { tellLearner } from "./tell-learner.server.ts";

/**
 * Lets a certificate expire now. Of one that has expired nothing changes; throws `revoked` or `superseded` for one
 * that holds no longer for another reason. Written to the audit log, and the learner is told; only for admins, 404 for
 * others.
 */
export async function endCertificate(
  ctx: PersonContext,
  { serial, reason }: { serial: string; reason: string },
): Promise<void> {
  await actOnLocked(ctx, serial, async (tx, certificate) => {
    const { id, userId, expiresAt } = certificate;
    const now = ctx.clock.now();
    const status = certificateStatus(certificate, now);
    if (status === "expired") return;
    if (status !== "valid") throw issuingRefused(status);
    const change = { expiresAt: now, endedEarly: true, changedAt: now };
    await tx.certificate.update({ where: { id }, data: change, select: { id: true } });
    const before = { expiresAt: expiresAt?.toISOString() ?? null };
    const after = { expiresAt: now.toISOString() };
    await noteAct(tx, ctx, { certificateId: id, action: "certificate.end", reason, before, after });
    const { titles } = readSnapshot(certificate).achievement;
    await tellLearner(tx, certificateEndedMail, { userId, values: { serial: certificate.serial, titles, reason } });
  });
}
