import { randomBytes } from "node:crypto";

export type FakeSession = {
  id: string;
  status: "open" | "complete" | "expired";
  payment_status: "paid" | "unpaid";
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  customer_email: string | null;
  metadata: Record<string, string>;
  payment_intent: string | null;
  intent_metadata: Record<string, string>;
  success_url: string;
  cancel_url: string;
  created: number;
  expires_at: number;
};

export type FakeIntent = {
  id: string;
  amount: number;
  amount_received: number;
  currency: string;
  status: "processing" | "succeeded" | "requires_payment_method";
  metadata: Record<string, string>;
  latest_charge: string | null;
};

export type FakeCharge = { id: string; payment_intent: string; disputed: boolean; metadata: Record<string, string> };

export type FakeRefund = {
  id: string;
  payment_intent: string;
  amount: number;
  currency: string;
  status: "pending" | "succeeded" | "failed" | "canceled";
  metadata: Record<string, string>;
  created: number;
};

export type FakeDispute = {
  id: string;
  payment_intent: string;
  amount: number;
  currency: string;
  reason: string;
  status: string;
  created: number;
};

export type FakeEvent = { id: string; type: string; object: Record<string, unknown> };

/** What Stripe remembers, by id; what was made last stands last. */
export type StripeState = {
  sessions: Map<string, FakeSession>;
  intents: Map<string, FakeIntent>;
  charges: Map<string, FakeCharge>;
  refunds: Map<string, FakeRefund>;
  disputes: Map<string, FakeDispute>;
  /** What was answered to a key, and to what. */
  keys: Map<string, { request: string; status: number; body: string }>;
  /** What happened and is to be told, in order; tests take it from here. */
  events: FakeEvent[];
  /** How a refund that is asked for begins. */
  refundsBegin: FakeRefund["status"];
};

export function newStripeState(): StripeState {
  const maps = { sessions: new Map(), intents: new Map(), charges: new Map(), refunds: new Map(), disputes: new Map() };
  return { ...maps, keys: new Map(), events: [], refundsBegin: "succeeded" };
}

/** An id that looks like one of Stripe. */
export const newStripeId = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`;

export const seconds = () => Math.floor(Date.now() / 1_000);

/** The refunds of a payment that were not in vain, in Stripe's minor units. */
export function refundedOf(state: StripeState, intent: string): number {
  return [...state.refunds.values()]
    .filter(
      ({ payment_intent, status }) => payment_intent === intent && (status === "pending" || status === "succeeded"),
    )
    .reduce((sum, { amount }) => sum + amount, 0);
}

export function tell(state: StripeState, type: string, object: object): void {
  state.events.push({ id: newStripeId("evt"), type, object: { ...object } });
}

export const asSession = ({ intent_metadata: _, ...session }: FakeSession) => ({
  object: "checkout.session",
  ...session,
});
export const asRefund = (refund: FakeRefund) => ({ object: "refund", ...refund });
export const asDispute = (dispute: FakeDispute) => ({
  object: "dispute",
  ...dispute,
  evidence_details: { due_by: dispute.created + 7 * 86_400, has_evidence: false, past_due: false, submission_count: 0 },
});

export function asCharge(state: StripeState, charge: FakeCharge) {
  const intent = state.intents.get(charge.payment_intent);
  return {
    object: "charge",
    ...charge,
    amount: intent?.amount ?? 0,
    amount_refunded: refundedOf(state, charge.payment_intent),
    receipt_url: `https://pay.stripe.example/receipts/${charge.id}`,
  };
}

export function asIntent(state: StripeState, intent: FakeIntent, { expanded }: { expanded: boolean }) {
  const charge = intent.latest_charge ? state.charges.get(intent.latest_charge) : undefined;
  const latest = charge && expanded ? asCharge(state, charge) : intent.latest_charge;
  return { object: "payment_intent", ...intent, latest_charge: latest };
}
