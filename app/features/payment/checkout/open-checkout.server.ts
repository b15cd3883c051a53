import Stripe from "stripe";
import { lockOrder } from "#app/features/payment/orders/lock-order.server.ts";
import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import { writeEvent } from "#app/features/payment/orders/write-event.server.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { askStripe, isFinal, openStripe } from "#app/features/payment/stripe/ask-stripe.server.ts";
import { checkoutParams } from "#app/features/payment/stripe/checkout-params.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale, isLocale, pickTranslated } from "#app/platform/i18n/locales.ts";

type CheckoutContext = { db: Db; clock: Clock };

async function readOrder(db: Db, orderId: string) {
  const order = await db.order.findUnique({
    where: { id: orderId },
    include: { lines: { orderBy: { position: "asc" } } },
  });
  if (!order) throw notFound();
  const locale = isLocale(order.locale) ? order.locale : defaultLocale;
  const lines = order.lines.map(({ titles, quantity, amount }) => {
    const { text } = pickTranslated(translatedSchema.parse(titles), locale);
    return { title: quantity > 1 ? `${text} × ${quantity}` : text, quantity, amount };
  });
  return { ...order, lines };
}

/** Ends an order of which nothing can come at Stripe; the buyer starts anew with another. */
async function giveUp(ctx: CheckoutContext, orderId: string): Promise<void> {
  await ctx.db.order.updateMany({ where: { id: orderId, state: "open" }, data: { cancelAskedAt: ctx.clock.now() } });
  await syncOrder(ctx, { orderId });
}

async function createSession(ctx: CheckoutContext, order: Awaited<ReturnType<typeof readOrder>>) {
  const { stripe, config } = openStripe();
  const params = checkoutParams({ ...order, tax: config.tax });
  try {
    // The key is the order's: however often it is asked for, there is one session, and nobody pays twice.
    return await askStripe(() => stripe.checkout.sessions.create(params, { idempotencyKey: `order-${order.id}` }));
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    // Stripe says the same of this key for ever, and never gave out an address at which somebody might pay.
    const never =
      cause instanceof Stripe.errors.StripeInvalidRequestError ||
      // What is said of an order changed since it was first asked, as by a setting: another order says it anew.
      cause instanceof Stripe.errors.StripeIdempotencyError ||
      isFinal(cause);
    if (never) await giveUp(ctx, order.id);
    if (cause instanceof Stripe.errors.StripeError && cause.code === "amount_too_small") {
      throw paymentRefused("belowMinimum");
    }
    throw error;
  }
}

/**
 * Opens Stripe's page for an open order, or finds the one that is open, and returns its address. No connection of the
 * database waits meanwhile. Throws `stripeAway`, upon which the same order may be tried again; `belowMinimum` where
 * Stripe takes no such small amount; and `busy` where the order ended meanwhile.
 */
export async function openCheckout(ctx: CheckoutContext, { orderId }: { orderId: string }): Promise<string> {
  const order = await readOrder(ctx.db, orderId);
  if (order.checkoutUrl) return order.checkoutUrl;
  const session = await createSession(ctx, order);
  const { url } = session;
  const open = await inTransaction(ctx.db, async (tx) => {
    const locked = await lockOrder(tx, orderId);
    if (locked.stripeSessionId !== null) return locked.state === "open";
    await tx.order.update({ where: { id: orderId }, data: { stripeSessionId: session.id, checkoutUrl: url } });
    await writeEvent(tx, { orderId, kind: "checkoutOpened", at: ctx.clock.now() });
    return locked.state === "open";
  });
  if (open && url) return url;
  // It ended while Stripe was asked: what was opened is closed again.
  await giveUp(ctx, orderId);
  throw paymentRefused("busy");
}
