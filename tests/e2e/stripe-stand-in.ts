import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type AskedOfStripe, type FakeStripe, type StripeMood, signedEvent, startStripe } from "#tests/fakes/stripe.ts";
import { decideDispute, dispute, expire, refund, settle } from "#tests/fakes/stripe-acts.ts";
import { answerPayPage } from "#tests/fakes/stripe-pages.ts";
import type { FakeEvent, FakeSession, StripeState } from "#tests/fakes/stripe-state.ts";
import { type StripeWish, stripeWishSchema } from "./stripe-wish.ts";

/** How often it looks whether there is news to tell, in milliseconds. */
const BEAT_MS = 50;
/** So often an event is told again to an academy that does not take it. */
const TRIES = 20;

/** The newest session of a buyer: journeys have a buyer each, so that none meets the mood that another one made. */
function newestOf(state: StripeState, email: string): FakeSession {
  const session = [...state.sessions.values()].findLast(({ customer_email }) => customer_email === email);
  if (!session) throw new Error(`${email} has no session`);
  return session;
}

const buyerOfIntent = (state: StripeState, intent: unknown) =>
  [...state.sessions.values()].find(({ payment_intent }) => payment_intent !== null && payment_intent === intent)
    ?.customer_email;

function buyerOfQuestion(state: StripeState, { path, params }: AskedOfStripe) {
  const [, id = ""] = /^\/v1\/checkout\/sessions\/(\w+)/.exec(path) ?? [];
  return (
    params.get("customer_email") ??
    state.sessions.get(id)?.customer_email ??
    buyerOfIntent(state, params.get("payment_intent"))
  );
}

const buyerOfEvent = (state: StripeState, { object }: FakeEvent) =>
  object.customer_email ?? buyerOfIntent(state, object.payment_intent);

async function tellAcademy(academy: string, event: FakeEvent): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { body, headers } = signedEvent(event);
    const answer = await fetch(`${academy}/webhooks/stripe`, { method: "POST", body, headers }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(BEAT_MS * 4);
  }
}

type Stage = { state: StripeState; moods: Map<string, StripeMood>; mute: Set<string> };

function act({ state, moods, mute }: Stage, wish: StripeWish): void {
  const { email } = wish;
  if (wish.do === "mood") return void (wish.mood ? moods.set(email, wish.mood) : moods.delete(email));
  if (wish.do === "mute") return void (wish.mute ? mute.add(email) : mute.delete(email));
  const { id, payment_intent: intent, amount_total } = newestOf(state, email);
  if (wish.do === "settle") return void settle(state, id, { came: wish.came });
  if (wish.do === "expire") return void expire(state, id);
  if (wish.do === "refund") return void refund(state, { intent: intent ?? "", amount: wish.amount ?? amount_total });
  if (wish.do === "dispute") return void dispute(state, intent ?? "");
  const open = [...state.disputes.values()].findLast(({ payment_intent }) => payment_intent === intent);
  decideDispute(state, open?.id ?? "", wish.outcome);
}

async function answerControl(stage: Stage, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.url !== "/control" || request.method !== "POST") return false;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  try {
    act(stage, stripeWishSchema.parse(JSON.parse(Buffer.concat(parts).toString("utf8"))));
    response.writeHead(204).end();
  } catch (error) {
    response.writeHead(400).end(String(error));
  }
  return true;
}

/**
 * Starts a Stripe for the journeys: its API held against Stripe's contract, its pages for buyers, and its events, which
 * it tells the academy signed, as they happen. `/control` takes wishes (`StripeWish`) about one buyer.
 */
export async function startStripeStandIn({ academy }: { academy: string }): Promise<FakeStripe> {
  const stripe = await startStripe();
  const { state, stop } = stripe;
  const stage: Stage = { state, moods: new Map(), mute: new Set() };
  stripe.mood = (asked) => stage.moods.get(buyerOfQuestion(state, asked) ?? "");
  stripe.pages = async (request, response) =>
    (await answerPayPage(state, request, response)) || (await answerControl(stage, request, response));
  const beat = setInterval(() => {
    const [kept, news]: [FakeEvent[], FakeEvent[]] = [[], []];
    for (const event of state.events.splice(0)) {
      (stage.mute.has(String(buyerOfEvent(state, event))) ? kept : news).push(event);
    }
    state.events.push(...kept);
    for (const event of news) void tellAcademy(academy, event);
  }, BEAT_MS);
  stripe.stop = async () => {
    clearInterval(beat);
    await stop();
  };
  return stripe;
}
