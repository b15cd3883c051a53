import { type Env, env } from "#app/platform/env/env.server.ts";

export type StripeConfig = {
  secretKey: string;
  /** Without it no webhook is believed, and states are only asked for. */
  webhookSecret: string | undefined;
  /** Undefined for Stripe itself. */
  base: string | undefined;
  tax: boolean;
};

/** How Stripe is reached, or undefined where the academy has no key of Stripe: then nobody pays by card. */
export function configuredStripe(source: Env = env): StripeConfig | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_BASE: base } = source;
  return secretKey ? { secretKey, webhookSecret, base, tax: source.STRIPE_TAX ?? false } : undefined;
}
