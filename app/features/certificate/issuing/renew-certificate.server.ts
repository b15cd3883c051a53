import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { addMonths } from "./add-months.ts";
import type { NewSnapshot } from "./insert-certificate.server.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { actOnLocked } from "./lock-certificate.server.ts";
import { findSuccessor, loadRenewal, replaceWithin, sayAgain } from "./replace-certificate.server.ts";

/**
 * Issues a certificate that expires, or has expired, once more from now on, for as long as the course or programme says
 * today. Asked again, gives the one that was issued. Throws `revoked`, `superseded`, `endless` where it never expires,
 * and `learnerGone`. Written to the audit log, and the learner is told; only for admins, 404 for others.
 */
export async function renewCertificate(
  ctx: PersonContext,
  { serial, reason }: { serial: string; reason: string },
): Promise<{ serial: string }> {
  const made = await actOnLocked(ctx, serial, async (tx, old) => {
    if (!old.current) {
      const successor = await findSuccessor(tx, old);
      if (successor?.cause === "renewed") return successor;
      throw issuingRefused("superseded");
    }
    if (old.revokedAt !== null) throw issuingRefused("revoked");
    if (old.expiresAt === null) throw issuingRefused("endless");
    const { userId, award, template } = await loadRenewal(tx, old);
    const now = ctx.clock.now();
    const says: NewSnapshot = {
      ...sayAgain(readSnapshot(old), { template }),
      cause: "renewed",
      issuedAt: now.toISOString(),
      expiresAt: award.months === null ? null : addMonths(now, award.months).toISOString(),
    };
    return replaceWithin(tx, ctx, { old, userId, says, template, action: "certificate.renew", reason });
  });
  return { serial: made.serial };
}
