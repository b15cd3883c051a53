import { expire, refund } from "./stripe-acts.ts";
import {
  asDispute,
  asIntent,
  asRefund,
  asSession,
  type FakeSession,
  newStripeId,
  type StripeState,
  seconds,
} from "./stripe-state.ts";

export type StripeQuestion = {
  method: string;
  path: string;
  params: URLSearchParams;
  state: StripeState;
  origin: string;
};
export type StripeAnswer = { status: number; body: unknown };

/** Half an hour and a day, as Stripe has it; a few seconds less for the way. */
const LEAST = 30 * 60 - 5;
const MOST = 24 * 60 * 60;
/** Of every currency: what Stripe takes at the least. */
const SMALLEST = 50;

const refuse = (status: number, code: string, message: string): StripeAnswer => ({
  status,
  body: { error: { type: "invalid_request_error", code, message } },
});
const missing = (id: string) => refuse(404, "resource_missing", `No such object: '${id}'`);

/** Parameters below a name: metadata[order]=… */
function below(params: URLSearchParams, name: string): Record<string, string> {
  const entries = [...params].flatMap(([key, value]) => {
    const inner = key.startsWith(`${name}[`) ? key.slice(name.length + 1, -1) : undefined;
    return inner && !inner.includes("[") ? [[inner, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

const expanded = (params: URLSearchParams) =>
  [...params].flatMap(([key, value]) => (key.startsWith("expand") ? [value] : []));

function showSession({ state, origin }: StripeQuestion, session: FakeSession, wanted: string[]) {
  const intent = state.intents.get(session.payment_intent ?? "");
  const shown = wanted.some((path) => path.startsWith("payment_intent"));
  const withCharge = wanted.includes("payment_intent.latest_charge");
  return {
    ...asSession(session),
    url: session.status === "open" ? `${origin}/pay/${session.id}` : null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    payment_intent: intent && shown ? asIntent(state, intent, { expanded: withCharge }) : session.payment_intent,
  };
}

function createSession(question: StripeQuestion): StripeAnswer {
  const { params, state } = question;
  const expires = Number(params.get("expires_at"));
  const now = seconds();
  if (expires < now + LEAST || expires > now + MOST)
    return refuse(400, "parameter_invalid", "expires_at is out of range");
  const unit = Number(params.get("line_items[0][price_data][unit_amount]"));
  const total = unit * Number(params.get("line_items[0][quantity]"));
  if (total < SMALLEST) return refuse(400, "amount_too_small", "The total amount due is too small");
  const session: FakeSession = {
    id: newStripeId("cs_test"),
    status: "open",
    payment_status: "unpaid",
    amount_total: total,
    currency: params.get("line_items[0][price_data][currency]") ?? "",
    client_reference_id: params.get("client_reference_id"),
    customer_email: params.get("customer_email"),
    metadata: below(params, "metadata"),
    intent_metadata: below(params, "payment_intent_data[metadata]"),
    payment_intent: null,
    success_url: params.get("success_url") ?? "",
    cancel_url: params.get("cancel_url") ?? "",
    created: now,
    expires_at: expires,
  };
  state.sessions.set(session.id, session);
  return { status: 200, body: showSession(question, session, []) };
}

function listSessions(question: StripeQuestion): StripeAnswer {
  const { params, state } = question;
  const intent = params.get("payment_intent");
  const all = [...state.sessions.values()].reverse().filter((one) => !intent || one.payment_intent === intent);
  const after = params.get("starting_after");
  const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
  const limit = Number(params.get("limit") ?? 10);
  const wanted = expanded(params).map((path) => path.replace(/^data\./, ""));
  const data = all.slice(from, from + limit).map((session) => showSession(question, session, wanted));
  return { status: 200, body: { object: "list", url: question.path, data, has_more: from + limit < all.length } };
}

function answerSessions(question: StripeQuestion, [id, act]: string[]): StripeAnswer {
  const { method, params, state } = question;
  if (!id) return method === "POST" ? createSession(question) : listSessions(question);
  const session = state.sessions.get(id);
  if (!session) return missing(id);
  if (act === "expire" && !expire(state, id)) {
    return refuse(400, "status_transition_invalid", "Only Checkout Sessions with a status in ['open'] can be expired");
  }
  return { status: 200, body: showSession(question, session, expanded(params)) };
}

function answerRefunds({ method, path, params, state }: StripeQuestion): StripeAnswer {
  const intent = params.get("payment_intent") ?? "";
  if (method === "GET") {
    const data = [...state.refunds.values()].filter(({ payment_intent }) => payment_intent === intent).map(asRefund);
    return { status: 200, body: { object: "list", url: path, data: data.reverse(), has_more: false } };
  }
  if (!state.intents.has(intent)) return missing(intent);
  const made = refund(state, { intent, amount: Number(params.get("amount")), metadata: below(params, "metadata") });
  return made ? { status: 200, body: asRefund(made) } : refuse(400, "charge_already_refunded", "More than is left");
}

/** Answers as Stripe's API would, from what was asked of it before. */
export function answerStripe(question: StripeQuestion): StripeAnswer {
  const [, noun, ...rest] = question.path.split("/").slice(1);
  if (noun === "checkout") return answerSessions(question, rest.slice(1));
  if (noun === "refunds") return answerRefunds(question);
  if (noun !== "disputes") return missing(question.path);
  const intent = question.params.get("payment_intent");
  const data = [...question.state.disputes.values()].filter(({ payment_intent }) => payment_intent === intent);
  return { status: 200, body: { object: "list", url: question.path, data: data.map(asDispute), has_more: false } };
}
