import type { OrderState } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { syncOrder } from "./sync-order.server.ts";

/**
 * Gives up an open order of the actor's: Stripe's page for it is closed, and what it held is free. Returns what became
 * of it, which is `paid` where she had paid after all. Throws 404 where it is not hers, and `stripeAway`.
 */
export async function cancelOrder(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { orderId }: { orderId: string },
): Promise<OrderState> {
  const { count } = await db.order.updateMany({
    where: { id: orderId, buyerId: actor.id, state: "open" },
    data: { cancelAskedAt: clock.now() },
  });
  const own = count > 0 || (await db.order.count({ where: { id: orderId, buyerId: actor.id } })) > 0;
  if (!own) throw notFound();
  return syncOrder({ db, clock }, { orderId });
}
