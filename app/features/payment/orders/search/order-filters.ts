import type { OrderLineKind, OrderState, PaymentMethod } from "#app/platform/db/generated/enums.ts";

export const orderStates = [
  "open",
  "pending",
  "paid",
  "partlyRefunded",
  "refunded",
  "disputed",
  "chargedBack",
  "expired",
  "cancelled",
  "failed",
] as const satisfies OrderState[];
export const paymentMethods = ["checkout", "transfer", "nothing"] as const satisfies PaymentMethod[];
export const orderLineKinds = ["course", "programme", "certificate", "seats"] as const satisfies OrderLineKind[];
/** What an order waits for from an admin: a refund to pay out by hand, or one that failed and was not asked for again. */
export const orderNeeds = ["refundByHand", "refundFailed"] as const;

/** What an admin looks for among the orders; all of it stands in the address. */
export type OrderFilters = {
  /** A name, an address, an order's number, the reference of a transfer, or an id of Stripe's. */
  q?: string | undefined;
  state?: OrderState | undefined;
  method?: PaymentMethod | undefined;
  kind?: OrderLineKind | undefined;
  currency?: string | undefined;
  /** A course's slug: orders that bought a place or seats in it. */
  course?: string | undefined;
  /** Days on which it was placed, the first and the last, as `2026-11-22` in the admin's own time zone. */
  from?: string | undefined;
  until?: string | undefined;
  needs?: (typeof orderNeeds)[number] | undefined;
};

const filterNames = ["q", "state", "method", "kind", "currency", "course", "from", "until", "needs"] as const;

/** Whether anything narrows the list. */
export const isNarrowed = (filters: OrderFilters): boolean => filterNames.some((name) => filters[name] !== undefined);

/** The one address of a list: names in a fixed order, nothing empty. */
export function ordersHref(filters: OrderFilters = {}, more: Record<string, string> = {}, file = ""): string {
  const search = new URLSearchParams();
  for (const name of filterNames) if (filters[name]) search.set(name, filters[name]);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const address = `/admin/orders${file}`;
  return search.size > 0 ? `${address}?${search}` : address;
}
