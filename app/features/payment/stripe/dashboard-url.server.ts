import { configuredStripe } from "./stripe-config.server.ts";

/** Where Stripe shows a payment, with its disputes and refunds, to those who run the academy; null without a key. */
export function dashboardUrl(paymentIntent: string | null): string | null {
  const config = configuredStripe();
  if (!config || !paymentIntent) return null;
  const mode = /^[rs]k_test_/.test(config.secretKey) ? "test/" : "";
  return `https://dashboard.stripe.com/${mode}payments/${encodeURIComponent(paymentIntent)}`;
}
