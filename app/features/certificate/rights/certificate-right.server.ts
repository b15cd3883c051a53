import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { findCurrent } from "../issuing/insert-certificate.server.ts";
import { awardCertificatesJob } from "../issuing/issuing-jobs.ts";
import { lockCertificate } from "../issuing/lock-certificate.server.ts";
import { lockLearner } from "../issuing/lock-learner.server.ts";
import { reinstateWithin } from "../issuing/reinstate-certificate.server.ts";
import { revokeWithin } from "../issuing/revoke-certificate.server.ts";

type Place = { userId: string; courseId: string };
type Right = Place & { orderId: string; now: Date };

/** Has it thought of again what a finished course brings, now that it may. */
async function awardSoon(tx: Tx, { userId, courseId }: Place): Promise<void> {
  const finished = await tx.enrolment.findFirst({
    where: { userId, courseId, completedAt: { not: null } },
    select: { id: true },
  });
  if (finished) await addJob(tx, awardCertificatesJob, { enrolmentId: finished.id }, { key: `award:${finished.id}` });
}

/** The certificate that she holds for a course, locked; undefined where she holds none. */
async function lockCurrent(tx: Tx, { userId, courseId }: Place) {
  const held = await findCurrent(tx, { userId, for: { courseId } });
  return held && lockCertificate(tx, held.serial);
}

/**
 * Lets a learner be given the certificate of a course, since it was paid for; a finished one comes soon, one that went
 * with an earlier payment comes back. False where she has the right by another order, or a certificate already: then
 * nothing changes. Idempotent.
 */
export async function grantCertificateRight(
  tx: Tx,
  { reason, ...right }: Right & { /** Why one comes back. */ reason: string },
): Promise<boolean> {
  const { userId, courseId, orderId, now } = right;
  await lockLearner(tx, userId);
  const key = { userId_courseId: { userId, courseId } };
  const before = await tx.certificateRight.findUnique({ where: key });
  if (before && before.withdrawnAt === null) return before.orderId === orderId;
  const current = await lockCurrent(tx, right);
  if (current && !wentWith(current, before)) return false;
  const data = { orderId, grantedAt: now, withdrawnAt: null };
  await tx.certificateRight.upsert({ where: key, create: { userId, courseId, ...data }, update: data });
  if (current) await reinstateWithin(tx, { actor: null, clock: { now: () => now } }, { certificate: current, reason });
  else await awardSoon(tx, right);
  return true;
}

/** Whether a certificate was revoked in the moment in which its right was taken back, and by nobody since. */
function wentWith(certificate: { revokedAt: Date | null }, right: { withdrawnAt: Date | null } | null): boolean {
  const { revokedAt } = certificate;
  return revokedAt !== null && right?.withdrawnAt?.getTime() === revokedAt.getTime();
}

/** Whether she could be given the certificate of a course by paying for it now. */
export async function canGainCertificateRight(
  db: DbOrTx,
  { userId, courseId }: Place,
): Promise<"yes" | "has" | "revoked"> {
  const right = await db.certificateRight.findUnique({ where: { userId_courseId: { userId, courseId } } });
  if (right && right.withdrawnAt === null) return "has";
  const held = { userId, courseId, current: true };
  const certificate = await db.certificate.findFirst({ where: held, select: { revokedAt: true } });
  if (!certificate || wentWith(certificate, right)) return "yes";
  return certificate.revokedAt === null ? "has" : "revoked";
}

/** Keeps anything from being issued by what an order bought, while its payment is disputed. What was issued stays. */
export async function suspendCertificateRights(
  tx: Tx,
  { orderId, now }: { orderId: string; now: Date },
): Promise<void> {
  await tx.certificateRight.updateMany({ where: { orderId, withdrawnAt: null }, data: { withdrawnAt: now } });
}

/** Gives back what was suspended. */
export async function restoreCertificateRights(tx: Tx, { orderId }: { orderId: string }): Promise<void> {
  const restored = await tx.certificateRight.updateManyAndReturn({
    where: { orderId, withdrawnAt: { not: null } },
    data: { withdrawnAt: null },
    select: { userId: true, courseId: true },
  });
  for (const place of restored) await awardSoon(tx, place);
}

/**
 * Takes back what an order bought, and revokes the certificate that was issued by it, of which its learner is told with
 * the reason. Paying again brings it back. Idempotent.
 */
export async function withdrawCertificateRights(
  tx: Tx,
  { orderId, now, actorId, reason }: { orderId: string; now: Date; actorId: string | null; reason: string },
): Promise<void> {
  const rights = await tx.certificateRight.findMany({
    where: { orderId },
    orderBy: [{ userId: "asc" }, { courseId: "asc" }],
    select: { userId: true, courseId: true },
  });
  const actor = actorId === null ? null : { id: actorId };
  for (const right of rights) {
    await lockLearner(tx, right.userId);
    // No longer this order's: what becomes of its payment later changes nothing more.
    const { count } = await tx.certificateRight.updateMany({
      where: { ...right, orderId },
      data: { withdrawnAt: now, orderId: null },
    });
    const current = count > 0 ? await lockCurrent(tx, right) : undefined;
    if (current) await revokeWithin(tx, { actor, clock: { now: () => now } }, { certificate: current, reason });
  }
}
