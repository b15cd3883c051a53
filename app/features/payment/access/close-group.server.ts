import { freeSeat } from "#app/features/enrolment/seats.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";

/** Closes a group: its codes give nothing any more, and the seats that they have not given are free. Idempotent. */
export async function closeGroup(
  { db, clock }: { db: Db; clock: Clock },
  { groupId }: { groupId: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const closed = await tx.accessGroup.updateManyAndReturn({
      where: { id: groupId, closedAt: null },
      data: { closedAt: clock.now() },
      select: { courseId: true, cohortId: true, seats: true, seatsUsed: true },
    });
    for (const { seats, seatsUsed, ...place } of closed) {
      await freeSeat(tx, { ...place, quantity: seats - seatsUsed });
    }
  });
}
