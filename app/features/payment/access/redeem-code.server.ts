import { enrolmentRefused } from "#app/features/enrolment/enrolment-errors.ts";
import { givePlace } from "#app/features/enrolment/give-place.server.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { countTry, type RateRule, refuseWhenSpent } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { normaliseAccessCode } from "./access-code.ts";
import { isOpenGroup, lockGroup } from "./lock-group.server.ts";

/** Nobody mistypes her code more often; whoever tries out codes does. */
const wrongCodes: RateRule = { name: "access-codes-person", points: 20, seconds: 3_600 };

/**
 * Gives the actor the seat that an access code opens; a code that she used already is a success. Throws `codeUnknown`,
 * `codeUsed`, `codeOver`, `alreadyYours` (the code stays good for somebody else), `verifyEmail`, `suspended` where her
 * place is, and `tooMany` who tries out codes.
 */
export async function redeemCode(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { code: typed }: { code: string },
): Promise<{ courseSlug: string }> {
  if (!actor.emailVerified) throw paymentRefused("verifyEmail");
  await refuseWhenSpent({ db, rule: wrongCodes, key: actor.id });
  const known = await db.accessCode.findUnique({
    where: { code: normaliseAccessCode(typed) },
    select: { id: true, groupId: true },
  });
  if (!known) {
    await countTry({ db, rule: wrongCodes, key: actor.id });
    throw paymentRefused("codeUnknown");
  }
  return inTransaction(db, (tx) => useCode(tx, { ...known, typed, userId: actor.id, now: clock.now() }));
}

type CodeToUse = { id: string; groupId: string; typed: string; userId: string; now: Date };

async function useCode(tx: Tx, { id, groupId, typed, userId, now }: CodeToUse): Promise<{ courseSlug: string }> {
  const group = await lockGroup(tx, groupId);
  const code = await tx.accessCode.findUnique({ where: { id } });
  // An invitation that was taken back a moment ago gave its seat another code.
  if (!group || code?.code !== normaliseAccessCode(typed)) throw paymentRefused("codeUnknown");
  const { courseId, cohortId } = group;
  const { slug: courseSlug } = await tx.course.findUniqueOrThrow({ where: { id: courseId }, select: { slug: true } });
  if (code.usedById === userId) return { courseSlug };
  if (code.usedAt) throw paymentRefused("codeUsed");
  if (!isOpenGroup(group, now)) throw paymentRefused("codeOver");
  // A bank asks for the money of these seats: until that is decided they are given to nobody.
  if (group.order?.state === "disputed") throw paymentRefused("codeOver");
  if ((await tx.accessCode.count({ where: { groupId, usedById: userId } })) > 0) throw paymentRefused("alreadyYours");
  const held = await tx.enrolment.findUnique({
    where: { userId_courseId: { userId, courseId } },
    select: { state: true },
  });
  if (held?.state === "suspended") throw enrolmentRefused("suspended");
  await tx.accessGroup.update({ where: { id: groupId }, data: { seatsUsed: { increment: 1 } } });
  const { enrolmentId, given } = await givePlace(tx, { courseId, cohortId, userId, now, seat: "held" });
  // Thrown, so that neither the seat nor the code is spent.
  if (!given) throw paymentRefused("alreadyYours");
  await tx.accessCode.update({ where: { id }, data: { usedById: userId, usedAt: now, enrolmentId } });
  return { courseSlug };
}

/** Whether what somebody typed where coupons are taken is an access code. */
export async function isAccessCode({ db }: Pick<PersonContext, "db">, typed: string): Promise<boolean> {
  return (await db.accessCode.count({ where: { code: normaliseAccessCode(typed) } })) > 0;
}
