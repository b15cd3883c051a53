import type { Tx } from "#app/platform/db/client.server.ts";
import { freeSeat } from "./seats.server.ts";

type Of = { enrolmentId: string; now: Date };

/**
 * Takes a place from a learner and frees its seat: unlike one from which she withdrew herself, it opens again only to
 * who pays again or is given it anew. Her progress is kept. Idempotent.
 */
export async function revokePlace(tx: Tx, { enrolmentId, now }: Of): Promise<void> {
  const taken = await tx.enrolment.updateManyAndReturn({
    where: { id: enrolmentId, state: { not: "withdrawn" } },
    data: { state: "withdrawn", withdrawnAt: now, revokedAt: now },
    select: { courseId: true, cohortId: true },
  });
  for (const seat of taken) await freeSeat(tx, seat);
  await tx.enrolment.updateMany({
    where: { id: enrolmentId, state: "withdrawn", revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Closes a place for the time being; its seat stays taken. Who had withdrawn cannot come back meanwhile. Idempotent. */
export async function suspendPlace(tx: Tx, { enrolmentId, now }: Of): Promise<void> {
  await tx.enrolment.updateMany({ where: { id: enrolmentId, state: "active" }, data: { state: "suspended" } });
  await tx.enrolment.updateMany({
    where: { id: enrolmentId, state: "withdrawn", revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Opens a suspended place again, or leaves the way back to who had withdrawn. Idempotent. */
export async function restorePlace(tx: Tx, { enrolmentId }: Pick<Of, "enrolmentId">): Promise<void> {
  await tx.enrolment.updateMany({ where: { id: enrolmentId, state: "suspended" }, data: { state: "active" } });
  await tx.enrolment.updateMany({ where: { id: enrolmentId, state: "withdrawn" }, data: { revokedAt: null } });
}
