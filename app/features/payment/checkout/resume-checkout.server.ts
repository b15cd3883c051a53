import { cancelOrder } from "#app/features/payment/orders/cancel-order.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openCheckout } from "./open-checkout.server.ts";
import { canStillOpen } from "./order-time.ts";

/**
 * The address at which an open order of the actor's is paid, also where Stripe did not answer when it was placed; null
 * where too little of its time is left for that: it is ended then, and she may buy anew. Throws 404 where there is no
 * such order of hers, and as `openCheckout`.
 */
export async function resumeCheckout(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { number }: { number: number },
): Promise<string | null> {
  const order = await ctx.db.order.findFirst({
    where: { number, buyerId: ctx.actor.id, method: "checkout", state: "open" },
    select: { id: true, checkoutUrl: true, expiresAt: true },
  });
  if (!order) throw notFound();
  const now = ctx.clock.now();
  if (order.checkoutUrl ? now < order.expiresAt : canStillOpen(order.expiresAt, now)) {
    return openCheckout(ctx, { orderId: order.id });
  }
  await cancelOrder(ctx, { orderId: order.id });
  return null;
}
