import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { OrderState } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { lockOrder } from "./lock-order.server.ts";
import { syncOrder } from "./sync-order.server.ts";

/**
 * Gives up somebody's open order, as she could herself: its page at Stripe is closed, and what it held is free. Returns
 * what became of it, which is `paid` where she had paid after all. For admins: throws 404 to others; `notWaiting` for
 * one that is not open, `transferWaits` while money that was recorded for it is not decided, and `stripeAway`, upon
 * which it is ended later by itself.
 */
export async function endOrder(
  { db, actor, clock, requestId }: PersonContext,
  { orderId, reason }: { orderId: string; reason: string },
): Promise<OrderState> {
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order.state !== "open") throw paymentRefused("notWaiting");
    const waits = await tx.transfer.count({ where: { orderId, approvedAt: null, rejectedAt: null } });
    if (waits > 0) throw paymentRefused("transferWaits");
    await tx.order.update({ where: { id: orderId }, data: { cancelAskedAt: clock.now() } });
    const act = { action: "order.cancel", subjectType: "order", subjectId: orderId, reason };
    await writeAuditEntry(tx, { actor, requestId }, act);
  });
  return syncOrder({ db, clock }, { orderId });
}

/** Makes any order what Stripe says it is now. For admins: throws 404 to others, and `stripeAway`. */
export async function syncAnyOrder(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { orderId }: { orderId: string },
): Promise<OrderState> {
  if (!isAdmin(actor)) throw notFound();
  return syncOrder({ db, clock }, { orderId });
}
