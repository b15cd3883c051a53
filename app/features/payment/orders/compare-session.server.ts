import type Stripe from "stripe";
import { z } from "zod";
import { fromStripeAmount } from "#app/features/payment/money/stripe-amount.ts";
import { understandSession } from "#app/features/payment/stripe/read-payment.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Difference } from "./differences.ts";
import { isUnpaid, isWaiting } from "./order-state.ts";

const refundsAtStripe = { stripeRefundId: { not: null }, state: { in: ["pending" as const, "succeeded" as const] } };

const findCompared = (db: Db, id: string) =>
  db.order.findUnique({
    where: { id },
    select: {
      ...{ id: true, state: true, paidAmount: true, currency: true },
      refunds: { where: refundsAtStripe, select: { amount: true } },
      disputes: { take: 1, select: { id: true } },
    },
  });
type Compared = NonNullable<Awaited<ReturnType<typeof findCompared>>>;

type Found = Pick<Difference, "kind" | "detail">;

/** How what Stripe took, gave back and had disputed differs from a paid order. */
function comparePaid(order: Compared, session: Stripe.Checkout.Session, received: number): Found | undefined {
  const { currency, paidAmount } = order;
  if (received !== paidAmount) return { kind: "amount", detail: `${paidAmount} ${received} ${currency}` };
  const intent = typeof session.payment_intent === "object" ? session.payment_intent : null;
  const charge = typeof intent?.latest_charge === "object" ? intent.latest_charge : null;
  if (!charge) return undefined;
  const here = order.refunds.reduce((sum, { amount }) => sum + amount, 0);
  const there = fromStripeAmount(charge.amount_refunded, currency);
  if (here !== there) return { kind: "refunds", detail: `${here} ${there} ${currency}` };
  return charge.disputed && order.disputes.length === 0 ? { kind: "dispute", detail: "opened" } : undefined;
}

function compareOrder(order: Compared, session: Stripe.Checkout.Session): Found | undefined {
  const there = understandSession(session);
  const unpaid = isUnpaid(order.state);
  if (there.state === "paid" && unpaid) return { kind: "paidThere", detail: order.state };
  if (there.state !== "paid" && !unpaid) return { kind: "paidHere", detail: there.state };
  if (there.state === "paid") return comparePaid(order, session, there.received);
  const endedThere = there.state === "expired" || there.state === "failed";
  return endedThere && isWaiting(order.state) ? { kind: "ended", detail: `${order.state} ${there.state}` } : undefined;
}

/** How an order differs from its session at Stripe, with its payment and charge; undefined where they agree. */
export async function compareSession(db: Db, session: Stripe.Checkout.Session): Promise<Difference | undefined> {
  const id = z.uuid().safeParse(session.client_reference_id).data;
  const order = id ? await findCompared(db, id) : null;
  const base = { orderId: order?.id ?? null, sessionId: session.id, mended: false };
  if (!order) return { ...base, kind: "strangeSession", detail: understandSession(session).state };
  const found = compareOrder(order, session);
  return found && { ...base, ...found };
}
