import { takeSeat } from "#app/features/enrolment/seats.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { AccessGroup } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findCoordinator } from "./create-group.server.ts";
import { groupRefused } from "./group-errors.ts";
import { isOpenGroup, lockGroup } from "./lock-group.server.ts";
import { addCodes, tellCoordinator } from "./open-group.server.ts";

async function lockOpen(tx: Tx, { groupId, now }: { groupId: string; now: Date }): Promise<AccessGroup> {
  const group = await lockGroup(tx, groupId);
  if (!group) throw notFound();
  if (!isOpenGroup(group, now)) throw groupRefused("groupClosed");
  return group;
}

/**
 * Adds seats to a group that pays by invoice, each with its code. For admins: throws 404 to others; `groupClosed`,
 * `ofOrder` for one whose seats were bought, `full`, `cohortFull`.
 */
export async function addSeats(
  { db, actor, clock, requestId }: PersonContext,
  { groupId, seats, reference }: { groupId: string; seats: number; reference: string },
): Promise<void> {
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const { courseId, cohortId, orderId } = await lockOpen(tx, { groupId, now: clock.now() });
    if (orderId) throw groupRefused("ofOrder");
    await takeSeat(tx, { courseId, cohortId, quantity: seats });
    await tx.accessGroup.update({ where: { id: groupId }, data: { seats: { increment: seats } } });
    await addCodes(tx, { groupId, count: seats });
    const act = { action: "access-group.add-seats", subjectType: "accessGroup", subjectId: groupId, reason: reference };
    await writeAuditEntry(tx, { actor, requestId }, { ...act, after: { added: seats } });
  });
}

/**
 * Changes who coordinates an open group, who is then written to, and until when its codes work. For admins: throws 404 to
 * others; `groupClosed`, `expiryPast`.
 */
export async function changeGroup(
  { db, actor, clock, locale: asked, requestId }: PersonContext,
  {
    groupId,
    coordinatorEmail: email,
    expiresAt,
    reason,
  }: { groupId: string; coordinatorEmail: string; expiresAt: Date | null; reason: string },
): Promise<void> {
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const now = clock.now();
    const before = await lockOpen(tx, { groupId, now });
    if (expiresAt && expiresAt <= now) throw groupRefused("expiryPast");
    const { known, locale } = await findCoordinator(tx, { email, locale: asked });
    const { coordinatorId, coordinatorEmail } = before;
    const another = known.coordinatorId !== coordinatorId || known.coordinatorEmail !== coordinatorEmail;
    await tx.accessGroup.update({ where: { id: groupId }, data: { ...known, expiresAt } });
    if (another) await tellCoordinator(tx, { groupId, to: email, locale });
    const act = { action: "access-group.change", subjectType: "accessGroup", subjectId: groupId, reason };
    const day = (moment: Date | null) => moment?.toISOString() ?? null;
    await writeAuditEntry(
      tx,
      { actor, requestId },
      {
        ...act,
        before: { coordinatorId, expiresAt: day(before.expiresAt) },
        after: { coordinatorId: known.coordinatorId, expiresAt: day(expiresAt) },
      },
    );
  });
}
