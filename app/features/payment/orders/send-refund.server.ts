import Stripe from "stripe";
import { toStripeAmount } from "#app/features/payment/money/stripe-amount.ts";
import { askStripe, isFinal, openStripe } from "#app/features/payment/stripe/ask-stripe.server.ts";
import { readRefunds } from "#app/features/payment/stripe/read-payment.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { settleState } from "./apply-payment.server.ts";
import { lockOrder } from "./lock-order.server.ts";
import { syncOrder } from "./sync-order.server.ts";
import { writeEvent } from "./write-event.server.ts";

type RefundContext = { db: Db; clock: Clock };

const findRefund = (db: Db, id: string) => db.orderRefund.findUnique({ where: { id }, include: { order: true } });
type Refund = NonNullable<Awaited<ReturnType<typeof findRefund>>>;

/** Stripe forgets a key after a day; for so long, in milliseconds, it may be sent again. */
const KEY_MS = 20 * 60 * 60_000;

/** Whether Stripe did what was asked for so long ago that it would do it once more. */
async function isDone({ clock }: Pick<RefundContext, "clock">, { id, askedAt, order }: Refund): Promise<boolean> {
  if (clock.now().getTime() - askedAt.getTime() < KEY_MS || !order.stripePaymentIntentId) return false;
  const there = await readRefunds(openStripe().stripe, order.stripePaymentIntentId);
  return there.some(({ ours }) => ours === id);
}

async function createAtStripe({ id, amount, tries, order }: Refund): Promise<void> {
  const { stripe } = openStripe();
  const params = {
    payment_intent: order.stripePaymentIntentId ?? "",
    amount: toStripeAmount(amount, order.currency),
    reason: "requested_by_customer" as const,
    metadata: { order: order.id, refund: id },
  };
  // As long as nobody knows what became of a try, the same key is sent: Stripe does it once.
  await askStripe(() => stripe.refunds.create(params, { idempotencyKey: `refund-${id}-${tries}` }));
}

/** Stripe will never do it: what was asked is over, and an admin sees why. */
async function giveUp({ db, clock }: RefundContext, refund: Refund, why: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockOrder(tx, refund.orderId);
    const now = clock.now();
    const { count } = await tx.orderRefund.updateMany({
      where: { id: refund.id, state: "asked", stripeRefundId: null },
      data: { state: "failed", endedAt: now },
    });
    if (count === 0) return;
    const key = `refund:${refund.id}:failed`;
    const detail = { refund: refund.id, amount: refund.amount, why };
    await writeEvent(tx, { orderId: refund.orderId, kind: "refundFailed", key, at: now, detail });
    await settleState(tx, refund.orderId);
  });
}

/**
 * Sends a refund that was asked for to Stripe, once however often it is called, and brings the order to what Stripe
 * makes of it. For jobs. Throws `stripeAway` to be called again.
 */
export async function sendRefund(ctx: RefundContext, { refundId }: { refundId: string }): Promise<void> {
  const refund = await findRefund(ctx.db, refundId);
  if (!refund || refund.byHand) return;
  if (refund.state !== "asked" || refund.stripeRefundId !== null) {
    await syncOrder(ctx, { orderId: refund.orderId });
    return;
  }
  try {
    if (!(await isDone(ctx, refund))) await createAtStripe(refund);
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    if (isFinal(cause) && isFault(cause)) {
      await ctx.db.orderRefund.updateMany({
        where: { id: refundId, tries: refund.tries },
        data: { tries: { increment: 1 } },
      });
      throw error;
    }
    if (!(cause instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    await giveUp(ctx, refund, cause.code ?? cause.type);
  }
  await syncOrder(ctx, { orderId: refund.orderId });
}

/** An answer of 500 that Stripe repeats for this key says that nothing was done under it, and never will be. */
function isFault(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && (error.statusCode ?? 0) >= 500;
}
