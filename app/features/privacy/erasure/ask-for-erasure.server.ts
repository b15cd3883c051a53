import { proveFreshly } from "#app/features/account/prove-freshly.server.ts";
import type { CertificateWish } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { GRACE_DAYS } from "../grace-days.ts";
import { erasureAskedMail } from "../privacy-mails.ts";
import { eraseJob, eraseKey } from "./erasure-jobs.ts";
import { findObstacles } from "./find-obstacles.server.ts";

/** Two admins who ask in the same moment are looked at one after another. */
const ONE_BY_ONE = 7_212;

/**
 * Asks for the actor's account to be deleted after two weeks. She is signed out everywhere; signing in again keeps the
 * account. Throws `wrongPassword`, or `proofTooOld` for who has no password, `tooMany`, or why it cannot be deleted now.
 */
export async function askForErasure(
  ctx: PersonContext,
  { currentPassword, certificates }: { currentPassword: string; certificates: CertificateWish },
): Promise<void> {
  await proveFreshly(ctx, { currentPassword });
  const { actor, clock, locale } = ctx;
  const now = clock.now();
  const dueAt = new Date(now.getTime() + GRACE_DAYS * 86_400_000);
  await inTransaction(ctx.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ONE_BY_ONE}::int, 0)`;
    const [obstacle] = await findObstacles(tx, actor.id);
    if (obstacle) throw new ExpectedError({ code: obstacle, messageKey: `privacy:obstacles.${obstacle}` });
    const [asked] = await tx.erasure.createManyAndReturn({
      data: [{ userId: actor.id, certificates, askedAt: now, dueAt }],
      skipDuplicates: true,
      select: { id: true },
    });
    await tx.session.deleteMany({ where: { userId: actor.id } });
    if (!asked) return;
    await tx.emailLink.deleteMany({ where: { userId: actor.id } });
    await addJob(tx, eraseJob, { erasureId: asked.id }, { key: eraseKey(asked.id), runAt: dueAt });
    await addMail(tx, erasureAskedMail, { to: actor.email, locale, values: { days: GRACE_DAYS } });
  });
}
