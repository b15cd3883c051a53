import type { Tx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readSnapshot } from "../certificate-snapshot.ts";
import { asShown } from "./as-shown.ts";
import { isOver } from "./certificate-access.ts";
import { gradeFor } from "./certificate-grade.server.ts";
import type { HeldCertificate, IssuingContext, NewSnapshot } from "./insert-certificate.server.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { actOnLocked, type LockedCertificate } from "./lock-certificate.server.ts";
import { isNamed, type Names } from "./lock-learner.server.ts";
import { findSuccessor, loadRenewal, replaceWithin, sayAgain } from "./replace-certificate.server.ts";

type Correction = { names: Names; reason: string; asNow?: boolean };

/** As `reissueCertificate`, for a certificate that is held and an actor who was let in. */
export async function reissueWithin(
  tx: Tx,
  ctx: IssuingContext,
  { old, names, reason, asNow = false }: Correction & { old: LockedCertificate },
): Promise<HeldCertificate | { serial: string }> {
  if (!isNamed(names)) throw issuingRefused("nameless");
  if (!old.current) {
    const successor = await findSuccessor(tx, old);
    const same = successor?.recipientArabic === names.arabic && successor.recipientLatin === names.latin;
    if (successor && same) return successor;
    throw issuingRefused("superseded");
  }
  // What is issued again keeps its end, and would end before it began.
  if (isOver(old, ctx.clock.now())) throw issuingRefused("renewInstead");
  const { userId, award, template } = await loadRenewal(tx, old);
  const said = sayAgain(readSnapshot(old), { template });
  const { achievement, finishedAt } = award;
  const fresh: Partial<NewSnapshot> = asNow
    ? {
        ...{ achievement, ...asShown(award, template), grade: await gradeFor(tx, { userId, award, template }) },
        finishedAt: finishedAt?.toISOString() ?? said.finishedAt,
      }
    : {};
  const says: NewSnapshot = {
    ...said,
    ...fresh,
    recipient: names,
    cause: "corrected",
    issuedAt: ctx.clock.now().toISOString(),
    expiresAt: old.expiresAt?.toISOString() ?? null,
  };
  return replaceWithin(tx, ctx, { old, userId, says, template, action: "certificate.reissue", reason });
}

/**
 * Issues a certificate again with other names, in the place of this one; what was achieved stays as it was frozen,
 * unless `asNow` asks for the academy's words of today. Asked again, gives the one that was issued. One that was
 * revoked may be issued again so. Throws `superseded` where another came in its place, `renewInstead` where its time is
 * over, and `learnerGone` where nobody holds it any more. Written to the audit log, and the learner is told; only for admins, 404 for others.
 */
export async function reissueCertificate(
  ctx: PersonContext,
  {
    serial,
    namesArabic,
    namesLatin,
    reason,
    asNow,
  }: { serial: string; namesArabic: string | null; namesLatin: string | null; reason: string; asNow?: boolean },
): Promise<{ serial: string }> {
  const names = { arabic: namesArabic, latin: namesLatin };
  const made = await actOnLocked(ctx, serial, async (tx, old) => {
    const reissued = await reissueWithin(tx, ctx, { old, names, reason, asNow });
    await answerCorrections(tx, ctx, { serial: reissued.serial, names, reason });
    return reissued;
  });
  return { serial: made.serial };
}

/** What she asked for is granted by a certificate with those very names. */
async function answerCorrections(
  tx: Tx,
  ctx: PersonContext,
  { serial, names, reason }: { serial: string; names: Names; reason: string },
): Promise<void> {
  await tx.certificateRequest.updateMany({
    where: {
      ...{ kind: "correction", state: "waiting", certificate: { serial } },
      ...{ namesArabic: names.arabic, namesLatin: names.latin },
    },
    data: { state: "approved", decidedAt: ctx.clock.now(), decidedById: ctx.actor.id, reason },
  });
}
