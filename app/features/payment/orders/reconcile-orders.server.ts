import type Stripe from "stripe";
import { z } from "zod";
import { askStripe, openStripe } from "#app/features/payment/stripe/ask-stripe.server.ts";
import { understandSession } from "#app/features/payment/stripe/read-payment.server.ts";
import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { type Difference, differencesSchema } from "./differences.ts";
import { findBrokenOrders } from "./find-broken-orders.server.ts";
import { isUnpaid } from "./order-state.ts";
import { syncOrder } from "./sync-order.server.ts";

const PAGE = 100;
const expand = ["data.payment_intent"];

/** Stripe's sessions, newest first, back to a moment. */
async function* sessionsSince(stripe: Stripe, from: Date): AsyncGenerator<Stripe.Checkout.Session> {
  let after: string | undefined;
  for (;;) {
    const cursor = after ? { starting_after: after } : {};
    const { data, has_more } = await askStripe(() => stripe.checkout.sessions.list({ limit: PAGE, expand, ...cursor }));
    for (const session of data) {
      if (session.created * 1_000 < from.getTime()) return;
      yield session;
    }
    after = data.at(-1)?.id;
    if (!has_more || !after) return;
  }
}

/** How an order differs from its session, before anything is mended. */
async function compare(db: Db, session: Stripe.Checkout.Session): Promise<Difference | undefined> {
  const there = understandSession(session);
  const id = z.uuid().safeParse(there.orderId).data;
  const order = id ? await db.order.findUnique({ where: { id } }) : null;
  const base = { orderId: order?.id ?? null, sessionId: session.id };
  if (!order) return { ...base, kind: "strangeSession", detail: there.state };
  const unpaid = isUnpaid(order.state);
  if (there.state === "paid" && unpaid) return { ...base, kind: "paidThere", detail: order.state };
  if (there.state !== "paid" && !unpaid) return { ...base, kind: "paidHere", detail: there.state };
  if (there.state === "paid" && there.received !== order.paidAmount) {
    return { ...base, kind: "amount", detail: `${order.paidAmount} ${there.received} ${order.currency}` };
  }
  const endedThere = there.state === "expired" || there.state === "failed";
  const waits = order.state === "open" || order.state === "pending";
  if (endedThere && waits) return { ...base, kind: "ended", detail: `${order.state} ${there.state}` };
  return undefined;
}

/**
 * Compares our orders with Stripe's sessions since a moment, mends what differs by asking Stripe again, and keeps what
 * it found: what agrees is not in the report. Orders that do not fit together by themselves are reported too. On demand
 * by an admin's page, and every night. Throws `stripeAway`.
 */
export async function reconcileOrders(
  { db, clock }: { db: Db; clock: Clock },
  { from }: { from: Date },
): Promise<{ id: string; compared: number; differences: Difference[] }> {
  const { id } = await db.reconciliation.create({ data: { from, startedAt: clock.now() }, select: { id: true } });
  const differences: Difference[] = [];
  let compared = 0;
  const sessions = configuredStripe() ? sessionsSince(openStripe().stripe, from) : [];
  for await (const session of sessions) {
    compared += 1;
    const difference = await compare(db, session);
    if (difference) differences.push(difference);
    if (difference?.orderId) await syncOrder({ db, clock }, { orderId: difference.orderId, sessionId: session.id });
  }
  differences.push(...(await findBrokenOrders(db)));
  await db.reconciliation.update({
    where: { id },
    data: { finishedAt: clock.now(), compared, differences: differencesSchema.parse(differences) },
  });
  return { id, compared, differences };
}
