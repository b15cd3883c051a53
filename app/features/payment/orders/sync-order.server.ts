import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { askStripe, openStripe } from "#app/features/payment/stripe/ask-stripe.server.ts";
import { readPayment, type StripePayment } from "#app/features/payment/stripe/read-payment.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Order } from "#app/platform/db/generated/client.ts";
import type { OrderState } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { applyPayment } from "./apply-payment.server.ts";
import { lockOrder } from "./lock-order.server.ts";
import { isWaiting } from "./order-state.ts";
import { endUnpaid } from "./release-order.server.ts";
import { writeEvent } from "./write-event.server.ts";

type SyncContext = { db: Db; clock: Clock };

/** Others may apply what they heard of the same order meanwhile; so often it is asked again. */
const ROUNDS = 8;

const isOver = (order: Pick<Order, "cancelAskedAt" | "expiresAt">, now: Date) =>
  order.cancelAskedAt !== null || now >= order.expiresAt;

/**
 * Makes an order what it is: at Stripe, where it is paid there, or by the clock. Whoever hears of a change calls this:
 * the webhook, the page that the buyer comes back to, the clock, the comparison at night. All end in the same state.
 * `sessionId` is a session that is said to be the order's, for one that never came to know its own. A session whose time
 * is over, or that its buyer gave up, is closed at Stripe first. Throws 404, and `stripeAway` (503).
 */
export async function syncOrder(
  { db, clock }: SyncContext,
  { orderId, sessionId }: { orderId: string; sessionId?: string },
): Promise<OrderState> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = await db.order.findUnique({
      where: { id: orderId },
      include: { _count: { select: { refunds: true } } },
    });
    if (!order) throw notFound();
    const session = order.stripeSessionId ?? sessionId;
    if (order.method !== "checkout" || !session) return endByClock({ db, clock }, { orderId });
    const payment = await readOrClose({ order, session, over: isOver(order, clock.now()) });
    if (payment.orderId !== orderId) throw new Error(`Session ${session} is not of order ${orderId}`);
    const state = await applyPayment({ db, clock }, { orderId, syncs: order.syncs, payment });
    if (state) return state;
  }
  throw paymentRefused("busy");
}

async function readOrClose({
  order,
  session,
  over,
}: {
  order: Order & { _count: { refunds: number } };
  session: string;
  over: boolean;
}): Promise<StripePayment> {
  const { stripe } = openStripe();
  const read = () => readPayment(stripe, { sessionId: session, refunds: order._count.refunds > 0 });
  const payment = await read();
  if (payment.state !== "open" || !over) return payment;
  // Refused where she paid in this very moment: what it is then is read.
  await askStripe(() => stripe.checkout.sessions.expire(session)).catch((error: unknown) => {
    if (!(error instanceof Error && "statusCode" in error && error.statusCode === 400)) throw error;
  });
  return read();
}

/** An order of which Stripe knows nothing ends when its time is over, or its buyer gave it up. */
async function endByClock({ db, clock }: SyncContext, { orderId }: { orderId: string }): Promise<OrderState> {
  return inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    const now = clock.now();
    // Its session may have become known in this very moment.
    if (!isWaiting(order.state) || order.stripeSessionId || !isOver(order, now)) return order.state;
    // What was received and waits for its approval is not let go by the clock.
    const received = await tx.transfer.count({ where: { orderId, rejectedAt: null } });
    if (received > 0 && !order.cancelAskedAt) return order.state;
    const state = order.cancelAskedAt ? "cancelled" : "expired";
    await endUnpaid(tx, { order, state, now });
    await writeEvent(tx, { orderId, kind: state, at: now });
    return state;
  });
}
