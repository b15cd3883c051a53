import { z } from "zod";
import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { StripeEvent } from "#app/platform/db/generated/client.ts";
import { askStripe, openStripe } from "./ask-stripe.server.ts";

type Named = { orderId: string; sessionId?: string };

async function findKnown(db: Db, { orderId, sessionId, intentId }: StripeEvent): Promise<Named | undefined> {
  const names = [
    ...(orderId ? [{ id: orderId }] : []),
    ...(sessionId ? [{ stripeSessionId: sessionId }] : []),
    ...(intentId ? [{ stripePaymentIntentId: intentId }] : []),
  ];
  if (names.length === 0) return undefined;
  const order = await db.order.findFirst({ where: { OR: names, method: "checkout" }, select: { id: true } });
  return order ? { orderId: order.id, sessionId: sessionId ?? undefined } : undefined;
}

/** What names only a payment that we do not know yet is traced to its session, and so to its order. */
async function traceIntent(db: Db, intent: string): Promise<Named | undefined> {
  const { stripe } = openStripe();
  const { data } = await askStripe(() => stripe.checkout.sessions.list({ payment_intent: intent, limit: 1 }));
  const [session] = data;
  const { data: orderId } = z.uuid().safeParse(session?.client_reference_id);
  if (!session || !orderId) return undefined;
  const found = await db.order.findFirst({ where: { id: orderId, method: "checkout" }, select: { id: true } });
  return found ? { orderId, sessionId: session.id } : undefined;
}

/**
 * Acts upon an event that was heard: brings the order it is about to what Stripe says. One that is about nothing of ours
 * changes nothing. Idempotent. For jobs. Throws `stripeAway`.
 */
export async function handleStripeEvent(
  { db, clock }: { db: Db; clock: Clock },
  { eventId }: { eventId: string },
): Promise<void> {
  const event = await db.stripeEvent.findUnique({ where: { id: eventId } });
  if (!event || event.handledAt) return;
  const named = (await findKnown(db, event)) ?? (event.intentId ? await traceIntent(db, event.intentId) : undefined);
  if (named) await syncOrder({ db, clock }, named);
  await db.stripeEvent.update({
    where: { id: eventId },
    data: { handledAt: clock.now(), orderId: named?.orderId ?? event.orderId },
  });
}
