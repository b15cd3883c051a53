import type { Money } from "#app/features/payment/money/choose-price.ts";
import { discounted } from "#app/features/payment/money/discount.ts";

/** What so many percent of a price are, in minor units, as far as the rest can be charged. */
export function waivedOf(price: Money, percent: number): number {
  if (percent === 100) return price.amount;
  const discount = { kind: "percent" as const, percentOff: percent, amountOff: null, currency: null };
  return price.amount - discounted(price, discount);
}
