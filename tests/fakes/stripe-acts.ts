import {
  asCharge,
  asDispute,
  asRefund,
  asSession,
  type FakeRefund,
  type FakeSession,
  newStripeId,
  refundedOf,
  type StripeState,
  seconds,
  tell,
} from "./stripe-state.ts";

function sessionOf(state: StripeState, id: string): FakeSession {
  const session = state.sessions.get(id);
  if (!session) throw new Error(`There is no session ${id}`);
  return session;
}

function intentOf(state: StripeState, id: string | null) {
  const intent = state.intents.get(id ?? "");
  if (!intent) throw new Error(`There is no payment ${id}`);
  return intent;
}

/** The buyer pays on Stripe's page; `delayed` by a method of which the money comes later. False where it is closed. */
export function pay(state: StripeState, sessionId: string, { delayed = false } = {}): boolean {
  const session = sessionOf(state, sessionId);
  if (session.status !== "open") return false;
  const intent = {
    id: newStripeId("pi"),
    amount: session.amount_total,
    amount_received: 0,
    currency: session.currency,
    status: "processing" as const,
    metadata: session.intent_metadata,
    latest_charge: null,
  };
  state.intents.set(intent.id, intent);
  session.status = "complete";
  session.payment_intent = intent.id;
  if (!delayed) receive(state, session);
  tell(state, "checkout.session.completed", asSession(session));
  return true;
}

function receive(state: StripeState, session: FakeSession): void {
  const intent = intentOf(state, session.payment_intent);
  const charge = { id: newStripeId("ch"), payment_intent: intent.id, disputed: false, metadata: intent.metadata };
  state.charges.set(charge.id, charge);
  Object.assign(intent, { status: "succeeded", amount_received: intent.amount, latest_charge: charge.id });
  session.payment_status = "paid";
}

/** The money of a delayed method comes, or does not. */
export function settle(state: StripeState, sessionId: string, { came }: { came: boolean }): void {
  const session = sessionOf(state, sessionId);
  if (session.status !== "complete" || session.payment_status === "paid") return;
  if (came) receive(state, session);
  else intentOf(state, session.payment_intent).status = "requires_payment_method";
  tell(state, `checkout.session.async_payment_${came ? "succeeded" : "failed"}`, asSession(session));
}

/** False where it is not open any more. */
export function expire(state: StripeState, sessionId: string): boolean {
  const session = sessionOf(state, sessionId);
  if (session.status !== "open") return false;
  session.status = "expired";
  tell(state, "checkout.session.expired", asSession(session));
  return true;
}

function tellRefunded(state: StripeState, refund: FakeRefund, type: string): void {
  tell(state, type, asRefund(refund));
  const intent = intentOf(state, refund.payment_intent);
  const charge = state.charges.get(intent.latest_charge ?? "");
  if (charge) tell(state, "charge.refunded", asCharge(state, charge));
}

/** A refund is made: by our request, or in Stripe's own pages; undefined where so much is not left, or a bank has it. */
export function refund(
  state: StripeState,
  { intent: intentId, amount, metadata = {} }: { intent: string; amount: number; metadata?: Record<string, string> },
): FakeRefund | undefined {
  const intent = intentOf(state, intentId);
  // While a bank has the money, and once it kept it, there is nothing to give back.
  const held = [...state.disputes.values()].some((one) => one.payment_intent === intentId && one.status !== "won");
  if (held || intent.status !== "succeeded" || refundedOf(state, intentId) + amount > intent.amount_received)
    return undefined;
  const made: FakeRefund = {
    id: newStripeId("re"),
    payment_intent: intentId,
    amount,
    currency: intent.currency,
    status: state.refundsBegin,
    metadata,
    created: seconds(),
  };
  state.refunds.set(made.id, made);
  tellRefunded(state, made, "refund.created");
  return made;
}

export function settleRefund(state: StripeState, id: string, status: FakeRefund["status"]): void {
  const made = state.refunds.get(id);
  if (!made || made.status === status) return;
  made.status = status;
  tellRefunded(state, made, "refund.updated");
}

/** A bank takes the whole payment back, and decides later. */
export function dispute(state: StripeState, intentId: string): string {
  const intent = intentOf(state, intentId);
  const charge = state.charges.get(intent.latest_charge ?? "");
  if (charge) charge.disputed = true;
  const { amount, currency } = intent;
  const made = { id: newStripeId("du"), payment_intent: intentId, amount, currency, reason: "fraudulent" };
  const open = { ...made, status: "needs_response", created: seconds() };
  state.disputes.set(made.id, open);
  tell(state, "charge.dispute.created", asDispute(open));
  return made.id;
}

export function decideDispute(state: StripeState, id: string, status: "won" | "lost" | "under_review"): void {
  const open = state.disputes.get(id);
  if (!open) throw new Error(`There is no dispute ${id}`);
  open.status = status;
  tell(state, `charge.dispute.${status === "under_review" ? "updated" : "closed"}`, asDispute(open));
}
