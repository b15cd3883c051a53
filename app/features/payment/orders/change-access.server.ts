import {
  restoreCertificateRights,
  suspendCertificateRights,
  withdrawCertificateRights,
} from "#app/features/certificate/rights/certificate-right.server.ts";
import { restorePlace, revokePlace, suspendPlace } from "#app/features/enrolment/take-place-back.server.ts";
import { closeGroups } from "#app/features/payment/access/close-group.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { LockedOrder } from "./lock-order.server.ts";
import { orderWords } from "./order-words.server.ts";
import { writeEvent } from "./write-event.server.ts";

type Change = { order: LockedOrder; now: Date; key: string; actorId?: string | null };

/** The places that a locked order gave; not one that she left, and came back to by somebody else's code. */
async function placesOf(tx: Tx, { seats }: LockedOrder): Promise<string[]> {
  const given = seats.flatMap(({ state, enrolmentId }) => (state === "given" && enrolmentId ? [enrolmentId] : []));
  const byCode = await tx.accessCode.findMany({
    where: { enrolmentId: { in: given }, usedAt: { not: null } },
    select: { enrolmentId: true },
  });
  const others = new Set(byCode.map(({ enrolmentId }) => enrolmentId));
  return given.filter((enrolmentId) => !others.has(enrolmentId));
}

/** Closes what a locked order gave, for as long as a dispute about it is open. */
export async function suspendAccess(tx: Tx, { order, now, key }: Change): Promise<void> {
  for (const enrolmentId of await placesOf(tx, order)) await suspendPlace(tx, { enrolmentId, now });
  await suspendCertificateRights(tx, { orderId: order.id, now });
  await writeEvent(tx, { orderId: order.id, kind: "accessSuspended", key, at: now });
}

/** Opens again what was suspended. */
export async function restoreAccess(tx: Tx, { order, now, key }: Change): Promise<void> {
  for (const enrolmentId of await placesOf(tx, order)) await restorePlace(tx, { enrolmentId });
  await restoreCertificateRights(tx, { orderId: order.id });
  await writeEvent(tx, { orderId: order.id, kind: "accessRestored", key, at: now });
}

/**
 * Takes back what a locked order gave: its places, the seats that its codes have not given yet, and the certificate that
 * was issued by it. Places that its codes gave to others stay.
 */
export async function revokeAccess(tx: Tx, { order, now, key, actorId }: Change): Promise<void> {
  for (const enrolmentId of await placesOf(tx, order)) await revokePlace(tx, { enrolmentId, now });
  await tx.orderSeat.updateMany({
    where: { orderId: order.id, state: "given" },
    data: { state: "revoked", changedAt: now },
  });
  await closeGroups(tx, { where: { orderId: order.id }, now });
  const reason = orderWords(order)("payment:certificate.takenBack");
  await withdrawCertificateRights(tx, { orderId: order.id, now, actorId: actorId ?? null, reason });
  await writeEvent(tx, { orderId: order.id, kind: "accessRevoked", key, at: now, actorId });
}
