import { grantCertificateRight } from "#app/features/certificate/rights/certificate-right.server.ts";
import { givePlace } from "#app/features/enrolment/give-place.server.ts";
import { freeSeat, tryTakeSeat } from "#app/features/enrolment/seats.server.ts";
import { openGroupForOrder } from "#app/features/payment/access/open-group.server.ts";
import { roundToCharge } from "#app/features/payment/money/stripe-amount.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { OrderSeat } from "#app/platform/db/generated/client.ts";
import { askRefund, refundableAmount } from "./ask-refund.server.ts";
import type { LockedOrder } from "./lock-order.server.ts";
import { orderWords } from "./order-words.server.ts";
import { releaseSeats } from "./release-order.server.ts";
import { writeEvent } from "./write-event.server.ts";

/** Seats that were let go before the money came are taken again: all of them, or none and false. */
async function takeReleased(tx: Tx, seats: readonly OrderSeat[]): Promise<boolean> {
  const taken: OrderSeat[] = [];
  for (const seat of seats) {
    if (seat.state === "held") continue;
    if (await tryTakeSeat(tx, seat)) taken.push(seat);
    else {
      for (const back of taken) await freeSeat(tx, back);
      return false;
    }
  }
  return true;
}

/** Another order of hers that gave the place and took nothing back, though she may have left it since. */
function findEarlier(tx: Tx, { order, courseId }: { order: LockedOrder; courseId: string }) {
  const place = { userId: order.buyerId ?? "", courseId };
  return tx.orderSeat.findFirst({
    where: { state: "given", orderId: { not: order.id }, enrolment: place },
    select: { order: { select: { state: true } } },
  });
}

/** What she paid for before is hers: she has it again, or waits for her bank's word, and pays nothing for it now. */
async function givePlaceOnce(tx: Tx, { order, seat, now }: { order: LockedOrder; seat: OrderSeat; now: Date }) {
  const { courseId, cohortId } = seat;
  const userId = order.buyerId;
  if (userId === null) return undefined;
  const earlier = await findEarlier(tx, { order, courseId });
  if (earlier?.order.state === "disputed") {
    await freeSeat(tx, { courseId, cohortId });
    return undefined;
  }
  const { enrolmentId, given } = await givePlace(tx, { courseId, cohortId, userId, now, seat: "held" });
  return given && !earlier ? enrolmentId : undefined;
}

async function giveSeat(tx: Tx, { order, seat, now }: { order: LockedOrder; seat: OrderSeat; now: Date }) {
  const { orderId, courseId } = seat;
  const isGroup = order.thing.startsWith("seats:");
  const enrolmentId = isGroup ? undefined : await givePlaceOnce(tx, { order, seat, now });
  if (isGroup) await openGroupForOrder(tx, { order, seat, now });
  const given = isGroup || enrolmentId !== undefined;
  await tx.orderSeat.update({
    where: { orderId_courseId: { orderId, courseId } },
    data: { state: given ? "given" : "released", enrolmentId, changedAt: now },
  });
  return given;
}

async function giveNone(tx: Tx, { order, now }: { order: LockedOrder; now: Date }): Promise<void> {
  await releaseSeats(tx, { order, now });
  await writeEvent(tx, { orderId: order.id, kind: "noSeat", at: now });
  await refundRest(tx, { order, now, cause: "noSeat", share: 1 });
}

async function refundRest(
  tx: Tx,
  { order, now, cause, share }: { order: LockedOrder; now: Date; cause: "noSeat" | "alreadyHeld"; share: number },
): Promise<void> {
  const rest = await refundableAmount(tx, order);
  const amount = share === 1 ? rest : roundToCharge(rest * share, order.currency);
  if (amount > 0) await askRefund(tx, { order, amount, cause, keepsAccess: true, reason: cause, now });
}

/** The right to a certificate; what she has it by already is refunded whole. */
async function giveCertificate(tx: Tx, { order, now }: { order: LockedOrder; now: Date }): Promise<void> {
  const { id: orderId, buyerId: userId } = order;
  const line = await tx.orderLine.findFirst({
    where: { orderId, kind: "certificate" },
    select: { courseId: true },
  });
  if (userId === null || !line?.courseId) return giveNone(tx, { order, now });
  const reason = orderWords(order)("payment:certificate.paidAgain");
  if (await grantCertificateRight(tx, { userId, courseId: line.courseId, orderId, now, reason })) {
    await writeEvent(tx, { orderId, kind: "seatGiven", at: now });
  } else await refundRest(tx, { order, now, cause: "alreadyHeld", share: 1 });
}

/**
 * Gives what a locked, paid order bought, once: the places, the codes of a group, or the right to a certificate. Where a seat cannot be had any
 * more, nothing is given and the whole is refunded; what she has got in another way meanwhile is refunded by its share.
 * All in the caller's transaction, with the fact that it was paid: there is no money without a seat or a refund.
 */
export async function fulfilOrder(tx: Tx, { order, now }: { order: LockedOrder; now: Date }): Promise<void> {
  if (order.settledAt) return;
  await tx.order.update({ where: { id: order.id }, data: { settledAt: now } });
  if (order.thing.startsWith("certificate:")) return giveCertificate(tx, { order, now });
  const complete = order.buyerId !== null && order.seats.length === order.seatCount;
  if (!complete || !(await takeReleased(tx, order.seats))) return giveNone(tx, { order, now });
  let given = 0;
  for (const seat of order.seats) given += (await giveSeat(tx, { order, seat, now })) ? 1 : 0;
  const share = (order.seatCount - given) / order.seatCount;
  if (given > 0) await writeEvent(tx, { orderId: order.id, kind: "seatGiven", at: now });
  if (share > 0) await refundRest(tx, { order, now, cause: "alreadyHeld", share });
}
