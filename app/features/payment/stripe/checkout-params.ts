import type Stripe from "stripe";
import { toStripeAmount } from "#app/features/payment/money/stripe-amount.ts";

/** What an order says of itself to Stripe. All of it is frozen: a request that is sent again is the same to the letter. */
export type OrderToPay = {
  id: string;
  number: number;
  locale: string;
  origin: string;
  currency: string;
  buyerEmail: string;
  expiresAt: Date;
  lines: { title: string; quantity: number; amount: number }[];
  tax: boolean;
};

/** Languages of ours that Stripe's page does not speak are left to the browser. */
const spoken: ReadonlySet<string> = new Set(["en", "fr", "es", "tr", "ms"]);

/** The request by which a checkout session is made for an order. */
export function checkoutParams(order: OrderToPay): Stripe.Checkout.SessionCreateParams {
  const names = { order: order.id, number: String(order.number) };
  return {
    mode: "payment",
    client_reference_id: order.id,
    customer_email: order.buyerEmail,
    locale: spoken.has(order.locale) ? order.locale : "auto",
    expires_at: Math.floor(order.expiresAt.getTime() / 1_000),
    success_url: `${order.origin}/account/orders/${order.number}?from=stripe`,
    cancel_url: `${order.origin}/account/orders/${order.number}?from=cancelled`,
    automatic_tax: { enabled: order.tax },
    metadata: names,
    payment_intent_data: { metadata: names, receipt_email: order.buyerEmail },
    line_items: order.lines.map(({ title, amount }) => ({
      // A line's amount is for all of it, since what is taken off need not divide by the quantity.
      quantity: 1,
      price_data: {
        currency: order.currency.toLowerCase(),
        unit_amount: toStripeAmount(amount, order.currency),
        tax_behavior: "inclusive",
        product_data: { name: title },
      },
    })),
  };
}
