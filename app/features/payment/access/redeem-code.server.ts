import { enrolmentRefused } from "#app/features/enrolment/enrolment-errors.ts";
import { givePlace } from "#app/features/enrolment/give-place.server.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { normaliseAccessCode } from "./access-code.ts";

/**
 * Gives the actor the seat that an access code opens; a code that she used already is a success. Throws `codeUnknown`,
 * `codeUsed`, `codeOver`, `alreadyYours` (the code stays good for somebody else), `verifyEmail`, and `suspended` where
 * her place is.
 */
export async function redeemCode(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { code: typed }: { code: string },
): Promise<{ courseSlug: string }> {
  if (!actor.emailVerified) throw paymentRefused("verifyEmail");
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "AccessCode" WHERE "code" = ${normaliseAccessCode(typed)} FOR NO KEY UPDATE`;
    const code =
      row &&
      (await tx.accessCode.findUnique({ where: { id: row.id }, include: { group: { include: { order: true } } } }));
    if (!code) throw paymentRefused("codeUnknown");
    const { group } = code;
    const { courseId, cohortId } = group;
    const { slug: courseSlug } = await tx.course.findUniqueOrThrow({ where: { id: courseId }, select: { slug: true } });
    if (code.usedById === actor.id) return { courseSlug };
    if (code.usedAt) throw paymentRefused("codeUsed");
    if (group.closedAt || (group.expiresAt && now >= group.expiresAt)) throw paymentRefused("codeOver");
    // A bank asks for the money of these seats: until that is decided they are given to nobody.
    if (group.order?.state === "disputed") throw paymentRefused("codeOver");
    const held = await tx.enrolment.findUnique({
      where: { userId_courseId: { userId: actor.id, courseId } },
      select: { state: true },
    });
    if (held?.state === "suspended") throw enrolmentRefused("suspended");
    const used = await tx.accessGroup.updateMany({
      where: { id: group.id, closedAt: null },
      data: { seatsUsed: { increment: 1 } },
    });
    if (used.count === 0) throw paymentRefused("codeOver");
    const place = { courseId, cohortId, userId: actor.id, now };
    const { enrolmentId, given } = await givePlace(tx, { ...place, seat: "held" });
    // Thrown, so that neither the seat nor the code is spent.
    if (!given) throw paymentRefused("alreadyYours");
    await tx.accessCode.update({ where: { id: code.id }, data: { usedById: actor.id, usedAt: now, enrolmentId } });
    return { courseSlug };
  });
}

/** Whether what somebody typed where coupons are taken is an access code. */
export async function isAccessCode({ db }: Pick<PersonContext, "db">, typed: string): Promise<boolean> {
  return (await db.accessCode.count({ where: { code: normaliseAccessCode(typed) } })) > 0;
}
