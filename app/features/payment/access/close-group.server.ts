import { freeSeat } from "#app/features/enrolment/seats.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/**
 * Closes groups in the caller's transaction: their codes give nothing any more, the seats that they have not given are
 * free, and the addresses of those who were invited in vain are forgotten. Returns how many seats each let go.
 */
export async function closeGroups(
  tx: Tx,
  { where, now }: { where: { id: string } | { orderId: string }; now: Date },
): Promise<{ id: string; freed: number }[]> {
  const closed = await tx.accessGroup.updateManyAndReturn({
    where: { ...where, closedAt: null },
    data: { closedAt: now },
    select: { id: true, courseId: true, cohortId: true, seats: true, seatsUsed: true },
  });
  for (const { id, courseId, cohortId, seats, seatsUsed } of closed) {
    await freeSeat(tx, { courseId, cohortId, quantity: seats - seatsUsed });
    await tx.accessCode.updateMany({
      where: { groupId: id, usedAt: null },
      data: { invitedEmail: null, invitedAt: null, invitedName: "", invitedLocale: null, handedOutAt: null },
    });
  }
  return closed.map(({ id, seats, seatsUsed }) => ({ id, freed: seats - seatsUsed }));
}

/** Closes a group whose time is over. Idempotent. */
export async function closeGroup(
  { db, clock }: { db: Db; clock: Clock },
  { groupId }: { groupId: string },
): Promise<void> {
  await inTransaction(db, (tx) => closeGroups(tx, { where: { id: groupId }, now: clock.now() }));
}

/**
 * Closes a group before its time and lets the seats go that it has not given; places that it gave stay. Repeating it is
 * a success. For admins: throws 404 to others, and for a group that there is not.
 */
export async function closeGroupByHand(
  { db, actor, clock, requestId }: PersonContext,
  { groupId, reason }: { groupId: string; reason: string },
): Promise<void> {
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const [closed] = await closeGroups(tx, { where: { id: groupId }, now: clock.now() });
    if (!closed && (await tx.accessGroup.count({ where: { id: groupId } })) === 0) throw notFound();
    if (!closed) return;
    const act = { action: "access-group.close", subjectType: "accessGroup", subjectId: groupId, reason };
    await writeAuditEntry(tx, { actor, requestId }, { ...act, after: { freed: closed.freed } });
  });
}
