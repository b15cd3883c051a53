import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import Stripe from "stripe";
import { env } from "#app/platform/env/env.server.ts";
import { contractProblems, startSteady } from "./steady.ts";
import { answerStripe } from "./stripe-api.ts";
import { type FakeEvent, newStripeState, type StripeState } from "./stripe-state.ts";

/** What it does to the next requests instead of answering as it should. */
export type StripeMood =
  /** Hangs up without a word, before it did anything, or after. */
  | "away"
  | "lostAnswer"
  /** Never answers. */
  | "silent"
  /** Does what it is asked, and answers half a minute later. */
  | "slow"
  /** Does nothing, and says 500, which it remembers by the key; or 429, which it does not. */
  | "fault"
  | "tooMany";

/** A question to the API: of a POST the parameters are those of its body. */
export type AskedOfStripe = { method: string; path: string; params: URLSearchParams };

export type FakeStripe = {
  origin: string;
  state: StripeState;
  /** What the contract said against requests. A test that asks Stripe for anything expects none. */
  problems: string[];
  /** Method and path of each request. */
  asked: string[];
  /** Asked before each request is answered. */
  mood: (asked: AskedOfStripe) => StripeMood | undefined;
  /** Answers what is no question to the API, as Stripe's pages for browsers; false where it is not for it. */
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  stop: () => Promise<void>;
};

/** Slower than anybody waits. */
const SLOW_MS = 30_000;

export const STRIPE_KEY = "rk_test_of_the_academy";
export const STRIPE_SECRET = "whsec_of_the_academy";

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

/** Holds each request against Stripe's own contract, as `steady` reads it. */
async function startContract() {
  const brackets = ["form-array", "form-object", "query-array", "query-object"];
  const flags = brackets.map((part) => `--validator-${part}-format=brackets`);
  const steady = await startSteady("tests/fakes/stripe-openapi.json", ...flags);
  const contentType = "application/x-www-form-urlencoded";
  const check = (request: { method: string; path: string; body: string; authorization: string }) =>
    // Stripe takes a list's places by number too, as its own libraries send them; `steady` knows `[]` alone.
    contractProblems(steady.origin, { ...request, path: request.path.replace(/\[\d+\]/g, "[]"), contentType });
  return { check, stop: steady.stop };
}

type Sent = { method: string; url: URL; body: string; key: string | undefined };

const paramsOf = ({ method, url, body }: Pick<Sent, "method" | "url" | "body">) =>
  method === "POST" ? new URLSearchParams(body) : url.searchParams;

/** What Stripe answers; the same again for a key that it knows. */
function answer(fake: FakeStripe, { method, url, body, key }: Sent, mood: StripeMood | undefined) {
  const { state, origin } = fake;
  const known = key ? state.keys.get(key) : undefined;
  const request = `${method} ${url.pathname} ${body}`;
  if (known && known.request !== request) {
    const error = { type: "idempotency_error", message: "Keys can only be used with the same parameters" };
    return { status: 400, body: JSON.stringify({ error }), replayed: false };
  }
  if (known) return { ...known, replayed: true };
  if (mood === "tooMany") {
    const error = { type: "invalid_request_error", code: "rate_limit", message: "Too many requests" };
    return { status: 429, body: JSON.stringify({ error }), replayed: false };
  }
  const fault = { status: 500, body: { error: { type: "api_error", message: "Something went wrong" } } };
  const params = paramsOf({ method, url, body });
  const said = mood === "fault" ? fault : answerStripe({ method, path: url.pathname, params, state, origin });
  const made = { status: said.status, body: JSON.stringify(said.body) };
  if (key && method === "POST") state.keys.set(key, { ...made, request });
  return { ...made, replayed: false };
}

async function respond(fake: FakeStripe, request: IncomingMessage, response: ServerResponse, check: Check) {
  const url = new URL(request.url ?? "/", fake.origin);
  const { method = "GET", headers } = request;
  if (!url.pathname.startsWith("/v1/") && (await fake.pages(request, response))) return;
  const body = await readBody(request);
  fake.asked.push(`${method} ${url.pathname}`);
  const sent = { method, path: url.pathname + url.search, body, authorization: headers.authorization ?? "" };
  const problems = await check(sent);
  fake.problems.push(...problems);
  if (problems.length > 0) return void response.writeHead(400).end(problems.join("\n"));
  if (headers.authorization !== `Bearer ${STRIPE_KEY}`) return void response.writeHead(401).end("{}");
  const mood = fake.mood({ method, path: url.pathname, params: paramsOf({ method, url, body }) });
  if (mood === "away") return void response.destroy();
  if (mood === "silent") return;
  const key = headers["idempotency-key"];
  const made = answer(fake, { method, url, body, key: typeof key === "string" ? key : undefined }, mood);
  if (mood === "lostAnswer") return void response.destroy();
  if (mood === "slow") await sleep(SLOW_MS, undefined, { ref: false });
  const replayed = made.replayed ? { "idempotent-replayed": "true" } : {};
  response.writeHead(made.status, { "content-type": "application/json", ...replayed }).end(made.body);
}

type Check = Awaited<ReturnType<typeof startContract>>["check"];

/** A stand-in for Stripe: its API with a memory, each request first held against Stripe's own contract. */
export async function startStripe(): Promise<FakeStripe> {
  const contract = await startContract();
  const server = createServer((request, response) => {
    respond(fake, request, response, contract.check).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const fake: FakeStripe = {
    origin: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    state: newStripeState(),
    problems: [],
    asked: [],
    mood: () => undefined,
    pages: async () => false,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await contract.stop();
    },
  };
  return fake;
}

/** Sets this process up for a stand-in of Stripe, as an operator's environment would. */
export function setStripeKeys({ origin }: Pick<FakeStripe, "origin">): void {
  env.STRIPE_SECRET_KEY = STRIPE_KEY;
  env.STRIPE_WEBHOOK_SECRET = STRIPE_SECRET;
  env.STRIPE_API_BASE = origin;
}

/** As where there is no Stripe. */
export function unsetStripeKeys(): void {
  env.STRIPE_SECRET_KEY = undefined;
  env.STRIPE_WEBHOOK_SECRET = undefined;
  env.STRIPE_API_BASE = undefined;
}

const signer = new Stripe(STRIPE_KEY).webhooks;

/** An event as Stripe sends it, signed by its library: now or at another time (`at`, in seconds), with the secret or another. */
export function signedEvent(
  { id, type, object }: FakeEvent,
  { secret = STRIPE_SECRET, at = Math.floor(Date.now() / 1_000) }: { secret?: string; at?: number } = {},
): { body: string; headers: Headers } {
  const event = { id, object: "event", api_version: "2026-10-28.endive", created: at, type, data: { object } };
  const body = JSON.stringify(event);
  const signature = signer.generateTestHeaderString({ payload: body, secret, timestamp: at });
  return { body, headers: new Headers({ "content-type": "application/json", "stripe-signature": signature }) };
}
