import type Stripe from "stripe";
import { fromStripeAmount } from "#app/features/payment/money/stripe-amount.ts";
import type { RefundState } from "#app/platform/db/generated/enums.ts";
import { askStripe } from "./ask-stripe.server.ts";

/** What Stripe says of an order, in our words; amounts in minor units by ISO 4217. */
export type StripePayment = {
  sessionId: string;
  orderId: string | null;
  url: string | null;
  /** `processing`: she did her part and the money takes days. `failed`: it did not come, and will not by this session. */
  state: "open" | "expired" | "processing" | "paid" | "failed";
  currency: string;
  /** What came. */
  received: number;
  tax: number;
  intentId: string | null;
  receiptUrl: string | null;
  /** Undefined where none were asked for, since there cannot be any. */
  refunds?: StripeRefund[];
  disputes?: StripeDispute[];
};

export type StripeRefund = { id: string; ours: string | null; amount: number; state: RefundState };
export type StripeDispute = {
  id: string;
  amount: number;
  reason: string;
  status: string;
  dueAt: Date | null;
  openedAt: Date;
};

const expand = ["payment_intent.latest_charge"];
/** More refunds or disputes of one payment than anybody makes. */
const MOST = 100;

const intentOf = ({ payment_intent: intent }: Stripe.Checkout.Session) => (typeof intent === "object" ? intent : null);

function chargeOf(intent: Stripe.PaymentIntent | null): Stripe.Charge | null {
  const charge = intent?.latest_charge;
  return typeof charge === "object" ? charge : null;
}

function stateOf(session: Stripe.Checkout.Session): StripePayment["state"] {
  if (session.status === "expired") return "expired";
  if (session.status !== "complete") return "open";
  if (session.payment_status !== "unpaid") return "paid";
  const intent = intentOf(session)?.status;
  return intent === "requires_payment_method" || intent === "canceled" ? "failed" : "processing";
}

const refundStates: Record<string, RefundState> = {
  pending: "pending",
  requires_action: "pending",
  succeeded: "succeeded",
  failed: "failed",
  canceled: "cancelled",
};

/** The refunds of a payment at Stripe, the newest first. Throws `stripeAway`. */
export async function readRefunds(stripe: Stripe, intent: string): Promise<StripeRefund[]> {
  const { data } = await askStripe(() => stripe.refunds.list({ payment_intent: intent, limit: MOST }));
  return data.map(({ id, amount, currency, status, metadata }) => ({
    id,
    ours: metadata?.refund ?? null,
    amount: fromStripeAmount(amount, currency),
    state: refundStates[status ?? "pending"] ?? "pending",
  }));
}

async function readDisputes(stripe: Stripe, intent: string): Promise<StripeDispute[]> {
  const { data } = await askStripe(() => stripe.disputes.list({ payment_intent: intent, limit: MOST }));
  return data.map(({ id, amount, currency, reason, status, created, evidence_details: evidence }) => ({
    id,
    amount: fromStripeAmount(amount, currency),
    reason,
    status,
    dueAt: evidence.due_by ? new Date(evidence.due_by * 1_000) : null,
    openedAt: new Date(created * 1_000),
  }));
}

/** A session as we understand it; refunds and disputes are not in it. */
export function understandSession(session: Stripe.Checkout.Session): StripePayment {
  const currency = (session.currency ?? "").toUpperCase();
  const state = stateOf(session);
  const intent = intentOf(session);
  const amount = (minor: number | null | undefined) => (minor ? fromStripeAmount(minor, currency) : 0);
  return {
    sessionId: session.id,
    orderId: session.client_reference_id,
    url: session.url,
    state,
    currency,
    received: state === "paid" ? amount(intent?.amount_received ?? session.amount_total) : 0,
    tax: amount(session.total_details?.amount_tax),
    intentId: intent?.id ?? (typeof session.payment_intent === "string" ? session.payment_intent : null),
    receiptUrl: chargeOf(intent)?.receipt_url ?? null,
  };
}

/**
 * Asks Stripe how a session, its payment, refunds and disputes stand: one question, and one more for each of the last
 * two where there may be any (`refunds`: we know of some). Throws `stripeAway`.
 */
export async function readPayment(
  stripe: Stripe,
  { sessionId, refunds }: { sessionId: string; refunds: boolean },
): Promise<StripePayment> {
  const session = await askStripe(() => stripe.checkout.sessions.retrieve(sessionId, { expand }));
  const payment = understandSession(session);
  const charge = chargeOf(intentOf(session));
  if (!payment.intentId || !charge) return payment;
  const refunded = refunds || charge.amount_refunded > 0;
  return {
    ...payment,
    ...(refunded ? { refunds: await readRefunds(stripe, payment.intentId) } : {}),
    ...(charge.disputed ? { disputes: await readDisputes(stripe, payment.intentId) } : {}),
  };
}
