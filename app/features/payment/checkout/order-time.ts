/** So long an order's seats are held while its buyer is at Stripe. */
const CHECKOUT_MS = 45 * 60_000;
/** So long while a transfer is on its way. */
const TRANSFER_MS = 14 * 24 * 60 * 60_000;
/** Stripe opens no session that ends earlier than half an hour from then; a minute more for clocks that differ. */
const LEAST_MS = 31 * 60_000;

/** Until when an order that is placed now holds its seats. Whole seconds, as Stripe counts. */
export function orderExpiry(method: "checkout" | "transfer" | "nothing", now: Date): Date {
  const length = method === "transfer" ? TRANSFER_MS : CHECKOUT_MS;
  return new Date(Math.ceil((now.getTime() + length) / 1_000) * 1_000);
}

/** Whether a session can still be opened for an order that ends then. */
export function canStillOpen(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() >= LEAST_MS;
}
