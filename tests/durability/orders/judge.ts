import { expect } from "vitest";
import type { Db } from "#app/platform/db/client.server.ts";
import type { StripeState } from "#tests/fakes/stripe-state.ts";
import { refundedOf } from "#tests/fakes/stripe-state.ts";

type Judged = Awaited<ReturnType<typeof readOrders>>[number];

const readOrders = (db: Db) =>
  db.order.findMany({ include: { seats: true, refunds: true, groups: true, couponUse: true, transfers: true } });

const onItsWay = ({ refunds }: Judged) =>
  refunds
    .filter(({ state }) => state === "asked" || state === "pending" || state === "succeeded")
    .reduce((sum, { amount }) => sum + amount, 0);

/** What Stripe received and gave back is what stands in the order. */
function judgeMoney(order: Judged, state: StripeState): void {
  if (order.method === "transfer") return;
  const session = order.stripeSessionId ? state.sessions.get(order.stripeSessionId) : undefined;
  const came = session?.payment_status === "paid" ? session.amount_total : 0;
  expect(order.paidAmount, order.id).toBe(came);
  const back = session?.payment_intent ? refundedOf(state, session.payment_intent) : 0;
  expect(order.refundedAmount, order.id).toBe(back);
}

/** Paid: all its seats, or the rest on its way back. Not paid: none. */
function judgeSeats(order: Judged): void {
  const given = order.seats.filter(({ state }) => state === "given" || state === "revoked").length;
  // What came by a bank and was recorded waits for its approval, however long that takes.
  const undecided = order.state === "open" && order.transfers.some(({ rejectedAt }) => rejectedAt === null);
  expect(order.seats.some(({ state }) => state === "held") && !undecided, order.id).toBe(false);
  if (order.paidAt === null) {
    expect([order.id, given, order.groups.length]).toEqual([order.id, 0, 0]);
    return;
  }
  if (given < order.seatCount && order.paidAmount > 0 && order.lostAmount === 0) {
    const least = given === 0 ? order.paidAmount : 1;
    expect(onItsWay(order), order.id).toBeGreaterThanOrEqual(least);
  }
  if (order.thing.startsWith("seats:")) expect(order.groups, order.id).toHaveLength(given);
  expect(order.couponUse?.releasedAt ?? null, order.id).toBeNull();
}

const none = async (rows: Promise<unknown[]>) => expect(await rows).toEqual([]);

/** What must hold in the end of every order, of the seats of every course, and of what Stripe did. */
export async function judge(db: Db, state: StripeState): Promise<void> {
  for (const order of await readOrders(db)) {
    judgeMoney(order, state);
    judgeSeats(order);
  }
  // One session of an order, and one refund at Stripe of a refund here, however often they were asked for.
  const sessions = [...state.sessions.values()].map((session) => session.client_reference_id);
  expect(new Set(sessions).size).toBe(sessions.length);
  const ours = [...state.refunds.values()].flatMap(({ metadata }) => metadata.refund ?? []);
  expect(new Set(ours).size).toBe(ours.length);
  // Charged once for a thing, however often it was tried, unless the rest went back.
  await none(db.$queryRaw`SELECT o."buyerId" FROM "Order" o JOIN "OrderSeat" s ON s."orderId" = o."id"
    WHERE s."state" = 'given' AND o."thing" NOT LIKE 'seats:%' GROUP BY o."buyerId", s."courseId" HAVING count(*) > 1`);
  await none(db.$queryRaw`
    SELECT c."id", c."seatsTaken" FROM "Course" c WHERE c."seatsTaken" <> (
      (SELECT count(*) FROM "Enrolment" e WHERE e."courseId" = c."id" AND e."state" <> 'withdrawn')
      + (SELECT coalesce(sum(g."seats" - g."seatsUsed"), 0) FROM "AccessGroup" g
          WHERE g."courseId" = c."id" AND g."closedAt" IS NULL)
      + (SELECT coalesce(sum(s."quantity"), 0) FROM "OrderSeat" s WHERE s."courseId" = c."id" AND s."state" = 'held'))`);
  await none(db.$queryRaw`SELECT g."id" FROM "AccessGroup" g WHERE g."seatsUsed" <> (
      SELECT count(*) FROM "AccessCode" a WHERE a."groupId" = g."id" AND a."usedAt" IS NOT NULL)`);
  await none(db.$queryRaw`
    SELECT e."id" FROM "Enrolment" e WHERE e."state" = 'active' AND NOT EXISTS (
      SELECT 1 FROM "OrderSeat" s JOIN "Order" o ON o."id" = s."orderId"
      WHERE s."enrolmentId" = e."id" AND s."state" = 'given' AND o."paidAt" IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "AccessCode" a WHERE a."enrolmentId" = e."id")`);
  await none(db.$queryRaw`SELECT k."id" FROM "Coupon" k WHERE k."uses" <> (
      SELECT count(*) FROM "CouponUse" u WHERE u."couponId" = k."id" AND u."releasedAt" IS NULL)`);
}
