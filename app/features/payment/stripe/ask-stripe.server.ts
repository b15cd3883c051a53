import Stripe from "stripe";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { configuredStripe, type StripeConfig } from "./stripe-config.server.ts";

/** So that a person who waits is told within ten seconds, however slow Stripe is: two tries, and half a second between. */
const TIMEOUT_MS = 4_000;

/** The version that our types describe. A newer one is taken with a newer library, once its changes were read. */
const API_VERSION = "2026-10-28.endive";

let kept: { secretKey: string; base: string | undefined; stripe: Stripe } | undefined;

/** A client of Stripe's API. What is asked of it goes through `askStripe`. */
export function stripeClient({ secretKey, base }: Pick<StripeConfig, "secretKey" | "base">): Stripe {
  if (kept?.secretKey === secretKey && kept.base === base) return kept.stripe;
  const url = base ? new URL(base) : undefined;
  const there = url && {
    host: url.hostname,
    port: url.port || undefined,
    protocol: url.protocol === "http:" ? ("http" as const) : ("https" as const),
  };
  const stripe = new Stripe(secretKey, {
    apiVersion: API_VERSION,
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 1,
    telemetry: false,
    ...there,
  });
  kept = { secretKey, base, stripe };
  return stripe;
}

/** The client for the academy's own key, with its settings. Throws `noStripe` where there is none. */
export function openStripe(): { stripe: Stripe; config: StripeConfig } {
  const config = configuredStripe();
  if (!config) throw paymentRefused("noStripe");
  return { stripe: stripeClient(config), config };
}

/** Whether the same question may be answered later: no connection, too slow, too much at once, a fault there, or keys refused. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  const { statusCode } = error;
  if (error instanceof Stripe.errors.StripeConnectionError || statusCode === undefined) return true;
  return statusCode === 401 || statusCode === 403 || statusCode === 409 || statusCode === 429 || statusCode >= 500;
}

/** What Stripe said of a request with a key that it had answered before: it says the same for ever. */
export function isFinal(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.headers?.["idempotent-replayed"] === "true";
}

/**
 * What Stripe says in words may repeat what it was sent, the key and somebody's address: of that nothing goes further,
 * into a log or a job that failed.
 */
function withoutWords(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const { type, code, param, statusCode, requestId } = error;
  const message = [code, param, statusCode, requestId].filter((part) => part !== undefined).join(" ");
  const nothing = { raw: undefined, detail: undefined, userMessage: undefined };
  return Object.assign(error, { ...nothing, message, stack: `${type}: ${message}` });
}

/**
 * Asks Stripe; throws `stripeAway` (503) where it does not answer, and Stripe's own error where it refuses. Never inside
 * a transaction: no connection of the database waits for Stripe.
 */
export async function askStripe<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (thrown) {
    const error = withoutWords(thrown);
    throw isAway(error) ? Object.assign(paymentRefused("stripeAway"), { cause: error }) : error;
  }
}
