import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decisionRefused } from "./scholarship-errors.ts";

/**
 * Ends an order of a learner's for a course that nobody paid yet, at Stripe too: it stands at the price without the
 * scholarship. Throws `payingNow` where money is on its way, and `stripeAway`.
 */
export async function endOpenOrder(
  { db, clock }: Pick<PersonContext, "db" | "clock">,
  { userId, courseId }: { userId: string; courseId: string },
): Promise<void> {
  const waiting = {
    buyerId: userId,
    thing: `course:${courseId}`,
    state: { in: ["open" as const, "pending" as const] },
  };
  const order = await db.order.findFirst({
    where: waiting,
    select: { id: true, state: true, _count: { select: { transfers: { where: { rejectedAt: null } } } } },
  });
  if (!order) return;
  if (order.state === "pending" || order._count.transfers > 0) throw decisionRefused("payingNow");
  await db.order.updateMany({ where: { id: order.id, state: "open" }, data: { cancelAskedAt: clock.now() } });
  const state = await syncOrder({ db, clock }, { orderId: order.id }).catch((error: unknown) => {
    if (error instanceof ExpectedError && error.status === 503) throw decisionRefused("stripeAway");
    throw error;
  });
  if (state !== "cancelled" && state !== "expired" && state !== "failed") throw decisionRefused("payingNow");
}
